import { expect, test } from 'vitest'
import { phasesInWords } from './pattern-words.ts'

const phase = (fromLap: number, toLap: number, medianMs: number, shiftMs: number | null) => ({
  fromLap,
  toLap,
  n: toLap - fromLap + 1,
  medianMs,
  shiftMs,
})

test('one phase is said to be none', () => {
  expect(phasesInWords([phase(4, 27, 99_892.7, null)])).toBe(
    'One phase: nowhere did the pace change by more than chance explains.',
  )
})

test('each phase is told with how it moved', () => {
  expect(phasesInWords([phase(4, 12, 99_900, null), phase(13, 27, 99_546, -354)])).toBe(
    'Laps 4 to 12: 1:39.900. Laps 13 to 27: 1:39.546, −0.354 s to the phase before.',
  )
})

test('too few laps have no phase', () => {
  expect(phasesInWords([])).toBeUndefined()
})
