import { expect, test } from 'vitest'
import { RaceSummary } from '#core/protocol/rest/race-answer.ts'
import { missingIn, seasonLine, seasonTitle } from './season-figures.ts'

const race = (raceId: string, change: Partial<Record<keyof RaceSummary, unknown>> = {}) =>
  RaceSummary.parse({
    raceId,
    trackId: raceId.replace(/-r[0-9]$/, ''),
    trackName: 'Barber',
    raceNumber: 1,
    isInvented: false,
    date: '2025-09-06',
    utcOffsetHours: -5,
    laps: 1200,
    cleanLaps: 1000,
    raceLaps: 27,
    classification: 'official',
    layout: { parts: [['s1'], ['s2'], ['s3']], subSections: [] },
    carCount: 22,
    carClasses: ['Am'],
    hasWeather: true,
    weather: null,
    noteCount: 0,
    fastestLap: null,
    ...change,
  })

test('the line of the season counts what it holds', () => {
  const races = [race('barber-r1'), race('vir-r1', { date: '2025-07-19' })]
  expect(seasonTitle(races)).toBe('2025 season')
  expect(seasonLine(races)).toBe(
    '2 tracks, 2 races, 2,400 laps, 2,000 of them green; weather of all; 19 July 2025 to 6 September 2025',
  )
})

test('a season without dates says nothing of them', () => {
  expect(seasonTitle([race('barber-r1', { date: null })])).toBe('Season')
  expect(seasonLine([race('barber-r1', { date: null, hasWeather: false })])).toBe(
    '1 track, 1 race, 1,200 laps, 1,000 of them green; weather of 0 races',
  )
})

test.each([
  [{}, []],
  [
    { layout: { parts: [['s1', 's2'], ['s3']], subSections: [] } },
    ['a timing loop failed: two sections'],
  ],
  [{ classification: null }, ['no results']],
])('a race with %j lacks %j', (change, missing) => {
  expect(missingIn(race('barber-r1', change))).toEqual(missing)
})
