import { countCited } from '#core/composer/cited-names.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import { computedFact } from '../../computed-fact.ts'
import type { AnswerIntent } from '../../draft.ts'
import { raceNamed } from '../in-race.ts'
import { everyRace } from '../season/season.ts'
import { tellOf } from '../telling.ts'

/** Which races of the season have no weather, or lack a sensor. */
export const weatherMissing: AnswerIntent = async (ask) =>
  await tellOf(ask, async (telling) => {
    const races = await everyRace(telling)
    const without = races.filter(({ weather }) => weather.file === null)
    const withFile = races.filter(({ weather }) => weather.file !== null)
    const blind = withFile.filter(
      ({ weather }) => weather.variables.trackTempC?.verdict === 'not-measured',
    )
    const count = computedFact(
      'count',
      withFile.map(({ ofRace }) => ofRace('raceNumber')),
      'count',
      'Races with a weather file',
    )
    const named = (some: typeof races): Piece => listed(some.map(raceNamed))
    return {
      sentences: [
        without.length === 0
          ? fact`Every race has a weather file: ${exact(count)} of them.`
          : fact`${without.length === 1 ? 'One race has' : 'These have'} no weather file: ${named(without)}; ${countCited(count, 'race')} ${count.value === 1 ? 'has' : 'have'} one.`,
        blind.length === 0
          ? undefined
          : fact`No track temperature was measured in ${named(blind)}.`,
        note`The files show what is missing, not why.`,
      ],
      asked: [count],
      facts: [count],
      suggestions: ['Which race was the closest?', 'What is missing in the data?'],
    }
  })
