import { describe, expect, test } from 'vitest'
import type { Wanted } from './mention.ts'
import { plainText } from '../plain-text.ts'
import { readQuestion } from './read-question.ts'
import type { SeasonNames } from './season-names.ts'
import { wantedIn } from '../intents/wanted-intent.ts'

const noNames: SeasonNames = { tracks: [], races: new Map(), cars: new Set() }

function wantedOf(text: string): Wanted | undefined {
  return wantedIn(readQuestion(plainText(text), noNames).mentions)
}

describe('what is wanted of the laps', () => {
  test.each<[string, Wanted]>([
    ['the mean of my five best laps in a row', { as: 'row', laps: 5, end: 'best' }],
    ['best run of 10 laps', { as: 'row', laps: 10, end: 'best' }],
    ['my quickest 3-lap average', { as: 'row', laps: 3, end: 'best' }],
    ['slowest four laps back to back', { as: 'row', laps: 4, end: 'worst' }],
    ['2nd best lap?', { as: 'nth', nth: 2, end: 'best' }],
    ['my third slowest one', { as: 'nth', nth: 3, end: 'worst' }],
    ['how many laps under 1:39', { as: 'limit', side: 'below', limitMs: 99_000 }],
    ['laps over two minutes thirty', { as: 'limit', side: 'above', limitMs: 150_000 }],
    ['laps quicker than one thirty nine', { as: 'limit', side: 'below', limitMs: 99_000 }],
    [
      'longest stint without a lap slower than 1:40',
      { as: 'limit', side: 'below', limitMs: 100_000 },
    ],
    ['how many laps not under 1:39', { as: 'limit', side: 'above', limitMs: 99_000 }],
    ['how many 1:38s', { as: 'limit', side: 'below', limitMs: 98_000, toMs: 99_000 }],
    [
      'which lap did I do a 1:38.4 on',
      { as: 'limit', side: 'below', limitMs: 98_400, toMs: 98_500 },
    ],
    ['how many laps within half a second of my best', { as: 'within', of: 'best', ms: 500 }],
    ['laps within 1 percent of my median', { as: 'within', of: 'median', percent: 1 }],
    ['how many laps were slower than my average', { as: 'side', side: 'above', of: 'mean' }],
    ['how many laps within a second of the car ahead', { as: 'close', ms: 1000 }],
    ['which lap was closest to my median', { as: 'nearest', of: 'median' }],
    ['what time of day was lap 12', { as: 'clock' }],
    ['difference between my mean and my median', { as: 'difference', of: ['mean', 'median'] }],
    ['how far off was my slowest lap from my best', { as: 'difference', of: ['worst', 'best'] }],
    ['was lap 14 better than my average', { as: 'difference', of: ['lap', 'mean'] }],
  ])('%s', (text, wanted) => {
    expect(wantedOf(text)).toEqual(wanted)
  })

  test.each([
    'my best lap',
    'did I lose more than 10 seconds',
    'what was my time on lap 5',
    'how far am I off the composite',
    'my second best section',
    'where am I slower than 22',
    'what is my average over laps 5 to 9',
  ])('nothing: %s', (text) => {
    expect(wantedOf(text)).toBeUndefined()
  })

  test('its numbers are neither cars nor laps', () => {
    const { mentions } = readQuestion(
      'how many laps under 1:39 in my best 5 laps in a row',
      noNames,
    )
    expect(mentions.filter(({ type }) => ['bare', 'car', 'lap'].includes(type))).toEqual([])
  })
})
