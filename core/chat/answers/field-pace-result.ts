import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import { raceNamed } from './in-race.ts'
import { aboutRace, type Written } from './telling.ts'

const mostOfField = 4

/** The cars whose result is furthest below their pace, and furthest above it. */
export const paceOverField = aboutRace(({ race, carIn }): Written => {
  const cars = race.patterns
    .flatMap(({ car }) => carIn(car) ?? [])
    .map((car) => ({ car, below: car.pattern.paceAgainstResult?.placesBelowPace ?? 0 }))
    .toSorted((a, b) => b.below - a.below)
  const named = (some: typeof cars): Piece =>
    listed(
      some.map(({ car }): Piece => {
        const at = (field: string) => car.own(`paceAgainstResult.${field}`)
        const [pace, result] = [exact(at('paceRank')), exact(at('resultRank'))]
        return [exact(car.own('car')), ' (', pace, ' by pace, ', result, ' by result)']
      }),
    )
  const under = cars.filter(({ below }) => below > 0).slice(0, mostOfField)
  const over = cars
    .filter(({ below }) => below < 0)
    .toReversed()
    .slice(0, mostOfField)
  if (under.length + over.length === 0)
    return {
      outcome: 'not-in-data',
      sentences: [note`In ${raceNamed(race)} no car has both a pace and a place that differ.`],
    }
  return {
    sentences: [
      under.length === 0
        ? undefined
        : fact`Furthest below their pace in the result of ${raceNamed(race)}: ${named(under)}.`,
      over.length === 0 ? undefined : fact`Furthest above it: ${named(over)}.`,
      note`Ranks among the cars that have a pace and a place, the track taken out of the pace.`,
    ],
    asked: under.map(({ car }) => car.own('paceAgainstResult.placesBelowPace')),
    suggestions: ['Who had the best pace?', 'Who won the most places?'],
  }
})
