import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import { rankCited } from '#core/composer/cited-names.ts'
import { inResultOrder, raceNamed } from '../in-race.ts'
import { aboutRace, type RaceTelling, type Written } from '../telling.ts'

const mostOfField = 4

/** "Was the winner the quickest car?" */
function winnersPace({ ask, race, carIn }: RaceTelling): Written | undefined {
  const [first] = inResultOrder(race)
  const car = first && carIn(first.car)
  const quickest = race.patterns.find(
    ({ carClass, lap }) => carClass === first?.carClass && lap.paceRank === 1,
  )
  const best = quickest && carIn(quickest.car)
  if (car === undefined || best === undefined || car.pattern.lap.paceRank === null) return undefined
  const rank = rankCited(car.own('lap.paceRank'), car.own('lap.paceOf'))
  const isQuickest = car.pattern.car === best.pattern.car
  if (/\bwho\b/i.test(ask.part.text))
    return {
      sentences: [
        fact`On pace ${exact(best.own('car'))}: ${exact(best.own('lap.paceMs'))}, the track taken out.`,
        fact`The winner, ${exact(car.own('car'))}, was ${rank}.`,
      ],
      asked: [best.own('car'), best.own('lap.paceMs')],
      suggestions: ['Who had the best pace?', 'Who won the most places?'],
    }
  return {
    sentences: [
      fact`${isQuickest ? 'Yes' : 'No'}: ${exact(car.own('car'))} won ${raceNamed(race)} and was ${rank} by pace, the track taken out, with ${exact(car.own('lap.paceMs'))}.`,
      isQuickest
        ? undefined
        : fact`Quickest on pace was ${exact(best.own('car'))} with ${exact(best.own('lap.paceMs'))}.`,
    ],
    asked: [car.own('lap.paceRank'), car.own('car')],
    suggestions: ['Who had the best pace?', 'Who won the most places?'],
  }
}

/** The cars whose result is furthest below their pace, and furthest above it. */
export const paceOverField = aboutRace((telling): Written => {
  const { ask, race, carIn } = telling
  const ofWinner = /\b(?:winner|won|win)\b/i.test(ask.part.text) ? winnersPace(telling) : undefined
  if (ofWinner !== undefined) return ofWinner
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
