import { expect, test } from 'vitest'
import { saidOfCar } from './said-of-car.ts'

test.each([
  ['where do I lose time', 'where does CAR lose time'],
  ['what was my best lap', "what was CAR's best lap"],
  ['was I quicker in RACE', 'was CAR quicker in RACE'],
  ["I'm slow in SECTION, why", 'CAR is slow in SECTION, why'],
  ['who passed me', 'who passed CAR'],
])('%s', (ofMine, ofCar) => {
  expect(saidOfCar(ofMine)).toBe(ofCar)
})

test.each(['compare me with CAR', 'my gap to TOP', 'what was the fastest lap'])(
  '%s is not of the driver alone',
  (phrasing) => {
    expect(saidOfCar(phrasing)).toBeUndefined()
  },
)
