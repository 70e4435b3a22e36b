import { describe, expect, test } from 'vitest'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import type { Observation } from './coached-car.ts'
import { lapSentences } from './coaching-laps.ts'
import { storySentences } from './coaching-story.ts'
import { car, coached, laps, story } from './fixtures.ts'
import { textOf } from './say.ts'

const told = (observations: readonly Observation[]) =>
  observations.map(({ sentence }) => textOf(sentence))

const change = (number: string, way: 'won' | 'lost', lap = 3) => ({
  lap,
  car: car(number),
  change: way,
  how: 'on-track' as const,
})
const storyOf = (parts: Partial<PatternDocument['story']>) =>
  told(storySentences(coached({ story: { ...story, ...parts } })))

describe('the race', () => {
  test.each([
    [{}, 'After lap 1 you neither won nor lost a place.'],
    [{ placesWon: 1 }, 'After lap 1 you won 1 place and lost none.'],
    [{ placesLost: 2 }, 'After lap 1 you lost 2 places and won none.'],
    [
      { placesWon: 2, changes: [change('7', 'won'), change('11', 'won')] },
      'After lap 1 you won 2 places and lost none; on track you got past cars 7 and 11.',
    ],
    [
      { placesLost: 1, changes: [change('7', 'lost')] },
      'After lap 1 you lost 1 place and won none; on track car 7 got past you.',
    ],
    [
      {
        placesWon: 2,
        placesLost: 2,
        changes: [change('7', 'won'), change('5', 'lost'), change('5', 'won'), change('9', 'lost')],
      },
      'After lap 1 you won 2 places and lost 2; on track you got past car 7, and car 9 past you.',
    ],
  ])('places %j', (parts, sentence) => {
    expect(storyOf(parts)).toEqual([sentence])
  })

  const stretch = (number: string, fromLap: number, toLap: number, lapsAhead = 0) => ({
    car: car(number),
    fromLap,
    toLap,
    laps: toLap - fromLap + 1,
    lapsWithinOneSecond: 2,
    medianIntervalMs: 370,
    lapsAhead,
  })

  test.each([
    [[stretch('93', 3, 8)], 'You followed car 93 on laps 3 to 8 (median 0.37 s at the line).'],
    [
      [stretch('93', 3, 6), stretch('93', 8, 11)],
      'You followed car 93 on laps 3 to 6 (median 0.37 s at the line) and laps 8 to 11 (0.37 s).',
    ],
    [
      [stretch('93', 3, 6), stretch('51', 7, 11)],
      'You followed car 93 on laps 3 to 6 (median 0.37 s at the line) and car 51 on laps 7 to 11 (0.37 s).',
    ],
  ])('cars followed: %#', (followed, sentence) => {
    expect(storyOf({ followed })).toContain(sentence)
  })

  test('a short stretch, and a car that is laps ahead, are not worth a word', () => {
    const followed = [stretch('93', 3, 5), stretch('7', 3, 8, 1)]
    expect(storyOf({ followed })).toHaveLength(1)
  })

  test('many places lost on one lap are told with the occasion', () => {
    const document = {
      laps: laps(11, { 7: { position: 8 }, 8: { position: 13, placesLost: 5, isIncident: true } }),
      story: { ...story, placesLost: 5, changes: [change('7', 'lost', 8)] },
    }
    const sentence =
      'On lap 8 you fell from P8 to P13 on track, on a lap more than three percent over your pace.'
    expect(told(storySentences(coached(document)))).toContain(sentence)
    expect(told(lapSentences(coached(document)))).toEqual([])
  })

  test.each([
    [3, '3 places below your pace.'],
    [-4, '4 places above your pace.'],
  ])('pace against result, %d places', (placesBelowPace, ending) => {
    const against = { paceRank: 10, resultRank: 10 + placesBelowPace, cars: 22, placesBelowPace }
    expect(told(storySentences(coached({ paceAgainstResult: against })))[0]).toContain(ending)
  })
})

describe('laps that stand apart', () => {
  test.each([
    [
      { 4: { isIncident: true } },
      'Your lap 4 was more than three percent over your pace; timing does not say why.',
    ],
    [
      { 4: { isIncident: true }, 9: { isIncident: true } },
      'Your laps 4 and 9 were each more than three percent over your pace; timing does not say why.',
    ],
    [
      { 5: { isNotInOfficialList: true } },
      'Your lap 5 is missing from the official list of best laps, though quick enough for it; the sheet gives no reason.',
    ],
    [
      {
        3: { timeMs: { lap: 90_000, s3: 30_000 } },
        5: { timeMs: { lap: 90_000, s1: 30_000, s2: 30_000 } },
      },
      'The timing missed Section 1 and Section 2 on lap 3 and Section 3 on lap 5; there only the rest of the lap counts.',
    ],
  ])('%j', (changed, sentence) => {
    expect(told(lapSentences(coached({ laps: laps(11, changed) })))).toEqual([sentence])
  })

  test('pit stops with what is known of their time', () => {
    const pitStops = [
      { inLap: 4, outLap: 5, pitTimeMs: 62_345 },
      { inLap: 9, outLap: null, pitTimeMs: null },
    ]
    expect(told(lapSentences(coached({ pitStops })))).toEqual([
      'You pitted on lap 4 (1:02.345 in the pit lane) and on lap 9.',
    ])
  })
})
