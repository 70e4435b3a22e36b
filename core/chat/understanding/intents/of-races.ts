import type { Reading } from '../entities/reading.ts'

const ofFigures = new Set('best-lap median-lap mean-lap lap-std ideal-lap'.split(' '))
const besides =
  /\b(?:beat\w*|compar\w*|vs|versus|against|than|differen\w*|improv\w*|(?:better|quicker|faster|slower|worse) in|how much (?:better|quicker|faster|slower|worse))\b/

const bareFigure =
  /^(?:and |what(?:'s| is| was| were)? |show me |give me )*(?:my |the |CAR )?(best|fastest|quickest|median|mean|average)(?: laps?)?(?: times?)?(?: of CAR)?(?: (?:in|on|of|for) )?(?:RACES?|both races)(?: and (?:in |on )?RACE)?[?!. ]*$/
const figureIntents: Readonly<Record<string, string>> = {
  median: 'median-lap',
  mean: 'mean-lap',
  average: 'mean-lap',
}

/** One race or several: "did we get faster or was it the track, race 1 to race 2?", "did it get hotter as it went on?" */
export function ofRaces(intent: string, { text, mentions }: Reading): string | undefined {
  const races = mentions.filter(({ type }) => type === 'race' || type === 'race-day')
  const isOfOneCar = mentions.some(({ type }) => type === 'me' || type === 'car' || type === 'him')
  const isSeveral = races.length > 1 || mentions.some(({ type }) => type === 'races')
  if (intent === 'track-or-me' && isSeveral) return 'improved'
  // "Did we go forwards or backwards from Saturday?"
  if (intent === 'movers' && isOfOneCar && /\b(?:from|since) (?:last |yesterday|RACE\b)/.test(text))
    return /\b(?:places?|positions?)\b/.test(text) ? 'compare-races' : 'improved'
  // Asked of the times, and not which of the races was better.
  if (intent === 'compare-races' && /\b(?:faster|quicker|slower)\b.*\bthan\b/.test(text))
    return 'improved'
  // "My median compared to race 1", "did I beat my race 1 best?"
  const isOfCars = mentions.filter(({ type }) => type === 'car' || type === 'partner').length > 1
  if (isSeveral && !isOfCars && ofFigures.has(intent) && besides.test(text)) return 'improved'
  // "My best lap in race 1 and race 2": that figure of each.
  const figure = (intent === 'improved' || intent === 'compare-races') && bareFigure.exec(text)?.[1]
  if (isSeveral && typeof figure === 'string') return figureIntents[figure] ?? 'best-lap'
  // "Who won the second VIR race, and how close was it?"
  if (intent === 'closest-race' && races.length === 1) {
    if (/\bwho won\b/.test(text)) return 'position'
    if (/\bbetween (?:the )?(?:first|1st|POSITION|winner)\b/.test(text)) return 'gaps'
  }
  if (intent === 'races-lacking' && races.length === 1) return 'data-quality'
  const isCompared = /\b\w+er\b|\bthan\b|\b(?:compar|differ|chang|vary|both|more|less|other)/.test(
    text,
  )
  if (intent === 'weather-over-races' && races.length === 1 && !isCompared) return 'weather-range'
  const isWithin =
    /\b(?:went on|goes on|going on|during|progress\w*|through (?:the|my) race|over the race)\b/
  return intent === 'weather-over-races' && !isSeveral && isWithin.test(text)
    ? 'weather-range'
    : undefined
}
