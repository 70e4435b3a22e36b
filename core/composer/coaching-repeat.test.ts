import { expect, test } from 'vitest'
import { repeatSentences, sameSectionSentences, sectionToWorkOn } from './coaching-repeat.ts'
import { coached, section } from './fixtures.ts'
import { textOf } from './say.ts'

const repeat = (paceGapMs: number, repeatGainMs: number | null, targetLaps = [4, 7, 10]) =>
  repeatSentences(
    coached({
      sections: { s2: section(paceGapMs, { repeatGainMs, targetLaps }) },
      opportunities: paceGapMs > 0 ? ['s2'] : [],
    }),
  ).map(({ sentence }) => textOf(sentence))

test.each([
  [200, 110, 'laps 4, 7 and 10).'],
  [90, 110, 'laps 4, 7 and 10); on those you drove the quick quarter there, or better.'],
  [500, 110, 'laps 4, 7 and 10); there is more to learn there than to repeat.'],
])('quick but not every lap: a gap of %d ms, a gain of %d ms', (gapMs, gainMs, ending) => {
  const start =
    'In Section 2 you were 0.11 s or more better than your normal on 3 of 10 green laps, the track taken out ('
  expect(repeat(gapMs, gainMs)).toEqual([start + ending])
})

test('one good stretch is no habit', () => {
  expect(repeat(200, null, [4, 5, 6])).toEqual([
    'Your quickest laps in Section 2 are one stretch, laps 4, 5 and 6, so no habit yet.',
  ])
})

test('with too few laps for an own best quarter nothing is said of it', () => {
  expect(repeat(200, null, [])).toEqual([])
})

test.each([
  [
    [16, 7, 1],
    'Mostly the same place: Section 1 was the furthest off on 16 laps, Section 2 on 7 and Section 3 on 1.',
  ],
  [
    [1, 7, 16],
    'Lap by lap another place leads: Section 3 was the furthest off on 16 laps, Section 2 on 7 and Section 1 on 1.',
  ],
  [
    [9, 8, 7],
    'The weak place wanders: Section 1 was the furthest off on 9 laps, Section 2 on 8 and Section 3 on 7.',
  ],
  [[5, 0, 5], 'Lap by lap, Section 1 was the furthest off on 5 laps and Section 3 on 5.'],
  [[0, 12, 0], 'Section 2 was the furthest off on every one of 12 laps.'],
  [[1, 0, 0], 'Section 1 was the furthest off on every one of 1 lap.'],
])('the weak section of laps %j', ([s1 = 0, s2 = 0, s3 = 0], sentence) => {
  const worst = (worstOnLaps: number) => section(100, { worstOnLaps })
  const car = coached({
    sections: { s1: worst(s1), s2: worst(s2), s3: worst(s3) },
    opportunities: ['s1'],
  })
  expect(sameSectionSentences(car).map((one) => textOf(one.sentence))).toEqual([sentence])
})

test('to work on is what is off, else what can be repeated, else the smallest margin', () => {
  const s1 = section(-50)
  const s2 = section(-90, { repeatGainMs: 40, targetLaps: [3, 6, 9] })
  expect(sectionToWorkOn(coached({ sections: { s1, s2 }, opportunities: ['s3'] }))).toBe('s3')
  expect(sectionToWorkOn(coached({ sections: { s1, s2 } }))).toBe('s2')
  expect(sectionToWorkOn(coached({ sections: { s1, s3: section(-70) } }))).toBe('s1')
})
