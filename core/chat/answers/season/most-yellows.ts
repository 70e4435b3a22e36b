import { countCited, lapSpan } from '#core/composer/cited-names.ts'
import type { CoachedRace } from '#core/composer/coached-car.ts'
import { fact, listed, note, type Piece } from '#core/composer/say.ts'
import { computedFact } from '../../computed-fact.ts'
import type { AnswerIntent, Ask } from '../../draft.ts'
import { raceNamed } from '../in-race.ts'
import { everyRace, type Open } from './season.ts'
import { tellOf } from '../telling.ts'

/** Which race of the season had the most yellow phases, and which none. */
export const mostYellows: AnswerIntent = async (ask) =>
  await tellOf(ask, async (telling) => {
    const races = (await everyRace(telling)).map((race) => ({ race, phases: shutPhases(race) }))
    const order = races
      .filter(({ phases }) => phases.length > 0)
      .toSorted((a, b) => b.phases.length - a.phases.length)
    const none = races.filter(({ phases }) => phases.length === 0).map(({ race }) => race)
    const most = order.filter(({ phases }) => phases.length === order[0]?.phases.length)
    const counts = most.map((one) => keptCount(telling, one))
    const [count] = counts
    if (count === undefined)
      return { sentences: [note`No race of the season had a yellow phase.`], asked: [] }
    const told = most.map(({ race, phases }): Piece => [
      raceNamed(race),
      ' (',
      listed(phases.map(({ from, to }) => lapSpan(from, to))),
      ')',
    ])
    return {
      verdict: isAsked(ask, most),
      sentences: [
        fact`Most often yellow was ${listed(told)}: ${countCited(count, 'phase')}.`,
        none.length === 0
          ? undefined
          : fact`Green all the way: ${listed(none.map((race) => raceNamed(race)))}.`,
        note`Laps as the leader counts them; timing does not say what a yellow was for.`,
      ],
      asked: counts,
      suggestions: ['Which race was the closest?', 'What are my results of the season?'],
    }
  })

/** "Did Sonoma have the most?" */
function isAsked({ part: { scope } }: Ask, found: readonly { readonly race: CoachedRace }[]) {
  if (scope.trackId === undefined) return undefined
  return found.some(({ race }) => race.race.trackId === scope.trackId)
}

function shutPhases(race: CoachedRace) {
  return race.race.phases.flatMap(({ flag }, index) =>
    flag === 'fcy' || flag === 'safety-car' || flag === 'red'
      ? [
          {
            from: race.ofRace(`phases.${index}.fromLap`),
            to: race.ofRace(`phases.${index}.toLap`),
          },
        ]
      : [],
  )
}

function keptCount(
  { keep }: Open,
  { race, phases }: { race: CoachedRace; phases: ReturnType<typeof shutPhases> },
) {
  const label = `${race.race.raceId}: yellow phases`
  return keep(
    computedFact(
      'count',
      phases.map(({ from }) => from),
      'count',
      label,
    ),
  )
}
