import fc from 'fast-check'
import { expect, test } from 'vitest'
import { phases } from './change-points.ts'
import { correctedLaps } from './fixtures.ts'

/** The scatter of a real car's laps, some incidents included, in ms. */
const scatter = [
  120, -80, 40, -150, 230, -30, 90, -210, 10, 160, -60, 1900, -120, 70, -40, 200, -170, 30, -90,
  140, 60, -20, 350, -110,
]
const level = (shifts: readonly (readonly [laps: number, ms: number])[]) => {
  const levels = shifts.flatMap(([laps, ms]) => Array.from({ length: laps }, () => ms))
  return correctedLaps(levels.map((ms, index) => 98_000 + ms + (scatter[index % 24] ?? 0)))
}

test('a car that is the same all race has one phase', () => {
  expect(phases(level([[24, 0]]))).toEqual([{ fromLap: 2, toLap: 25, n: 24, medianMs: 98_020 }])
})

test('a car that finds half a second has two, with the shift between them', () => {
  const [before, after, ...more] = phases(
    level([
      [12, 500],
      [12, 0],
    ]),
  )
  expect(more).toEqual([])
  expect(before).toMatchObject({ fromLap: 2, toLap: 13, n: 12 })
  expect(after).toMatchObject({ fromLap: 14, toLap: 25, n: 12 })
  expect(after?.shiftMs).toBe((after?.medianMs ?? 0) - (before?.medianMs ?? 0))
  expect(after?.shiftMs).toBeLessThan(-400)
})

test('improving, then fading', () => {
  const found = phases(
    level([
      [14, 1200],
      [14, 0],
      [14, 1500],
    ]),
  )
  expect(found.map(({ fromLap, toLap }) => [fromLap, toLap])).toEqual([
    [2, 15],
    [16, 29],
    [30, 43],
  ])
  expect(found.map(({ shiftMs }) => Math.sign(shiftMs ?? 0))).toEqual([0, -1, 1])
})

test('a shift smaller than 0.1 % of the pace is none, however clear', () => {
  const tidy = (ms: number) =>
    phases(correctedLaps(Array.from({ length: 31 }, (_, index) => 100_000 + (index < 16 ? 0 : ms))))
  expect(tidy(100)).toHaveLength(1)
  expect(tidy(101)).toHaveLength(2)
})

test('ten laps in two clear halves are too few, twelve are not; four laps can be a phase', () => {
  const halves = (before: number, after: number) =>
    phases(
      level([
        [before, 9000],
        [after, 0],
      ]),
    ).map(({ n }) => n)
  expect(halves(5, 5)).toEqual([10])
  expect(halves(6, 6)).toEqual([6, 6])
  expect(halves(36, 4)).toEqual([36, 4])
  expect(halves(37, 3)).toEqual([40])
})

test('one incident, and three slow laps at the end, are no phase', () => {
  const slowEnd = level([
    [20, 0],
    [3, 2000],
  ])
  expect(phases(slowEnd)).toHaveLength(1)
})

test('phases count laps, whatever numbers they have', () => {
  const laps = level([
    [12, 500],
    [12, 0],
  ]).map(({ lapNumber, ...lap }) =>
    Object.assign(lap, { lapNumber: lapNumber + (lapNumber > 13 ? 5 : 0) }),
  )
  expect(phases(laps).map(({ fromLap, toLap }) => [fromLap, toLap])).toEqual([
    [2, 13],
    [19, 30],
  ])
})

test('few laps have one phase, none have none', () => {
  expect(
    phases(
      level([
        [4, 900],
        [3, 0],
      ]),
    ),
  ).toHaveLength(1)
  expect(phases([])).toEqual([])
})

test('phases follow one another without a lap lost', () => {
  const times = fc.array(fc.integer({ min: 97_000, max: 99_000 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(times, (ms) => {
      const found = phases(correctedLaps(ms))
      expect(found[0]?.fromLap).toBe(2)
      expect(found.at(-1)?.toLap).toBe(ms.length + 1)
      expect(found.reduce((sum, { n }) => sum + n, 0)).toBe(ms.length)
    }),
  )
})

test.each([12, 16, 24, 40])(
  'of %i laps in random order, fewer than one in twenty get phases',
  (n) => {
    const series = 600
    const random = seeded(n)
    const alarms = Array.from({ length: series }, () => {
      const shuffled = Array.from({ length: n }, (_, index) => 98_000 + (scatter[index % 24] ?? 0))
        .map((ms) => ({ ms, key: random() }))
        .toSorted((a, b) => a.key - b.key)
      return phases(correctedLaps(shuffled.map(({ ms }) => ms))).length > 1
    }).filter(Boolean)
    expect(alarms.length / series).toBeLessThan(0.05)
  },
)

/** The same numbers every time: mulberry32. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
