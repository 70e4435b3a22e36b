import { expect, test } from 'vitest'
import { car, lap } from './charted-cars-fixture.ts'
import { linesOf } from './lap-chart-lines.ts'

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
