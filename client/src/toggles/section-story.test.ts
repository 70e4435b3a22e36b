import { expect, test } from 'vitest'
import { CarSection, CarSectionsAnswer } from '#core/protocol/rest/car-sections-answer.ts'
import { quickNotEveryLap, slowEveryLap } from './section-story.ts'

function section(id: string, gapMs: number | null, repeatGainMs: number | null) {
  return CarSection.parse({
    section: id,
    n: 24,
    meanMs: null,
    medianMs: null,
    bestMs: null,
    stdMs: null,
    medianGapMs: null,
    meanGapMs: null,
    pace: {
      n: 24,
      paceMs: 43_326,
      lowMs: null,
      highMs: null,
      rank: 16,
      of: 22,
      gapMs,
      gapLowMs: null,
      gapHighMs: null,
      targetMs: null,
      repeatGainMs,
      targetLaps: [],
    },
    quickQuarterMs: null,
    fieldMedianMs: null,
    corners: [],
    cornerRange: null,
    lengthM: null,
    own: null,
    watch: null,
    worstOnLaps: 0,
    shareOfSpread: null,
    opportunityRank: null,
    subSections: [],
  })
}

function answer(given: Partial<CarSectionsAnswer>): CarSectionsAnswer {
  return CarSectionsAnswer.parse({
    raceId: 'barber-r1',
    trackId: 'barber',
    car: '3',
    carClass: 'Am',
    hasEnoughLaps: true,
    opportunities: ['s2', 's3'],
    firstStandsOut: false,
    sections: [section('s1', 256, 18), section('s2', 548, 90), section('s3', 395, 115)],
    lap: null,
    ...given,
  })
}

test('the first opportunity is slow every lap, and the second close behind where it does not stand out', () => {
  expect(slowEveryLap(answer({}))).toMatchObject({
    section: 's2',
    gapMs: 548,
    standsOut: false,
    closeBehind: 's3',
  })
  expect(slowEveryLap(answer({ firstStandsOut: true }))).not.toHaveProperty('closeBehind')
})

test('a car without an opportunity is slow nowhere', () => {
  expect(slowEveryLap(answer({ opportunities: [] }))).toBeUndefined()
})

test('where the best laps are worth most is quick, but not every lap', () => {
  expect(quickNotEveryLap(answer({}))).toMatchObject({ section: 's3', gainMs: 115 })
})

test('sections without a gain of their own are none', () => {
  const sections = [section('s1', 256, null), section('s2', 548, 0)]
  expect(quickNotEveryLap(answer({ sections }))).toBeUndefined()
})
