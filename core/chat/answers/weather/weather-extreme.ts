import { variableName } from '#core/composer/weather-variable-sentence.ts'
import { exact, fact, note } from '#core/composer/say.ts'
import type { CoachedRace } from '#core/composer/coached-car.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { WeatherVariable } from '#core/protocol/documents/weather-document.ts'
import { lapAt, raceNamed } from '../in-race.ts'
import { aboutRace, type RaceTelling } from '../telling.ts'
import { noFile, rangeOrder, sentenceOf, variablesAsked } from './weather-asked.ts'

/** The first of them counts: what follows may be the words of the question before. */
const end =
  /\b(?:(?<least>cool|cold|low|calm|least|min)|hot|warm|high|most|windiest|strong|peak|max)/i

/** On which lap it was hottest, coolest, windiest: of the laps that were green for the field. */
export const weatherExtreme = aboutRace((telling) => {
  const { ask, race } = telling
  if (race.weather.file === null) return noFile(race)
  const isLeast = end.exec(ask.part.text)?.groups?.['least'] !== undefined
  const named = variablesAsked(ask.part.text).filter((name) => name !== 'windU' && name !== 'windV')
  const wanted = named.length > 0 ? named : rangeOrder.slice(0, 2)
  const found = wanted.flatMap((name) => extremeOf(telling, name, isLeast) ?? [])
  const dead = wanted.filter((name) => race.weather.variables[name]?.verdict === 'not-measured')
  if (found.length === 0)
    return {
      outcome: 'not-in-data',
      sentences: [
        ...dead.slice(0, 1).map((name) => sentenceOf(race, name)),
        note`For no green lap of ${raceNamed(race)} was that measured.`,
      ],
      suggestions: ['What was the weather like?'],
    }
  return {
    sentences: [
      ...found.map(({ sentence }) => sentence),
      ...dead.slice(0, 1).map((name) => sentenceOf(race, name)),
      note`Of the laps that were green for the field, at their end.`,
    ],
    asked: found.flatMap(({ asked }) => asked),
    suggestions: ['Did the weather matter?', 'Is the range enough to say?'],
  }
})

function extremeOf(
  telling: RaceTelling,
  name: WeatherVariable,
  isLeast: boolean,
): { readonly sentence: Sentence; readonly asked: ReturnType<CoachedRace['day']>[] } | undefined {
  const { race } = telling
  const laps = Object.entries(race.weather.laps).flatMap(([lap, values]) => {
    const value = values[name]
    return value === undefined ? [] : [{ lap: Number(lap), value }]
  })
  const order = laps.toSorted((a, b) =>
    a.value === b.value ? a.lap - b.lap : isLeast ? a.value - b.value : b.value - a.value,
  )
  const [most] = order
  const other = order.at(-1)
  if (most === undefined || other === undefined) return undefined
  const lapOf = (lap: number) => {
    const pattern = race.patterns.find((one) => lapAt(one, lap) !== undefined)
    return pattern && telling.carIn(pattern.car)?.own(`laps.${lap}.lap`)
  }
  const [number, otherNumber] = [lapOf(most.lap), lapOf(other.lap)]
  if (number === undefined || otherNumber === undefined) return undefined
  const at = (lap: number) => race.day(`laps.${lap}.${name}`)
  const end = isLeast ? 'lowest' : 'highest'
  return {
    sentence: fact`${variableName(name)} was ${end} on ${exact(number)}, with ${exact(at(most.lap))}; at the other end is ${exact(otherNumber)} with ${exact(at(other.lap))}.`,
    asked: [number, at(most.lap)],
  }
}
