import type { Reading } from '../entities/reading.ts'

const ofFigures = new Set('best-lap median-lap mean-lap lap-std ideal-lap'.split(' '))
const besides =
  /\b(?:beat\w*|compar\w*|vs|versus|against|than|differen\w*|improv\w*|(?:better|quicker|faster|slower|worse) in|how much (?:better|quicker|faster|slower|worse))\b/

/** One race or several: "did we get faster or was it the track, race 1 to race 2?", "did it get hotter as it went on?" */
export function ofRaces(intent: string, { text, mentions }: Reading): string | undefined {
  const races = mentions.filter(({ type }) => type === 'race' || type === 'race-day')
  const isSeveral = races.length > 1 || mentions.some(({ type }) => type === 'races')
  if (intent === 'track-or-me' && isSeveral) return 'improved'
  // Asked of the times, and not which of the races was better.
  if (intent === 'compare-races' && /\b(?:faster|quicker|slower)\b.*\bthan\b/.test(text))
    return 'improved'
  // "My median compared to race 1", "did I beat my race 1 best?"
  const isOfCars = mentions.filter(({ type }) => type === 'car' || type === 'partner').length > 1
  if (isSeveral && !isOfCars && ofFigures.has(intent) && besides.test(text)) return 'improved'
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
