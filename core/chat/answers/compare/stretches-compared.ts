import type { CoachedCar } from '#core/composer/coached-car.ts'
import { lapSpan } from '#core/composer/cited-names.ts'
import { exact, fact, note, type Piece, short } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import { computedFact, type Operation } from '../../computed-fact.ts'
import type { Stretch } from '../../understanding/understanding.ts'
import { quickerOrSlower } from '../counted-words.ts'
import { differenceOf } from '../in-race.ts'
import { compareParts } from '../pace/compared-parts.ts'
import type { CarTelling, Written } from '../telling.ts'

type Figure = { readonly operation: Operation; readonly words: string; readonly isGap?: true }

const mean: Figure = { operation: 'mean', words: 'mean' }
const spread: Figure = { operation: 'spread', words: 'spread (IQR)', isGap: true }
const figures: { readonly [figure: string]: Figure } = {
  median: { operation: 'median', words: 'median' },
  best: { operation: 'best', words: 'best' },
  std: { operation: 'std', words: 'standard deviation', isGap: true },
  spread,
  'consistency-score': spread,
  steadiness: spread,
}
const fewestForSpread = 3

/** Two stretches of a race side by side: a figure of their green laps as driven, then with the track taken out. */
export function stretchesCompared(telling: CarTelling, stretches: readonly Stretch[]): Written {
  const { car, ask, who, keep } = telling
  const figure = figureOf(ask.part.figure, ask.part.text)
  const [a, b] = stretches.map((stretch) => over(telling, stretch, figure))
  if (a === undefined || b === undefined)
    return {
      outcome: 'not-in-data',
      sentences: [note`One of the two has too few green laps to compare.`],
      suggestions: ["Which laps don't count?", 'First half against second half?'],
    }
  const gap = keep(differenceOf(a.value, b.value, `Car ${car.pattern.car}: ${figure.words}, apart`))
  const parts = compareParts(car, a.laps, b.laps)
  for (const one of parts?.computed ?? []) keep(one)
  return {
    sentences: [
      fact`${who.Your} ${figure.words} was ${exact(a.value)} on ${a.span} and ${exact(b.value)} on ${b.span}: ${a.span} ${wayOf(gap, figure)}, as driven, over ${exact(a.n)} and ${exact(b.n)} green laps.`,
      figure.isGap === true || parts === undefined
        ? undefined
        : fact`With the track taken out ${b.span} were ${quickerOrSlower(parts.gap)} than ${a.span}, by their medians.`,
    ],
    asked: [gap, a.value, b.value],
    suggestions: ['First half against second half?', 'Did I fade?', 'How consistent am I?'],
  }
}

function figureOf(named: string | undefined, text: string): Figure {
  const isOfSteadiness = /\b(?:consisten\w*|stead\w*|regular\w*|even)\b/i.test(text)
  return (named === undefined ? undefined : figures[named]) ?? (isOfSteadiness ? spread : mean)
}

function over({ car, keep }: CarTelling, { from, to }: Stretch, figure: Figure) {
  const laps = Object.values(car.pattern.laps).filter(
    ({ lap, isClean, timeMs }) => lap >= from && lap <= to && isClean && timeMs.lap !== undefined,
  )
  if (laps.length < (figure.isGap === true ? fewestForSpread : 1)) return undefined
  const times = laps.map(({ lap }) => car.own(`laps.${lap}.timeMs.lap`))
  const label = `Car ${car.pattern.car}, laps ${from} to ${to}`
  const kind = figure.isGap === true ? 'gap' : 'lap-time'
  return {
    laps: laps.filter(({ correctedMs }) => correctedMs.lap !== undefined),
    span: spanOf(car, laps, { from, to }),
    value: keep(computedFact(figure.operation, times, kind, `${label}: ${figure.words}`)),
    n: keep(computedFact('count', times, 'count', `${label}: green laps`)),
  }
}

/** As it was said, where the car did those laps. */
function spanOf(car: CoachedCar, laps: readonly LapEntry[], { from, to }: Stretch): Piece {
  const at = (lap: number | undefined) => car.own(`laps.${lap}.lap`)
  const isThere = [from, to].every((lap) => car.pattern.laps[String(lap)] !== undefined)
  return isThere ? lapSpan(at(from), at(to)) : lapSpan(at(laps[0]?.lap), at(laps.at(-1)?.lap))
}

function wayOf(gap: Fact, { isGap }: Figure): Piece {
  const ms = Number(gap.value)
  if (Math.abs(ms) < 0.5) return 'were level'
  if (isGap === true) return ms < 0 ? 'were the steadier ones' : 'were the less steady ones'
  return ['were ', short(gap), ms < 0 ? ' quicker' : ' slower']
}
