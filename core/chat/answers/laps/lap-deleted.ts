import { countCited, lapsCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, hypothesis, listed, note, type Piece } from '#core/composer/say.ts'
import type { AnswerIntent } from '../../draft.ts'
import { speaksOfSelf } from '../../first-person.ts'
import { carCount, lapsOf, raceNamed } from '../in-race.ts'
import { aboutCar, aboutRace, type RaceTelling, type Written } from '../telling.ts'

/** Laps that are quick enough for the official list and missing from it: deleted only as a guess. */
export const lapDeleted: AnswerIntent = async (ask) => {
  const isOfField = /\b(?:any(?:one|body)|who|whose|which (?:cars?|drivers?))\b/i.test(
    ask.part.text,
  )
  const isField = !speaksOfSelf(ask.part.text) && (ask.part.scope.car === undefined || isOfField)
  return isField ? await ofAnyone(ask) : await ofOne(ask)
}

/** Without the official list there is nothing to tell it by. */
function withoutList({ race }: RaceTelling): Written | undefined {
  const has = (code: string) => race.race.dataQuality.some((one) => one.code === code)
  if (race.race.files.bestLaps !== null && !has('no-official-list')) return undefined
  return {
    outcome: 'not-in-data',
    sentences: [
      note`There is no official list of best laps for ${raceNamed(race)}, so a deleted lap cannot be told.`,
      note`The officials' list of deleted laps would tell.`,
    ],
    suggestions: ['What was my best lap?', 'What is missing in the data?'],
  }
}

const missingFrom = (car: CoachedCar) =>
  lapsOf(car.pattern)
    .filter(({ isNotInOfficialList }) => isNotInOfficialList)
    .map(({ lap }) => car.own(`laps.${lap}.lap`))

const ofAnyone = aboutRace((telling) => {
  const { race, carIn } = telling
  const found = race.patterns
    .flatMap(({ car }) => carIn(car) ?? [])
    .map((car) => ({ car, laps: missingFrom(car) }))
    .filter(({ laps }) => laps.length > 0)
  const told = found.map(({ car, laps }): Piece => [exact(car.own('car')), ' ', lapsCited(laps)])
  return (
    withoutList(telling) ?? {
      verdict: found.length === 0 ? undefined : 'probably',
      sentences: [
        found.length === 0
          ? fact`Nothing points to it in ${raceNamed(race)}: of ${exact(carCount(telling))} cars no lap that is quick enough for the official list of best laps is missing from it.`
          : fact`Quick enough for the official list of best laps of ${raceNamed(race)} and missing from it: ${listed(told)}.`,
        found.length === 0
          ? note`A lap too slow for that list could be deleted without showing here.`
          : hypothesis`They may have been deleted; the sheet gives no reason.`,
      ],
      asked: found.flatMap(({ laps }) => laps),
      suggestions: ['Who was moved in the results?', 'Who had the fastest lap?'],
    }
  )
})

const ofOne = aboutCar((telling) => {
  const { car, who, race } = telling
  const nothing = withoutList(telling)
  if (nothing !== undefined) return nothing
  const laps = lapsOf(car.pattern).filter(({ isNotInOfficialList }) => isNotInOfficialList)
  if (laps.length === 0)
    return {
      sentences: [
        fact`Nothing points to it in ${raceNamed(race)}: of ${who.your} ${countCited(car.own('lapsDone'), 'lap')} none that is quick enough for the official list of best laps is missing from it.`,
        note`A lap too slow for that list could be deleted without showing here.`,
      ],
      asked: [car.own('lapsDone')],
      suggestions: ['What was my best lap?', 'Why do some of my laps not count?'],
    }
  const cited = missingFrom(car)
  const times = laps
    .slice(0, 3)
    .flatMap(({ lap, timeMs }) =>
      timeMs.lap === undefined ? [] : [exact(car.own(`laps.${lap}.timeMs.lap`))],
    )
  return {
    verdict: 'probably',
    sentences: [
      fact`${who.Your} ${lapsCited(cited)}${times.length === 0 ? '' : [' (', listed(times), ')']} ${laps.length === 1 ? 'is' : 'are'} quick enough for the official list of best laps of ${raceNamed(race)} and missing from it.`,
      hypothesis`They may have been deleted; the sheet gives no reason.`,
      note`Here the lap still counts, as it was driven and timed.`,
    ],
    asked: cited,
    suggestions: ['What was my best lap?', 'Why is my result different from the road?'],
  }
})
