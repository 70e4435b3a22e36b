import { countCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, type Piece } from '#core/composer/say.ts'
import { computedFact } from '../../computed-fact.ts'
import { numberOf, numberPattern } from '../../understanding/entities/number-text.ts'
import { lapsOf } from '../in-race.ts'
import type { CarTelling, Written } from '../telling.ts'

const limit = new RegExp(
  `\\b(?:within|inside|less than|under|closer than) (?<count>\\d\\.\\d|half|an?|${numberPattern})(?: of)?(?: an?)? ?(?:seconds?|secs?|s)\\b`,
  'i',
)

/** "Within a second" of a car: the ends of laps at which it was the next one ahead on the road, by no more than that. */
export function lapsWithinLimit(telling: CarTelling, other: CoachedCar): Written | undefined {
  const { ask, car, who, keep } = telling
  const said = limit.exec(ask.part.text.toLowerCase())?.groups?.['count']
  if (said === undefined) return undefined
  const seconds = said === 'half' ? 0.5 : /^an?$/.test(said) ? 1 : (numberOf(said) ?? Number(said))
  const laps = lapsOf(car.pattern).filter(
    ({ followed }) => followed?.car === other.pattern.car && followed.intervalMs <= seconds * 1000,
  )
  const label = `Laps ended within ${seconds} s behind car ${other.pattern.car}`
  const intervals = laps.map(({ lap }) => car.own(`laps.${lap}.followed.intervalMs`))
  const [first, last] = [laps[0], laps.at(-1)]
  if (first === undefined || last === undefined)
    return {
      verdict: false,
      sentences: [
        fact`${who.You} ended no lap that close behind ${exact(other.own('car'))} on the road.`,
      ],
      asked: [other.own('car')],
    }
  const count = keep(computedFact('count', intervals, 'count', label))
  const isRun = last.lap - first.lap + 1 === laps.length
  const at = (lap: number) => exact(car.own(`laps.${lap}.lap`))
  const span: Piece =
    first === last
      ? ['on ', at(first.lap)]
      : [isRun ? 'from ' : 'between ', at(first.lap), isRun ? ' to ' : ' and ', at(last.lap)]
  return {
    sentences: [
      fact`For ${countCited(count, 'lap')}, ${span}: that many ended within the limit you named behind ${exact(other.own('car'))}, which was the next car ahead on the road.`,
      fact`The interval was ${exact(car.own(`laps.${first.lap}.followed.intervalMs`))} at the end of the first of them and ${exact(car.own(`laps.${last.lap}.followed.intervalMs`))} at the end of the last.`,
    ],
    asked: [count],
    suggestions: ['When did he get away?', 'Who passed me?'],
  }
}
