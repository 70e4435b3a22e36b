import { expect, test } from 'vitest'
import { lapsOf, withFlags } from './fixtures.ts'
import type { Flag } from './lap.ts'
import { orderOf } from './order.ts'
import { racePhases } from './race-phases.ts'

const times = (count: number, ms: number) => Array.from({ length: count }, () => ms)

test.each<[string, Flag[], object[]]>([
  ['green all along', ['green', 'green', 'chequered'], [{ flag: 'green', fromLap: 1, toLap: 3 }]],
  [
    'yellow and a restart',
    ['green', 'fcy', 'fcy', 'green', 'chequered'],
    [
      { flag: 'green', fromLap: 1, toLap: 1 },
      { flag: 'fcy', fromLap: 2, toLap: 3 },
      { flag: 'green', fromLap: 4, toLap: 5, restartLap: 4 },
    ],
  ],
  [
    'an end behind the safety car',
    ['green', 'safety-car', 'chequered'],
    [
      { flag: 'green', fromLap: 1, toLap: 1 },
      { flag: 'safety-car', fromLap: 2, toLap: 3 },
    ],
  ],
])('the phases of a race %s', (_, flags, phases) => {
  const leader = withFlags(lapsOf('1', times(flags.length, 97_000)), flags)
  const lapped = withFlags(lapsOf('2', times(flags.length, 150_000)), ['fcy', 'red', 'red'])
  expect(racePhases(orderOf([...lapped, ...leader]))).toEqual(phases)
})
