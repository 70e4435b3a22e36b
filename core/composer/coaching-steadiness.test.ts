import { describe, expect, test } from 'vitest'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import type { Observation } from './coached-car.ts'
import { steadinessSentences } from './coaching-steadiness.ts'
import { bestLapSentences, strengthSentences } from './coaching-strength.ts'
import { coached, section } from './fixtures.ts'
import { textOf } from './say.ts'

const told = (observations: readonly Observation[]) =>
  observations.map(({ sentence }) => textOf(sentence))

describe('steadiness', () => {
  const steady = { steadyMs: 208, steadyRank: 13, steadyOf: 22 }
  const trend = (verdict: 'improving' | 'fading' | 'steady', slopeMsPerLap: number) => ({
    trend: { n: 20, slopeMsPerLap, lowMs: slopeMsPerLap - 9, highMs: slopeMsPerLap + 9, verdict },
  })

  test.each([
    [
      trend('improving', -45),
      ['You gained 0.05 s a lap on the field over 20 green laps, beyond chance.'],
    ],
    [
      trend('fading', 45),
      ['You lost 0.05 s a lap to the field over 20 green laps, beyond chance.'],
    ],
    [
      { ...steady, ...trend('steady', 2) },
      [
        'Half of your laps lie within ±0.21 s, 13th of 22 for steadiness, without a trend against the field.',
      ],
    ],
    [steady, ['Half of your laps lie within ±0.21 s, 13th of 22 for steadiness.']],
  ])('%j', (parts, sentences) => {
    expect(told(steadinessSentences(coached(parts)))).toEqual(sentences)
  })

  test('each phase is set against the one before', () => {
    const phase = (fromLap: number, toLap: number, shiftMs: number | null) => ({
      fromLap,
      toLap,
      n: toLap - fromLap + 1,
      medianMs: 90_000,
      shiftMs,
    })
    const phases = [phase(2, 5, null), phase(6, 9, 420), phase(10, 11, -330)]
    expect(told(steadinessSentences(coached({ phases })))).toEqual([
      'On laps 6 to 9 you were 0.42 s slower than on laps 2 to 5 and on laps 10 and 11 0.33 s quicker than that, the track taken out.',
    ])
  })
})

describe('what is good', () => {
  const strength = (paceGapMs: number, isSurelyAhead: boolean) =>
    told(
      strengthSentences(
        coached({
          opportunities: ['s2'],
          strengths: [
            {
              quantity: 's1',
              paceGapMs,
              gapPct: 0,
              paceRank: 4,
              isAhead: paceGapMs < 0,
              isSurelyAhead,
            },
          ],
        }),
      ),
    )

  test.each([
    [
      -120,
      true,
      'Your strength is Section 1 (Turns 1–4): 0.12 s ahead of the quick quarter, 4th of 22.',
    ],
    [
      -120,
      false,
      'Your strength is Section 1 (Turns 1–4): 0.12 s ahead of the quick quarter, 4th of 22, though not beyond chance.',
    ],
    [
      120,
      false,
      'You are closest in Section 1 (Turns 1–4): 0.12 s off the quick quarter, 4th of 22 (7th over the whole lap).',
    ],
  ])('%d ms, surely %s', (gapMs, isSurely, sentence) => {
    expect(strength(gapMs, isSurely)).toEqual([sentence])
  })

  const best = (ideal: Partial<PatternDocument>, ownLaps: readonly [number, number, number]) => {
    const own = (lap: number) =>
      section(0, { own: { bestMs: 29_000, lap, isClean: lap !== 10, excludedBecause: [] } })
    const [s1, s2, s3] = ownLaps.map(own)
    if (s1 === undefined || s2 === undefined || s3 === undefined) throw new Error('three laps')
    const bestLap = { lap: 4, lapTimeMs: 99_167 }
    return told(bestLapSentences(coached({ bestLap, sections: { s1, s2, s3 }, ...ideal })))
  }
  const sums = { idealLapMs: 98_997, idealJointMs: 98_997, idealCleanMs: 99_010, potentialMs: 170 }

  test.each([
    [
      8,
      [3, 11, 7],
      'Best lap 1:39.167 on lap 4, 0.17 s off your best sections put together, far apart on laps 3, 7 and 11.',
    ],
    [
      1,
      [4, 5, 4],
      'Best lap 1:39.167 on lap 4, 0.17 s off your best sections put together, from laps 4 and 5.',
    ],
    [
      8,
      [3, 10, 7],
      'Best lap 1:39.167 on lap 4; your best green sections put together make 1:39.010, and your quickest Section 2 is from lap 10, which does not count.',
    ],
  ] as const)('best sections %d laps apart, on laps %j', (idealApartLaps, ownLaps, sentence) => {
    expect(best({ ...sums, idealApartLaps }, ownLaps)).toEqual([sentence])
  })
})
