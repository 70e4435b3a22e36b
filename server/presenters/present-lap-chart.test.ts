import { expect, test } from 'vitest'
import { CarNumber, RaceId } from '#core/domain/ids.ts'
import { patternDocument } from '../fixtures/car-documents.ts'
import { presentLapChart } from './present-lap-chart.ts'

const raceId = RaceId.parse('barber-r1')

/** A car whose laps ended at these times of the race; null is a lap without a time. */
function carThatEnded(car: string, ends: readonly (number | null)[]) {
  const document = patternDocument(raceId, CarNumber.parse(car), { laps: ends.length })
  const laps = Object.values(document.laps).map((entry, index) => [
    String(entry.lap),
    { ...entry, elapsedMs: ends[index] ?? null },
  ])
  return { ...document, laps: Object.fromEntries(laps) }
}

test('the gap to the leader is to the first car that ended a lap of that number', () => {
  const chart = presentLapChart([
    carThatEnded('13', [100_000, 200_500]),
    carThatEnded('3', [100_400, 200_000]),
    carThatEnded('22', [101_000, null]),
  ])
  expect(chart.map(({ car, laps }) => [car, laps.map((lap) => lap.gapToLeaderMs)])).toEqual([
    ['13', [0, 500]],
    ['3', [400, 0]],
    ['22', [1000, null]],
  ])
})
