import { restartLaps } from '../in-race.ts'
import { asksToTheEnd } from './places-on-lap.ts'
import type { RaceTelling } from '../telling.ts'

/** "At half distance", "before the yellow came out", "leading when the race ended". */
export function momentIn(told: RaceTelling['race'], text: string): number | undefined {
  const { race } = told
  if (/\bhalf[- ]?(?:way|distance)/.test(text)) return Math.max(1, Math.floor(race.raceLaps / 2))
  const shut = race.phases.find(
    ({ flag, fromLap }) => flag !== 'green' && flag !== 'chequered' && fromLap > 1,
  )
  const isBefore =
    /\b(?:before|when|as) (?:the )?(?:first )?(?:yellows?|cautions?|safety car|fcy|sc)\b/
  if (isBefore.test(text)) return shut && shut.fromLap - 1
  // "Places from the restart to the flag"
  if (/\brestart\b/.test(text) && asksToTheEnd(text)) return restartLaps(told)[0]
  const isEnd =
    /\b(?:lead\w*|led|lead)\b.*\b(?:(?:race|it) (?:ended|finished|stopped)|at the (?:end|finish|flag|line))\b/
  return isEnd.test(text) ? race.raceLaps : undefined
}
