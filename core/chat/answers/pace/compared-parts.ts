import { lapSpan, sectionCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, type Piece } from '#core/composer/say.ts'
import type { Quantity } from '#core/domain/quantity.ts'
import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import { computedFact } from '../../computed-fact.ts'
import { gapBetween, quickerOrSlower } from '../counted-words.ts'

/** Fewest laps of a part whose median is worth comparing. */
export const fewestLaps = 3

/** The medians of two parts of the race, the track taken out: the later against the earlier. */
export function compareParts(
  car: CoachedCar,
  before: readonly LapEntry[],
  after: readonly LapEntry[],
  of: Quantity = 'lap',
) {
  if (Math.min(before.length, after.length) < fewestLaps) return undefined
  const kind = of === 'lap' ? 'lap-time' : 'section-time'
  const part = (laps: readonly LapEntry[], which: string) => {
    const times = laps.map(({ lap }) => car.own(`laps.${lap}.correctedMs.${of}`))
    const label = `Car ${car.pattern.car}, ${of}, ${which}`
    return {
      span: lapSpan(car.own(`laps.${laps[0]?.lap}.lap`), car.own(`laps.${laps.at(-1)?.lap}.lap`)),
      n: computedFact('count', times, 'count', `${label}: green laps`),
      median: computedFact('median', times, kind, `${label}: median, the track taken out`),
    }
  }
  const [early, late] = [part(before, 'earlier laps'), part(after, 'later laps')]
  const gap = gapBetween(
    late.median,
    early.median,
    `Car ${car.pattern.car}, later laps against earlier ones`,
  )
  const way = quickerOrSlower(gap)
  const where: Piece = of === 'lap' ? '' : [' in ', sectionCited(car, of)]
  const than: Piece = way === 'level' ? ['level', where, ' with'] : [way, where, ' than']
  return {
    computed: [early.n, early.median, late.n, late.median, gap],
    asked: [gap],
    gap,
    sentence: fact`On ${late.span} you were ${than} on ${early.span}, the track taken out: medians over ${exact(late.n)} and ${exact(early.n)} green laps.`,
  }
}

/** How far the laps of two parts lie apart, the track taken out; the gap is below zero where the later part is steadier. */
export function compareSteadiness(
  car: CoachedCar,
  before: readonly LapEntry[],
  after: readonly LapEntry[],
) {
  if (Math.min(before.length, after.length) < fewestLaps) return undefined
  const part = (laps: readonly LapEntry[], which: string) => {
    const times = laps.map(({ lap }) => car.own(`laps.${lap}.correctedMs.lap`))
    const label = `Car ${car.pattern.car}, ${which}, the track taken out`
    return {
      span: lapSpan(car.own(`laps.${laps[0]?.lap}.lap`), car.own(`laps.${laps.at(-1)?.lap}.lap`)),
      n: computedFact('count', times, 'count', `${label}: green laps`),
      steady: computedFact('half-spread', times, 'gap', `${label}: half of them lie within ±`),
    }
  }
  const [early, late] = [part(before, 'earlier laps'), part(after, 'later laps')]
  const gap = gapBetween(late.steady, early.steady, `Car ${car.pattern.car}: later less earlier`)
  const steadier = Number(gap.value) < 0 ? late : early
  return {
    computed: [early.n, early.steady, late.n, late.steady, gap],
    asked: [early.steady, late.steady],
    gap,
    sentence: fact`You were steadier on ${steadier.span}: half of your laps lie within ±${exact(early.steady)} on ${early.span} and ±${exact(late.steady)} on ${late.span}, the track taken out, over ${exact(early.n)} and ${exact(late.n)} green laps.`,
  }
}

/** The same two parts as they were driven, the track and all. */
export function drivenParts(
  car: CoachedCar,
  before: readonly LapEntry[],
  after: readonly LapEntry[],
) {
  const means = [before, after].map((laps, index) => {
    const times = laps.map(({ lap }) => car.own(`laps.${lap}.timeMs.lap`))
    const which = index === 0 ? 'earlier' : 'later'
    return computedFact('mean', times, 'lap-time', `Car ${car.pattern.car}, ${which} laps: mean`)
  })
  const [early, late] = means
  if (early === undefined || late === undefined) return undefined
  const gap = gapBetween(late, early, `Car ${car.pattern.car}, later mean less earlier`)
  return {
    computed: [early, late, gap],
    sentence: fact`As driven the mean went from ${exact(early)} to ${exact(late)}, ${quickerOrSlower(gap)}.`,
  }
}
