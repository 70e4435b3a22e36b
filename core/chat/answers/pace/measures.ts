import { countCited } from '#core/composer/cited-names.ts'
import { exact, fact, type Piece } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import { computedFact, type Operation } from '../../computed-fact.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { placeCited, placeNamed } from '../named-in.ts'

type Measure = {
  readonly operation: Operation
  readonly words: string
  readonly kind: 'gap' | 'percent' | 'lap-time'
}

const named: readonly (readonly [RegExp, Measure])[] = [
  [
    /median absolute|\bmad\b/i,
    { operation: 'median-deviation', words: 'median absolute deviation', kind: 'gap' },
  ],
  [
    /coefficient of variation|\bcv\b|relative (?:standard )?deviation/i,
    { operation: 'std-share', words: 'standard deviation as a share of the mean', kind: 'percent' },
  ],
]

const quantiles: Readonly<Record<string, Operation>> = {
  5: 'fifth-percentile',
  10: 'tenth-percentile',
  25: 'first-quartile',
  75: 'third-quartile',
  90: 'ninetieth-percentile',
  95: 'ninety-fifth-percentile',
}

/** Measures that no document holds and that are computed of the green laps: of them the one that was named. */
export function measureNamed(text: string): Measure | undefined {
  const found = named.find(([pattern]) => pattern.test(text))?.[1]
  if (found !== undefined) return found
  const [, short, long] =
    /\bp ?(5|10|25|75|90|95)\b|\b(5|10|25|75|90|95)(?:th)? (?:percentile|quantile)/i.exec(text) ??
    []
  const share = short ?? long
  const operation = share === undefined ? undefined : quantiles[share]
  return operation && { operation, words: operation.replaceAll('-', ' '), kind: 'lap-time' }
}

export function measured(
  { ask, car }: CarQuestion,
  { operation, words, kind }: Measure,
  times: readonly Fact[],
): Written {
  const place = placeNamed(ask)
  const where: Piece = place === undefined ? '' : [' in ', placeCited(car, ask, place)]
  const label = `Car ${car.pattern.car}, green laps: ${words}`
  const ofPlace = kind === 'lap-time' && place !== undefined ? 'section-time' : kind
  const figure = computedFact(operation, times, ofPlace, label)
  const n = computedFact('count', times, 'count', `${label}, how many`)
  const spread = computedFact('spread', times, 'gap', `${label}: spread (IQR)`)
  return {
    sentences: [
      fact`The ${words} of your times${where} is ${exact(figure)} over ${countCited(n, 'green lap')}, as driven.`,
      fact`Their spread (IQR) is ${exact(spread)}.`,
    ],
    computed: [figure, n, spread],
    asked: [figure],
    suggestions: ['What is my median lap?', 'How consistent am I?'],
  }
}
