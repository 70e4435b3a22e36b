import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, note, short } from '#core/composer/say.ts'
import type { Ask } from '../../draft.ts'
import { speaksOfSelf } from '../../first-person.ts'
import { gapAt } from './gap-at.ts'
import { lapAt, raceNamed } from '../in-race.ts'
import { aboutRace, type RaceTelling, voiceOf } from '../telling.ts'

const ofMost =
  /\b(?:biggest|largest|max(?:imum)?|greatest|widest)\b.{0,24}\blead\b|\blead\b.{0,24}\b(?:biggest|largest|max(?:imum)?|peak|at its|at most)\b|\bhow (?:far|much) (?:ahead|in front|clear)\b.*\bat (?:the |its )?(?:most|biggest|peak)\b|\b(?:leader|winner)\b.*\bfurthest (?:ahead|in front|clear)\b/i

/** "What was the biggest lead?": not over a car that is named. */
export const asksForBiggestLead = ({ part: { text, scope } }: Ask): boolean =>
  ofMost.test(text) && (scope.cars?.length ?? 0) < 2

/** The lap at whose end the first was furthest ahead of the second; of one car, where it is asked of one. */
export const biggestLead = aboutRace((telling) => {
  const { ask, race, carIn } = telling
  const { text, scope } = ask.part
  const named = scope.car === undefined ? undefined : carIn(scope.car)
  const isOfCar = named && (speaksOfSelf(text) || text.includes(named.pattern.car))
  const own = isOfCar ? named : undefined
  const leads = Array.from({ length: race.race.raceLaps }, (_, at) => at + 1)
    .flatMap((lap) => leadAt(telling, lap) ?? [])
    .filter(({ first }) => own === undefined || first.pattern.car === own.pattern.car)
  const [most] = leads.toSorted((a, b) => Number(b.gap.value) - Number(a.gap.value))
  const suggestions = ['Who led the most laps?', 'Who won?']
  if (most === undefined)
    return {
      outcome: own === undefined ? 'not-in-data' : 'answered',
      sentences: [
        own === undefined
          ? note`The sheet of ${raceNamed(race)} has no two cars to tell a lead of.`
          : fact`${voiceOf(ask, own).You} led at the end of no lap of ${raceNamed(race)}.`,
      ],
      suggestions,
    }
  const { first, second, gap, lap } = most
  return {
    sentences: [
      fact`The biggest lead at the line${own === undefined ? [' in ', raceNamed(race)] : ''} was ${exact(gap)}: car ${short(first.own('car'))} over ${exact(second.own('car'))} at the end of ${exact(first.own(`laps.${lap}.lap`))}.`,
    ],
    asked: [gap, first.own('car')],
    suggestions,
  }
})

function leadAt(telling: RaceTelling, lap: number) {
  const at = (place: number): CoachedCar | undefined => {
    const found = telling.race.patterns.find((one) => lapAt(one, lap)?.position === place)
    return found && telling.carIn(found.car)
  }
  const [first, second] = [at(1), at(2)]
  if (first === undefined || second === undefined) return undefined
  const gap = gapAt(telling, second, first, lap)
  return gap === undefined ? undefined : { first, second, gap, lap }
}
