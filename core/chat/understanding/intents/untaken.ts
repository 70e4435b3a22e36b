import type { Mention } from '../entities/mention.ts'
import type { Reading } from '../entities/reading.ts'
import { answersWanted, wantedIn } from './wanted-intent.ts'
import { isWhatIf, picksLaps } from './what-if.ts'
import { wantedWords } from './wanted-words.ts'

/** Words that change what is asked, and the intents whose answers would be to another question without them. */
type Modifier = {
  /** To stand in "I could not take … into account". */
  readonly words: string
  readonly isIn: (reading: Reading, intent: string) => boolean
  readonly changes: ReadonlySet<string>
}

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '))
const named =
  (pattern: RegExp) =>
  ({ text }: Reading) =>
    pattern.test(text)
const has = ({ mentions }: Reading, ...types: readonly Mention['type'][]) =>
  mentions.some(({ type }) => types.includes(type))

/** Answers that hold one figure of a car. */
const oneFigure =
  'best-lap worst-lap mean-lap median-lap lap-std ideal-lap composite counted-laps consistency spread section-figures top-speed fastest-lap'
const figures = `${oneFigure} gap-to-composite pace trend field-figures where-time work-on strengths summary sub-sections repeat phases`
const leaving =
  'except|excluding|without|ignoring|ignore|not counting|leaving out|leave out|apart from|barring|disregard\\w*|omit\\w*|discard\\w*|throw(?:ing)? out'

const figureWords = {
  std: 'the standard deviation',
  spread: 'the spread',
  median: 'the median',
  mean: 'the mean',
} as const
/** Answers of one figure that do not tell the other one. */
const notTelling = {
  std: 'best-lap worst-lap mean-lap median-lap ideal-lap gap-to-composite',
  spread: 'best-lap worst-lap median-lap ideal-lap gap-to-composite',
  median: 'best-lap ideal-lap gap-to-composite composite',
  mean: 'best-lap worst-lap median-lap ideal-lap gap-to-composite composite',
} as const

/**
 * All answers are over green laps: without yellows, pit stops and the opening lap. What a filter or an intent takes up is no
 * longer in the text, or is a mention.
 */
const modifiers: readonly Modifier[] = [
  {
    words: '“in a row”',
    isIn: named(
      /\b(?:in a row|consecutive|back[- ]to[- ]back|on the trot|rolling|moving average)\b/,
    ),
    changes: set(figures),
  },
  {
    words: 'which one in the order you asked for',
    isIn: (reading) => has(reading, 'nth'),
    changes: set(
      'mean-lap median-lap lap-std ideal-lap composite counted-laps consistency spread section-figures gap-to-composite pace trend summary compare-cars',
    ),
  },
  {
    words: 'what you want left out',
    isIn: named(
      new RegExp(
        `\\b(?:${leaving}) (?!(?:the |any |all |my |those |every )*(?:yellows?|cautions?|fcy|safety|pits?|pitting|in[- ]?laps?|out[- ]?laps?|opening|start|restart|me\\b|a doubt|that\\b|LAP\\b|any\\b))\\w`,
      ),
    ),
    changes: set(figures),
  },
  {
    words: 'the share in percent',
    isIn: named(/\bpercent(?:age)?\b|\bproportion\b|\bwhat (?:share|fraction)\b|NUMBER ?%/),
    changes: set('best-lap worst-lap mean-lap median-lap ideal-lap fastest-lap'),
  },
  {
    words: 'the sum',
    isIn: named(
      /\b(?:altogether|add(?:ed|s)? (?:it |them |that )?(?:all )?up|cumulative(?:ly)?|summed|in total|total (?:time|loss|lost))\b/,
    ),
    changes: set(
      'best-lap mean-lap median-lap gap-to-composite pace where-time work-on section-figures',
    ),
  },
  {
    words: 'how many',
    isIn: named(
      /\bhow (?:many|often)\b(?! (?:of a |more )?(?:tenths?|seconds?|hundredths?|thousandths?|ms|s|time|NUMBER|sections?|sectors?|metres?)\b)/,
    ),
    changes: set(
      'best-lap worst-lap mean-lap median-lap lap-std ideal-lap composite spread section-figures gap-to-composite pace where-time fastest-lap',
    ),
  },
  {
    words: 'the condition',
    isIn: named(
      /\b(?:behind|traffic|led|leading|ahead|overtak\w+|quicker|slower|faster|better|worse|below|above|under TIME|over TIME|improv\w*|until|within)\b/,
    ),
    changes: set('counted-laps'),
  },
  {
    words: 'the comparison',
    isIn: (reading) =>
      named(/\b(?:vs|versus|minus|difference|differ)\b|\bcompared? (?:to|with)\b/)(reading) &&
      !has(reading, 'reference', 'partner'),
    changes: set('worst-lap mean-lap median-lap lap-std counted-laps best-lap'),
  },
  {
    words: 'the part of the race that you named',
    isIn: (reading) =>
      !has(reading, 'before-restart', 'after-restart', 'stretch', 'laps', 'share', 'end') &&
      named(
        /\b(?:before|after|until|till|during|while|whilst|once) (?!(?:the )?(?:race|session|weekend|event|flag|RACE|TRACK|we|that|all)\b)\w/,
      )(reading),
    changes: set(
      'best-lap worst-lap mean-lap median-lap lap-std ideal-lap spread section-figures consistency top-speed',
    ),
  },
  {
    words: 'the rate',
    isIn: named(/\bper (?:corner|turn|CORNER|km|kilometre|mile|minute|hour)\b/),
    changes: set(figures),
  },
  {
    words: 'the “what if”',
    isIn: isWhatIf,
    changes: set(
      'best-lap worst-lap mean-lap median-lap lap-std counted-laps consistency spread section-figures pace fastest-lap',
    ),
  },
  {
    words: 'which laps you picked',
    isIn: (reading) =>
      !has(reading, 'lap', 'lap-name') &&
      named(
        /\b(?:only|just) (?:when|where|with|those|laps|if)\b|\blaps? (?:where|when|in which|on which)\b|\b(?:odd|even) laps\b|\bevery (?:second|other|third) lap\b/,
      )(reading),
    changes: set(`${oneFigure} pace where-time trend`),
  },
  {
    words: 'the connection',
    isIn: named(
      /\bcorrelat\w*\b|\b(?:is|any|there) (?:a )?(?:link|connection|relation\w*) between\b/,
    ),
    changes: set(figures),
  },
  {
    words: 'the laps in traffic alone',
    isIn: (reading) =>
      !picksLaps(reading) &&
      named(
        /\b(?:in|with) traffic\b|\bbehind (?:someone|somebody|another car|other cars|people|traffic|slower cars)\b/,
      )(reading),
    changes: set(
      'best-lap worst-lap mean-lap median-lap lap-std ideal-lap consistency spread pace section-figures',
    ),
  },
  {
    words: 'the limit that you named',
    isIn: named(/\b(?:within|inside|under|below|over|above) (?:TIME|NUMBER)\b/),
    changes: set('streaks consistency spread'),
  },
  {
    words: 'the longest run',
    isIn: named(/\blongest\b/),
    changes: set('best-lap mean-lap'),
  },
  {
    words: 'how many laps it took until then',
    isIn: named(/\buntil\b|\bdid it take\b|\bbefore (?:i|CAR)\b/),
    changes: set('laps-within'),
  },
  {
    words: 'the variance, which is the deviation squared',
    isIn: named(/\bvariance\b/),
    changes: set('lap-std spread consistency section-figures'),
  },
  ...(['std', 'spread', 'median', 'mean'] as const).map((figure) => ({
    words: figureWords[figure],
    isIn: ({ mentions }: Reading) =>
      mentions.some((one) => one.type === 'figure' && one.figure === figure),
    changes: set(notTelling[figure]),
  })),
  {
    words: 'the other section',
    isIn: ({ mentions }) =>
      new Set(mentions.flatMap((one) => (one.type === 'section' ? one.section : []))).size > 1,
    changes: set('section-figures mean-lap median-lap lap-std best-lap worst-lap spread trend'),
  },
  {
    words: 'how many laps you named',
    isIn: (reading) =>
      /(?<!\b(?:best|quickest|fastest|top) )\bNUMBER laps?\b/.test(reading.text) &&
      !has(reading, 'end', 'lap', 'laps', 'stretch'),
    changes: set('worst-lap median-lap lap-std ideal-lap spread section-figures consistency pace'),
  },
]

/** What a question asks besides and the answer of its intent does not take into account, in words. */
export function untakenOf(reading: Reading, intent: string): readonly string[] {
  const found = modifiers.filter(
    ({ changes, isIn }) => changes.has(intent) && isIn(reading, intent),
  )
  const wanted = wantedIn(reading.mentions)
  const isGuarded = set(figures).has(intent) || (intent === 'compare-cars' && wanted?.as === 'nth')
  const isLeft =
    wanted !== undefined &&
    wanted.as !== 'worth' &&
    isGuarded &&
    (intent === 'compare-cars' || !answersWanted(intent, wanted))
  const words = found.map((one) => one.words)
  return isLeft && words.length === 0 ? [wantedWords[wanted.as]] : words
}
