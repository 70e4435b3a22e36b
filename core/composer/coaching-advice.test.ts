import { describe, expect, test } from 'vitest'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import { actions } from './coaching-actions.ts'
import { hypotheses } from './coaching-hypotheses.ts'
import { summary } from './coaching-summary.ts'
import { car, coached, laps, section, story } from './fixtures.ts'
import { textOf } from './say.ts'

const watch = {
  car: car('51'),
  lap: 18,
  drivenMs: 29_800,
  quickerByMs: 50,
  paceRank: 6,
  isSurelyQuicker: false,
  isFree: true,
}
const weak = section(300, { repeatGainMs: 150, targetLaps: [3, 6, 9], watch })
const weakInTwo: Partial<PatternDocument> = {
  sections: { s1: section(-20), s2: weak, s3: section(-10) },
  opportunities: ['s2'],
}
const few = section(0, { paceGapMs: null, paceMs: null, medianGapMs: 1650 })
const tooFewForAPace: Partial<PatternDocument> = {
  cleanLaps: 3,
  lapsDone: 4,
  laps: laps(4),
  lap: { ...weak, paceMs: null, paceRank: null, paceGapMs: null },
  sections: { s2: few },
}

describe('the four lines', () => {
  test('result, biggest part, what to work on, whose onboard', () => {
    expect(summary(coached({ ...weakInTwo, position: 3 })).map(textOf)).toEqual([
      'P3, P5 after lap 1; pace 7th of 22.',
      'Section 2 (Turns 5–11): 0.30 s off the quick quarter.',
      'Work on Section 2: drive it as on your laps 3, 6 and 9.',
      'Watch car 51, lap 18, in Section 2.',
    ])
  })

  test.each([
    [{}, 'P5, as after lap 1; pace 7th of 22.'],
    [{ position: null, positionOnRoad: 9 }, 'P9 on the road, P5 after lap 1; pace 7th of 22.'],
    [{ lapsDone: 7 }, 'P5, 7 of 11 laps, as after lap 1; pace 7th of 22.'],
    [
      { story: { ...story, startedFromPitLane: true } },
      'P5 from the pit lane, as after lap 1; pace 7th of 22.',
    ],
    [{ lapsDone: 1, laps: laps(1) }, 'P5, 1 of 11 laps; pace 7th of 22.'],
  ])('the result of %j', (parts, line) => {
    const [first] = summary(coached(parts))
    expect(first && textOf(first)).toBe(line)
  })

  test.each([
    [
      section(-80),
      'Nothing is off the quick quarter; the smallest margin is Section 2 (Turns 5–11): 0.08 s ahead.',
    ],
    [section(0), 'Nothing is off the quick quarter; Section 2 (Turns 5–11) is level with it.'],
    [
      section(4),
      'Nothing is clearly off the quick quarter; the furthest is Section 2 (Turns 5–11), by 0.004 s.',
    ],
  ])('a car that is not clearly off anywhere: %#', (s2, line) => {
    expect(
      textOf(
        summary(coached({ sections: { s2 } }))[1] ?? {
          kind: 'note',
          author: 'composer',
          parts: [],
        },
      ),
    ).toBe(line)
  })

  test('too few green laps for a pace', () => {
    expect(summary(coached(tooFewForAPace)).map(textOf)).toEqual([
      'P5, 4 of 11 laps, as after lap 1.',
      '3 green laps are too few for a pace; as driven, Section 2 (Turns 5–11) is 1.65 s off the best of the race in the median.',
      'Begin with Section 2: your own best there under green is from lap 2.',
      'An onboard to watch cannot be named from so few laps.',
    ])
  })

  test('the quickest car everywhere has its own laps to watch', () => {
    const lines = summary(coached({})).map(textOf)
    expect(lines.at(-1)).toBe(
      'No car was quicker in any section: your own laps are the onboard to watch.',
    )
  })
})

describe('actions', () => {
  const first = (parts: Partial<typeof watch>) => {
    const s2 = section(300, { watch: { ...watch, ...parts } })
    const [action] = actions(coached({ sections: { s2 }, opportunities: ['s2'] }))
    return action && textOf(action)
  }
  const start = 'Watch the onboard of car 51 on lap 18 in Section 2 (Turns 5–11): '

  test.each([
    [{}, 'a little quicker there, by 0.05 s.'],
    [{ quickerByMs: 4 }, 'the next in pace there, hardly quicker than you.'],
    [{ quickerByMs: 310 }, '0.31 s quicker there, though not beyond chance.'],
    [{ quickerByMs: 310, isSurelyQuicker: true }, '0.31 s quicker there.'],
    [{ isFree: false }, 'a little quicker there, by 0.05 s, with a car close ahead.'],
  ])('whose onboard: %j', (parts, ending) => {
    expect(first(parts)).toBe(start + ending)
  })

  test('own laps to repeat, of the quickest three, and then another section', () => {
    const sections = {
      s2: section(200, { repeatGainMs: 150, targetLaps: [3, 5, 6, 9] }),
      s3: section(-10, { repeatGainMs: 60, targetLaps: [4, 8, 10] }),
    }
    const quick = { 3: 29_500, 5: 29_700, 6: 29_400, 9: 29_600 }
    const own = Object.fromEntries(
      Object.entries(quick).map(([lap, s2]) => [lap, { correctedMs: { s2 } }]),
    )
    const car13 = coached({ sections, opportunities: ['s2'], laps: laps(11, own) })
    expect(actions(car13).map(textOf)).toEqual([
      'Try to repeat laps 3, 6 and 9 in Section 2: they are your own reference there.',
      'Then Section 3: your laps 4, 8 and 10 are the reference, worth 0.06 s or more against your normal.',
    ])
  })
})

describe('hypotheses', () => {
  const followed = [
    {
      car: car('93'),
      fromLap: 2,
      toLap: 6,
      laps: 5,
      lapsWithinOneSecond: 3,
      medianIntervalMs: 400,
      lapsAhead: 0,
    },
  ]
  const behind = { followed: { car: car('93'), lap: 2, intervalMs: 400, lapsAhead: 0 } }

  test('being held up is one only beside laps driven alone', () => {
    const close = { 2: behind, 3: behind, 4: behind, 5: behind, 6: behind }
    const told = (own: PatternDocument['laps']) =>
      hypotheses(coached({ story: { ...story, followed }, laps: own })).map(textOf)
    expect(told(laps(11, close))).toEqual([
      'Close behind car 93 on laps 2 to 6, you may have been held up. Compare those laps on video with your laps 7 to 11, driven alone.',
    ])
    expect(told(laps(8, close))).toEqual([])
  })

  test.each([
    [
      'fading',
      'You lost to the field through the race; tyres, traffic or your own rhythm may be behind it. Set lap 2 beside lap 11 on video: is it the car or the driving?',
    ],
    [
      'improving',
      'You gained on the field through the race; you may have found something on the way. Set lap 2 beside lap 11 on video and keep what changed.',
    ],
  ] as const)('a car that is %s', (verdict, sentence) => {
    const trend = { n: 10, slopeMsPerLap: 1, lowMs: 0, highMs: 2, verdict }
    expect(hypotheses(coached({ trend })).map(textOf)).toEqual([sentence])
  })

  test('what happens between the loops is on the video', () => {
    expect(hypotheses(coached(weakInTwo)).map(textOf)).toEqual([
      'Braking, line or throttle may make the difference in Section 2. Put lap 18 of car 51 beside your lap 3: where the two first part tells which.',
    ])
  })
})
