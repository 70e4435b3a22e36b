import { expect, test } from 'vitest'
import { RaceId } from '#core/domain/ids.ts'
import type { Card } from '#core/protocol/documents/coaching-document.ts'
import { writeCoaching } from './coaching.ts'
import { coached, laps, section } from './fixtures.ts'
import { textOf } from './say.ts'

type Check = NonNullable<Card['check']>
const check: Check = {
  raceId: RaceId.parse('barber-r2'),
  verdict: 'cannot-tell',
  shiftMs: -59.4,
  lowMs: -152.9,
  highMs: 19.5,
  usualShiftMs: -82.7,
  othersAsMuch: [12, 21],
  sentences: [],
}
const figures: Card = {
  raceId: RaceId.parse('barber-r1'),
  quantity: 's2',
  paceGapMs: 547.655,
  repeatGainMs: 90.216,
  aimGapMs: 457.439,
  sentences: [],
  check,
}

const s2 = section(547.655, { repeatGainMs: 90.216, targetLaps: [4, 7, 9] })
function written(parts: Partial<Card>): Card {
  const car = coached({ sections: { s2 }, opportunities: ['s2'] })
  const { card } = writeCoaching(car, { card: { ...figures, ...parts }, previousCard: null })
  if (card === null) throw new Error('the card is gone')
  return card
}
const checked = (parts: Partial<Check>) =>
  written({ check: { ...check, ...parts } }).check?.sentences.map(textOf)

test('one thing, from how much to how much, for a race run', () => {
  expect(written({}).sentences.map(textOf)).toEqual([
    'Next race run: Section 2 (Turns 5–11) from 0.548 s to 0.457 s off the quick quarter.',
    'That is driving every lap there like your own best quarter of laps, as on laps 4, 7 and 9.',
    'It is for a race run, not for qualifying.',
  ])
  expect(written({ aimGapMs: 0 }).sentences.map(textOf)[0]).toBe(
    'Next race run: Section 2 (Turns 5–11) from 0.548 s off the quick quarter to level with it.',
  )
})

const usual = '; cars with a card moved 0.08 s closer on their own.'

const verdicts: readonly (readonly [Partial<Check>, string, string])[] = [
  [
    {},
    `Cannot tell: in Race 2 Section 2 was 0.06 s closer to the quick quarter, and anything from 0.15 s closer to 0.02 s further away fits your laps${usual}`,
    '12 of 21 other cars moved at least as far.',
  ],
  [
    { verdict: 'met', shiftMs: -350, othersAsMuch: [0, 21] },
    `Met in Race 2: Section 2 was 0.35 s closer to the quick quarter${usual}`,
    'None of 21 other cars did as well.',
  ],
  [
    { verdict: 'not-met' },
    `Not met in Race 2: Section 2 was only 0.06 s closer to the quick quarter${usual}`,
    '12 of 21 other cars moved at least as far.',
  ],
  [
    { verdict: 'not-met', shiftMs: 60, othersAsMuch: [17, 21] },
    `Not met in Race 2: Section 2 was 0.06 s further from the quick quarter${usual}`,
    '17 of 21 other cars did as well there or better.',
  ],
]

test.each(verdicts)('the check %j', (parts, ...sentences) => {
  expect(checked(parts)).toEqual(sentences)
})

test('a race 2 with too few laps cannot tell', () => {
  const nothing = {
    shiftMs: null,
    lowMs: null,
    highMs: null,
    usualShiftMs: null,
    othersAsMuch: null,
  }
  expect(checked(nothing)).toEqual(['Cannot tell: Race 2 has too few green laps in Section 2.'])
})

test('a car with fewer than three green laps is told why its laps do not count', () => {
  const own = laps(4, {
    2: { isClean: false, excludedBecause: ['yellow', 'incomplete'] },
    3: { isClean: false, excludedBecause: ['yellow'] },
    4: { isClean: false, excludedBecause: ['in-lap'], position: 9 },
  })
  const car = coached({ hasEnoughLaps: false, cleanLaps: 0, lapsDone: 4, laps: own })
  const document = writeCoaching(car, { card: null, previousCard: null })
  expect(document.summary.map(textOf)).toEqual([
    'P5, 4 of 11 laps, as after lap 1.',
    'None of your 4 laps counts: too few to say where time is.',
    "There is nothing to work on from this race's timing.",
  ])
  expect(document.observations.map(textOf)).toEqual([
    'What does not count: lap 1 (always), laps 2 and 3 (yellow) and lap 4 (in-lap).',
    'After your last lap, lap 4, you were P9.',
  ])
  expect([...document.actions, ...document.hypotheses]).toEqual([])
})
