import { expect, test } from 'vitest'
import { CarNumber } from '#core/domain/ids.ts'
import { linesOf } from './lap-chart-lines.ts'

const lap = (number: number, position: number | null, gapToLeaderMs: number | null) => ({
  lap: number,
  lapTimeMs: 97_000,
  position,
  gapToLeaderMs,
  flagAtLine: 'green' as const,
  isClean: true,
  isPitIn: number === 2,
})
const car = (number: string, laps: readonly ReturnType<typeof lap>[]) => ({
  car: CarNumber.parse(number),
  carClass: 'Am',
  position: null,
  laps: [...laps],
})

test('a car that stopped early has a line that ends there, and one without a time a hole', () => {
  const cars = [
    car('13', [lap(1, 1, 0), lap(2, 2, 1250), lap(3, 1, 0)]),
    car('3', [lap(1, 2, 400), lap(2, null, null)]),
  ]
  expect(linesOf(cars, 'gaps')).toMatchObject({
    laps: [1, 2, 3],
    lines: [
      { car: '13', values: [0, 1.25, 0], last: { lap: 3, value: 0 }, pitLaps: [{ lap: 2 }] },
      { car: '3', values: [0.4, null, null], last: { lap: 1, value: 0.4 }, pitLaps: [] },
    ],
  })
})
