import { countCited, lapsCited } from '#core/composer/cited-names.ts'
import { exact, fact, hypothesis, listed, note } from '#core/composer/say.ts'
import { lapsOf, raceNamed } from './in-race.ts'
import { aboutCar } from './telling.ts'

/** Laps that are quick enough for the official list and missing from it: deleted only as a guess. */
export const lapDeleted = aboutCar(({ car, who, race }) => {
  const has = (code: string) => race.race.dataQuality.some((one) => one.code === code)
  if (race.race.files.bestLaps === null || has('no-official-list'))
    return {
      outcome: 'not-in-data',
      sentences: [
        note`There is no official list of best laps for ${raceNamed(race)}, so a deleted lap cannot be told.`,
        note`The officials' list of deleted laps would tell.`,
      ],
      suggestions: ['What was my best lap?', 'What is missing in the data?'],
    }
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
  const cited = laps.map(({ lap }) => car.own(`laps.${lap}.lap`))
  const times = laps
    .slice(0, 3)
    .flatMap(({ lap, timeMs }) =>
      timeMs.lap === undefined ? [] : [exact(car.own(`laps.${lap}.timeMs.lap`))],
    )
  return {
    sentences: [
      fact`${who.Your} ${lapsCited(cited)}${times.length === 0 ? '' : [' (', listed(times), ')']} ${laps.length === 1 ? 'is' : 'are'} quick enough for the official list of best laps of ${raceNamed(race)} and missing from it.`,
      hypothesis`They may have been deleted; the sheet gives no reason.`,
      note`Here the lap still counts, as it was driven and timed.`,
    ],
    asked: cited,
    suggestions: ['What was my best lap?', 'Why is my result different from the road?'],
  }
})
