import fc from 'fast-check'
import { expect, test } from 'vitest'
import { car, lapsOf, withFlags } from './fixtures.ts'
import type { Lap } from './lap.ts'
import { ledgerOf } from './ledger.ts'
import { raceStory } from './race-story.ts'
import { raceView } from './race-view.ts'

function storyOf(number: string, laps: readonly Lap[]) {
  const race = raceView(ledgerOf(laps))
  return raceStory(race.cars.get(car(number)) ?? [], race)
}

const even = lapsOf('7', [100_000, 100_000, 100_000, 100_000])
/** A second behind on lap 1, ahead of car 7 on lap 2. */
const quick = lapsOf('8', [101_000, 98_000, 100_000, 100_000])

test('a place changes hands on track, won by the one and lost by the other', () => {
  const laps = [...even, ...quick]
  const change = { lapNumber: 2, kind: 'on-track' }
  expect(storyOf('8', laps).changes).toEqual([{ ...change, car: '7', isWon: true }])
  expect(storyOf('7', laps).changes).toEqual([{ ...change, car: '8', isWon: false }])
})

test.each<[string, Lap[], string, string]>([
  ['a restart', withFlags(even, ['fcy']), 'restart', 'restart'],
  ['yellow', withFlags(even, ['green', 'fcy']), 'under-yellow', 'under-yellow'],
  [
    'a stop in the pits',
    lapsOf('7', [100_000, { timeMs: { lap: 100_000 }, isInLap: true }]),
    'other-pit-stop',
    'own-pit-stop',
  ],
])('a place that changes hands at %s is told so', (_, loser, ofWinner, ofLoser) => {
  const laps = [...loser, ...quick]
  expect(storyOf('8', laps).changes[0]).toMatchObject({ isWon: true, kind: ofWinner })
  expect(storyOf('7', laps).changes[0]).toMatchObject({ isWon: false, kind: ofLoser })
})

test('a car that ends no further lap is a place won by its retirement', () => {
  const retired = lapsOf('1', [99_000])
  expect(storyOf('7', [...retired, ...even]).changes).toEqual([
    { lapNumber: 2, car: '1', isWon: true, kind: 'retirement' },
  ])
})

test('a car whose lap is not in the file has not retired', () => {
  const gap = lapsOf('1', [99_000, 99_000, 99_000, 99_000]).filter(
    ({ lapNumber }) => lapNumber !== 2,
  )
  expect(storyOf('7', [...gap, ...even]).changes).toEqual([])
})

test('positions are told after lap 1, at best, at worst and at the end', () => {
  expect(storyOf('8', [...even, ...quick])).toMatchObject({
    afterLapOne: { position: 2, lapNumber: 1 },
    best: { position: 1, lapNumber: 2 },
    worst: { position: 2, lapNumber: 1 },
    last: { position: 1, lapNumber: 4 },
  })
})

const chaser = lapsOf('9', [100_800, 100_100, 101_400, 97_600])

test('a car is followed for as long as laps in a row end within two seconds of it', () => {
  const story = storyOf('9', [...even, ...chaser])
  expect(story.stretches).toEqual([
    {
      car: '7',
      fromLap: 1,
      toLap: 2,
      laps: 2,
      lapsWithinOneSecond: 2,
      medianIntervalMs: 850,
      lapsAhead: 0,
    },
  ])
})

test('laps close behind a car are counted, in a row or not', () => {
  const back = lapsOf('9', [100_800, 102_200, 98_500, 100_000])
  expect(storyOf('9', [...even, ...back]).followed).toEqual([
    { car: '7', lapsWithinOneSecond: 1, lapsWithinTwoSeconds: 3 },
  ])
})

test('behind the safety car nobody is followed', () => {
  const slow = (laps: Lap[]) => withFlags(laps, ['fcy', 'fcy', 'fcy', 'fcy'])
  expect(storyOf('9', [...slow(even), ...slow(chaser)]).followed).toEqual([])
})

test('a car close behind that is being lapped is told by its laps', () => {
  const lapped = lapsOf('5', [199_500, 100_000, 100_000])
  expect(storyOf('7', [...even, ...lapped]).stretches).toMatchObject([
    { car: '5', fromLap: 2, toLap: 4, lapsAhead: -1, medianIntervalMs: 500 },
  ])
})

test.each([
  ['at one go', [101_400, 101_700], [{ closeLap: 1, farLap: 2, closeMs: 1_400, farMs: 3_100 }]],
  [
    'over laps between',
    [101_400, 100_600, 101_100],
    [{ closeLap: 1, farLap: 3, closeMs: 1_400, farMs: 3_100 }],
  ],
  ['never quite', [101_400, 101_600], []],
  ['from too far', [101_600, 102_000], []],
])('a gap that opens %s', (_, laps, opened) => {
  const { gapsOpened } = storyOf('9', [...even, ...lapsOf('9', laps)])
  expect(gapsOpened).toEqual(opened.map((one) => ({ ...one, car: '7' })))
})

test('a gap that another car drives into has not opened to the first', () => {
  const between = lapsOf('8', [103_000, 98_500])
  const falling = lapsOf('9', [101_400, 104_000])
  expect(storyOf('9', [...even, ...between, ...falling]).gapsOpened).toEqual([])
})

const times = fc.array(fc.integer({ min: 90, max: 130 }), { minLength: 1, maxLength: 6 })

test('what one car wins from another, the other loses to it on the same lap', () => {
  fc.assert(
    fc.property(fc.array(times, { minLength: 1, maxLength: 5 }), (cars) => {
      const race = raceView(ledgerOf(cars.flatMap((laps, index) => lapsOf(String(index), laps))))
      const between = (isWon: boolean) =>
        [...race.cars].flatMap(([own, laps]) =>
          raceStory(laps, race)
            .changes.filter((change) => change.isWon === isWon && change.kind !== 'retirement')
            .map(({ lapNumber, car: other }) =>
              [lapNumber, ...(isWon ? [own, other] : [other, own])].join(' '),
            ),
        )
      expect(between(true).toSorted()).toEqual(between(false).toSorted())
    }),
  )
})
