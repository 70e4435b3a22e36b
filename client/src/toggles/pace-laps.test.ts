import { expect, test } from 'vitest'
import { ledgerLap } from '../laps/lap-fixture.ts'
import { lapsOffTheScale, paceLaps, phaseLines } from './pace-laps.ts'

const laps = [
  ledgerLap({ lap: 1, isClean: false, lapTimeMs: 114_168 }),
  ledgerLap({ lap: 2, lapTimeMs: 99_500, correctedMs: 99_400 }),
  ledgerLap({ lap: 3, lapTimeMs: 130_000, correctedMs: 129_900, isIncident: true }),
  ledgerLap({ lap: 4, lapTimeMs: 99_700, correctedMs: null }),
]

test('laps that do not count, and those far off, keep their place without times', () => {
  expect(paceLaps(laps)).toEqual([
    { lap: 1, correctedMs: null, drivenMs: null },
    { lap: 2, correctedMs: 99_400, drivenMs: 99_500 },
    { lap: 3, correctedMs: null, drivenMs: null },
    { lap: 4, correctedMs: null, drivenMs: 99_700 },
  ])
  expect(lapsOffTheScale(laps)).toEqual([3])
})

test('a phase is a line on its laps alone', () => {
  const phases = [{ fromLap: 2, toLap: 3, n: 2, medianMs: 99_400, shiftMs: null }]
  expect(phaseLines(phases, paceLaps(laps))).toEqual([
    { id: 'phase-2', data: [null, 99_400, 99_400, null] },
  ])
})
