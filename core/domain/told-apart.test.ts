import { expect, test } from 'vitest'
import { CarNumber } from './ids.ts'
import type { Lap } from './lap.ts'
import { printedNumberOf, tellApart, type PrintedCar } from './told-apart.ts'

function lapsOf(car: string, times: readonly number[]): Lap[] {
  return times.map((timeMs, index) => ({
    car: CarNumber.parse(car),
    carClass: 'Am',
    lapNumber: index + 1,
    timeMs: { lap: timeMs },
    flagAtLine: 'green',
    isInLap: false,
    line: index + 2,
  }))
}

function row(car: string, laps?: number, bestLapMs?: number, bestLapNumber?: number): PrintedCar {
  return { printed: CarNumber.parse(car), laps, bestLapMs, bestLapNumber }
}

const laps = [
  ...lapsOf('3', [160_000, 151_035, 151_400]),
  ...lapsOf('13', [158_000, 149_000]),
  ...lapsOf('3-2', [161_000, 152_200, 152_070]),
]

test('the number on the car is what stands before the dash', () => {
  expect(printedNumberOf(CarNumber.parse('3-2'))).toBe('3')
  expect(printedNumberOf(CarNumber.parse('021'))).toBe('021')
})

test('two cars printed alike are told apart by their best lap, whatever the order of the rows', () => {
  const rows = [row('3', 3, 152_070, 3), row('13', 2, 149_000, 2), row('3', 3, 151_035, 2)]
  expect(tellApart(rows, laps)).toEqual(['3-2', '13', '3'])
})

test('where a best lap was deleted, the count of laps or the other row decides', () => {
  const shorter = laps.filter((lap) => lap.car !== '3-2' || lap.lapNumber < 3)
  expect(tellApart([row('3', 2), row('3', 3)], shorter)).toEqual(['3-2', '3'])
  expect(tellApart([row('3', 3, 150_000, 2), row('3', 3, 151_035, 2)], laps)).toEqual(['3-2', '3'])
})

test('rows that say nothing are taken in file order', () => {
  expect(tellApart([row('3'), row('3')], laps)).toEqual(['3', '3-2'])
})

test('a row more than there are cars has no car, a car that did not start keeps its number', () => {
  expect(tellApart([row('13', 2), row('13', 2)], laps)).toEqual(['13', undefined])
  expect(tellApart([row('99')], laps)).toEqual(['99'])
})
