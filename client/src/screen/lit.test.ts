import { expect, test } from 'vitest'
import { isLit } from './lit.ts'

const lapInSection = { raceId: 'barber-r1', car: '3', lap: 8, section: 's2' } as const

test.each([
  ['the mark of the lap', { raceId: 'barber-r1', car: '3', lap: 8 }, true],
  ['the section on the map', { raceId: 'barber-r1', car: '3', section: 's2' }, true],
  ['a section without a race', { section: 's2' }, true],
  ['another lap', { raceId: 'barber-r1', car: '3', lap: 9 }, false],
  ['the same section of another lap', { lap: 9, section: 's2' }, false],
  ['the same lap of another car', { raceId: 'barber-r1', car: '5', lap: 8 }, false],
  ['the same lap of another race', { raceId: 'barber-r2', car: '3', lap: 8 }, false],
  ['the whole car', { raceId: 'barber-r1', car: '3' }, false],
] as const)('section 2 of lap 8 falls on %s: %s, %s', (_, part, expected) => {
  expect(isLit(part, lapInSection)).toBe(expected)
  expect(isLit(lapInSection, part)).toBe(expected)
})

test('without a spot nothing is lit', () => {
  expect(isLit({ lap: 8 }, undefined)).toBe(false)
})
