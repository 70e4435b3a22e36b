import { beyondPhrases, beyondWords, hedges } from './beyond-words.ts'
import type { DraftKind, Refusal } from './given.ts'
import { refuse } from './given.ts'
import type { Item } from './items.ts'
import type { Known } from './known.ts'
import { entityOf } from './siblings.ts'

const beyondPairs: ReadonlySet<string> = new Set(beyondPhrases)

/** Rule 3: what the data cannot carry is a hypothesis and marked as one, and a hypothesis holds no figure. */
export function checkBeyond(
  draft: string,
  items: readonly Item[],
  known: Known,
): { readonly isHypothesis: boolean } | { readonly refusal: Refusal } {
  const words = items.flatMap((item) => (item.type === 'word' ? [item.text] : []))
  const isHypothesis = words.some((word) => hedges.has(word))
  if (isHypothesis) {
    const figure = items.find((item) => isFigure(item, known))
    if (figure === undefined) return { isHypothesis }
    return { refusal: refuse('hypothesis', draft.slice(figure.start, figure.end)) }
  }
  const beyond =
    words.find((word) => isBeyond(word)) ?? makes.exec(withoutPlaces(draft.toLowerCase()))?.[0]
  if (beyond === undefined || saysItIsNotThere(draft) || asksToRecord(draft))
    return { isHypothesis }
  return { refusal: refuse('beyond-timing', beyond) }
}

/** "The wind made you slow": a cause without the word. */
const makes =
  /\b(?:make|makes|made|making|help|helps|helped|let|lets|gave|gives|give|put|puts|took|takes|brought|brings|kept|keeps|changed|changes)\s+(?:it\b|them\b|you\b|your\b|the race\b|(?:the )?(?:car|laps?|field|times?|pace|section)\b|\[)/

/** "Your pace puts you 16th", "your sections put together make [F3]", "lap 8 took [F1]" name no cause. */
function withoutPlaces(draft: string): string {
  return draft
    .replaceAll(/\bputs you (?=(?:in |at )?(?:\[f\d+\]|p\d|\d+(?:st|nd|rd|th)\b))/g, '')
    .replaceAll(/(?<=\bput together )makes? (?=\[)/g, '')
    .replaceAll(
      /\b(?:put|putting|combining) your (?:own )?best sections(?: together)?(?: gives?)?/g,
      '',
    )
    .replaceAll(/\bmakes? (?=\[f\d+\] of (?:the|your) spread\b)/g, '')
    .replace(/^((?:lap )?(?:\[f\d+\]|lap \d+)) took (?:you )?(?=\[|\d)/, '$1 ')
}

function isBeyond(word: string): boolean {
  return beyondWords.has(word) || beyondPairs.has(word)
}

/** A time, a gap or a count; a car, a lap, a section or its corners may be named. */
function isFigure(item: Item, known: Known): boolean {
  if (item.type === 'amount') return true
  if (item.type !== 'cite') return false
  const given = known.byLabel.get(item.label)
  return (
    given !== undefined &&
    entityOf(given) === undefined &&
    given.fact.text !== '' &&
    !isCorners(given.subject.names)
  )
}

function isCorners(names: readonly string[]): boolean {
  return names.includes('cornerRanges')
}

const notThere = [
  /\b(?:timing|data|timing data|times|sheets?|figures?|loops?|it|that|this|they|facts?)\s+(?:alone\s+)?(?:does not|do not|doesn't|don't|cannot|can't|could not)\s+(?:show|say|tell|see|know|carry|measure|record|name|hold|give)\b/,
  /\b(?:is|are|was|were)(?:n't| not)\s+(?:in the (?:data|timing|sheets?)|measured|recorded|timed|known|part of the (?:data|timing))\b/,
  /\bnot in the (?:data|timing)\b/,
  /\bnames? no cause\b/,
  /\bgives? no reason\b/,
  /\bno (?:data|record|reading|readings|measurement) (?:of|on|for)\b/,
  /\bnothing (?:in the (?:data|timing) )?(?:shows|says|tells)\b/,
]
/** A second statement in the same sentence could be about anything. */
const goesOn =
  /[;:–—]|\b(?:but|yet|because|so|while|whereas|although|though|and (?:you|it|they|your)|since|as you)\b|,\s*(?:you|it|your|the car|car)\b/
const asserts =
  /\b(?:you|driver|he|she) (?:brake|braked|lift|lifted|made|lost|were|was|are|had|spun|lock|locked)|\btoo (?:late|early|hard|soft)\b/

/** "Where you brake" asks; "you brake" states. */
function asked(draft: string): string {
  const text = draft.toLowerCase().replaceAll('’', "'")
  return text.replaceAll(/\b(?:where|how|when|what|why) (?:you|they|it|others)\b/g, 'where')
}

/** "Braking is not in the timing data." */
function saysItIsNotThere(draft: string): boolean {
  const text = asked(draft)
  return notThere.some((pattern) => pattern.test(text)) && !goesOn.test(text) && !asserts.test(text)
}

/** "Film where you brake in Section 2.": what to do in order to know. */
function asksToRecord(draft: string): boolean {
  const text = draft.toLowerCase().replaceAll('’', "'")
  const opening =
    /^(?:(?:to know|to see|to find out)[^,;:]*,\s*)?(?:film|record|log|note|measure|write down|ask your engineer|ask your coach|watch|look at|compare)\b/
  const rest = asked(draft).replace(/^to [^,]*,/, '')
  return opening.test(text) && !goesOn.test(rest) && !asserts.test(rest)
}

const imperatives =
  /^(?:then |next,? |now |first,? )?(?:watch|try|work|look|compare|start|film|record|repeat|put|focus|keep|set|log|ask|check|practise|aim|drive|find|next race run|use|pick|open)\b/i

export function kindOf(draft: string, isHypothesis: boolean, hasFacts: boolean): DraftKind {
  if (isHypothesis) return 'hypothesis'
  if (imperatives.test(draft)) return 'action'
  return hasFacts ? 'fact' : 'note'
}
