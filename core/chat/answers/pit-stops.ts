import { countCited, lapsCited } from '#core/composer/cited-names.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import { computedFact } from '../computed-fact.ts'
import { lapsOf, raceNamed } from './in-race.ts'
import { whatItCost } from './pit-cost.ts'
import { aboutRace, type RaceTelling, voiceOf, type Written } from './telling.ts'

/** When and how long the car pitted; without a car, who did. */
export const pitStops = aboutRace((telling) => {
  const { ask, race, carIn } = telling
  const own = ask.part.scope.car === undefined ? undefined : carIn(ask.part.scope.car)
  if (own === undefined || /\b(?:who|anyone|anybody)\b/i.test(ask.part.text))
    return whoPitted(telling)
  const who = voiceOf(ask, own)
  const stops = own.pattern.pitStops.map((stop, index) => ({ ...stop, index }))
  const told = stops.flatMap(({ inLap, outLap, pitTimeMs, index }): Piece[] => {
    const at = (field: string) => own.own(`pitStops.${index}.${field}`)
    if (inLap === null && outLap === null) return []
    const time: Piece = pitTimeMs === null ? '' : [', ', exact(at('pitTimeMs')), ' in the pit lane']
    if (inLap === null) return [['out on ', exact(at('outLap')), time]]
    return [['in at the end of ', exact(at('inLap')), time]]
  })
  if (told.length === 0)
    return {
      sentences: [
        fact`${who.You} did not stop in ${raceNamed(race)}: none of the ${countCited(own.own('lapsDone'), 'lap')} ended in the pit lane.`,
      ],
      asked: [own.own('lapsDone')],
      suggestions: ['Who pitted?', 'Tell me the story of my race'],
    }
  return {
    sentences: [
      fact`${who.You} stopped in ${raceNamed(race)}: ${listed(told)}.`,
      ...stops.flatMap((stop) => whatItCost({ ...telling, car: own, who }, stop)),
      note`Timing does not say what was done in the pits.`,
    ],
    asked: stops.flatMap(({ inLap, outLap, index }) =>
      inLap === null && outLap === null
        ? []
        : [own.own(`pitStops.${index}.${inLap === null ? 'outLap' : 'inLap'}`)],
    ),
    suggestions: ['How many places did that take?', 'Who pitted?'],
  }
})

function whoPitted({ race, carIn, keep }: RaceTelling): Written {
  const cars = race.patterns
    .filter((pattern) => lapsOf(pattern).some(({ isPitIn }) => isPitIn))
    .flatMap(({ car }) => carIn(car) ?? [])
  if (cars.length === 0)
    return {
      sentences: [
        fact`No lap of ${raceNamed(race)} ended in the pit lane, over ${exact(race.ofRace('laps'))} laps.`,
      ],
      asked: [race.ofRace('laps')],
    }
  const numbers = cars.map((car) => car.own('car'))
  const count = keep(computedFact('count', numbers, 'count', 'Cars that came into the pits'))
  const told = cars.map((car): Piece => {
    const laps = lapsOf(car.pattern).filter(({ isPitIn }) => isPitIn)
    return [
      short(car.own('car')),
      ' (',
      lapsCited(laps.map(({ lap }) => car.own(`laps.${lap}.lap`))),
      ')',
    ]
  })
  return {
    sentences: [
      fact`Into the pits in ${raceNamed(race)} came ${countCited(count, 'car')}, at the end of the laps in brackets: ${listed(told)}.`,
    ],
    asked: numbers,
    suggestions: ['What happened in my race?', 'Were there any yellows?'],
  }
}
