import { expect, test } from 'vitest'
import { phasesInWords } from './race-phases.ts'

test.each([
  [[], undefined],
  [[{ flag: 'green', fromLap: 1, toLap: 20, restartLap: null } as const], 'green throughout'],
  [
    [
      { flag: 'fcy', fromLap: 1, toLap: 2, restartLap: 3 } as const,
      { flag: 'green', fromLap: 3, toLap: 9, restartLap: null } as const,
      { flag: 'red', fromLap: 10, toLap: 10, restartLap: null } as const,
    ],
    'full-course yellow on laps 1 and 2, red flag on lap 10',
  ],
])('the phases %j are told as %s', (phases, words) => {
  expect(phasesInWords(phases)).toBe(words)
})
