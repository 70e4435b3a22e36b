import { expect, test } from 'vitest'
import { dataQuality } from './data-quality.ts'
import { car, lap, lapsOf, raceTiming, track, weatherSample } from './fixtures.ts'
import type { Lap } from './lap.ts'
import { ledgerOf } from './ledger.ts'
import type { QualityCode } from './quality-note.ts'
import type { RaceTiming, WeatherSample } from './race-timing.ts'
import type { Track } from './track.ts'

const wholeMs = {
  lap: 100_000,
  s1: 30_000,
  s1a: 15_000,
  s1b: 15_000,
  s2: 40_000,
  s2a: 20_000,
  s2b: 20_000,
  s3: 30_000,
  s3a: 15_000,
  s3b: 15_000,
}
const whole = { timeMs: wholeMs, topSpeedKph: 200 }
const without = (...missing: (keyof typeof wholeMs)[]) => ({
  ...whole,
  timeMs: Object.fromEntries(
    Object.entries(wholeMs).filter(([key]) => !missing.some((one) => key.startsWith(one))),
  ),
})
const laps = lapsOf('13', [whole, whole, whole, whole])
const weather = (...rows: WeatherSample[]) => ({ file: '26_Weather.csv', rows })
const row = { car: car('13'), status: 'Classified', laps: 4, fastestLapMs: 100_000, line: 2 }
const results = {
  file: '03_Official.csv',
  rows: [{ ...row, position: 1 }],
  classification: 'official' as const,
}
const listed = [2, 3, 4].map((lapNumber) => ({ lapNumber, lapTimeMs: 100_000 }))
const bestLaps = { file: '99_Best.csv', rows: [{ car: car('13'), laps: listed, line: 2 }] }

/** A race about which there is nothing to say but that the rain sensor reads 0. */
const faultless = {
  laps,
  weather: weather(weatherSample(0), weatherSample(600)),
  results,
  bestLaps,
}

function notes(
  parts: Partial<Omit<RaceTiming, 'raceId' | 'trackId'>>,
  trackParts: Partial<Track> = {},
) {
  const race = raceTiming({ ...faultless, ...parts })
  return dataQuality(race, ledgerOf(race.laps), track(trackParts))
}

const noteOf = (code: QualityCode, of: ReturnType<typeof notes>) =>
  of.find((one) => one.code === code)

test('a rain sensor that reads 0 does not say that it did not rain', () => {
  expect(notes({})).toEqual([
    {
      code: 'rain-sensor',
      text: 'The rain sensor reads 0 in all 2 samples; this does not say that it did not rain.',
    },
  ])
})

test('a failed loop is told with its laps, and what they count for', () => {
  const driven = lapsOf('13', [whole, without('s1', 's2'), whole, without('s1', 's2')])
  const found = notes({ laps: driven })
  expect(found.map(({ code }) => code)).toEqual([
    'sections-missing',
    'sections-together',
    'rain-sensor',
  ])
  expect(found[0]).toEqual({
    code: 'sections-missing',
    text:
      '2 laps of 4 have no time for Section 1 and Section 2 (laps 2 and 4): the loop between Section 1 and ' +
      'Section 2 missed the car. They count for the lap time and Section 3 only.',
    count: 2,
    laps: [
      { car: '13', lapNumber: 2 },
      { car: '13', lapNumber: 4 },
    ],
  })
})

test('each loop that failed has a note of its own', () => {
  const driven = lapsOf('13', [without('s2', 's3'), without('s1', 's2', 's3'), whole])
  const texts = notes({ laps: driven }).map(({ text }) => text)
  expect(texts[0]).toContain('1 lap of 3 has no time for Section 2 and Section 3 (lap 1)')
  expect(texts[1]).toContain(
    'both loops between the sections missed the car. It counts for the lap time only.',
  )
})

test.each<[QualityCode, string, Partial<Omit<RaceTiming, 'raceId' | 'trackId'>>, Partial<Track>]>([
  ['invented', 'made up', { isInvented: true }, {}],
  ['unknown-track', 'drawn as a ring', {}, { outline: null }],
  ['average-speed', '4.8 % too low', {}, { lengthM: 4_031.4, kphLengthM: 3_838.3 }],
  [
    'sub-sections-not-timed',
    'The halves of Section 3 are not timed',
    { laps: lapsOf('13', [without('s3a', 's3b')]) },
    {},
  ],
  [
    'sub-sections-missing',
    'Section 1 on 1 lap of 2',
    { laps: lapsOf('13', [whole, without('s1a', 's1b')]) },
    {},
  ],
  [
    'laps-missing',
    '1 lap is not in the timing file as read (lap 3 of car 13)',
    { laps: gap() },
    {},
  ],
  ['unknown-flags', '1 lap of 1', { laps: [lap({ flagAtLine: 'unknown' })] }, {}],
  ['no-trap-speed', 'was not measured', { laps: [lap()] }, {}],
  [
    'no-trap-speed',
    '1 lap of 2 has no speed',
    { laps: [lap({ lapNumber: 1, topSpeedKph: 200 }), lap()] },
    {},
  ],
  [
    'cars-printed-alike',
    '2 cars are printed 3. They are told apart by their lap numbers and called 3 and 3-2',
    { laps: [...lapsOf('3', [whole]), ...lapsOf('3-2', [whole])] },
    {},
  ],
  ['one-lap-cars', 'Car 2 has one lap only', { laps: [...laps, ...lapsOf('2', [whole])] }, {}],
  [
    'few-clean-laps',
    'Car 2 has fewer than 3 green laps',
    { laps: [...laps, ...lapsOf('2', [whole, whole, whole])] },
    {},
  ],
  [
    'sensor-dead',
    'The track temperature reads 0 in all 2 samples',
    {
      weather: weather(weatherSample(0, { trackTempC: 0 }), weatherSample(600, { trackTempC: 0 })),
    },
    {},
  ],
  ['sensor-dropouts', 'humidity is lacking in 1 sample of 3', { weather: droppedOut() }, {}],
  [
    'laps-outside-weather',
    '3 green laps of 3 ended outside the weather samples (3 before the first)',
    { weather: weather(weatherSample(500), weatherSample(600)) },
    {},
  ],
  [
    'provisional-results',
    'provisional',
    { results: { ...results, classification: 'provisional' } },
    {},
  ],
  [
    'did-not-start',
    'Cars 15 and 21 are in the results without a lap',
    { results: { ...results, rows: [...results.rows, absent('15'), absent('21')] } },
    {},
  ],
  [
    'car-without-laps',
    'Car 15 is in the results with laps',
    { results: { ...results, rows: [...results.rows, { ...absent('15'), laps: 12 }] } },
    {},
  ],
  [
    'fastest-lap-deleted',
    'a fastest lap of 1:40.500, but its lap 2 was 1:40.000',
    { results: { ...results, rows: [{ ...row, fastestLapMs: 100_500 }] } },
    {},
  ],
  [
    'not-in-official-list',
    'car 13 laps 3 and 4',
    { bestLaps: { ...bestLaps, rows: [{ car: car('13'), laps: listed.slice(0, 1), line: 2 }] } },
    {},
  ],
])('%s: "%s"', (code, text, parts, trackParts) => {
  expect(noteOf(code, notes(parts, trackParts))?.text).toContain(text)
})

test('what files are lacking is told once each', () => {
  const bare = raceTiming({ laps: lapsOf('13', [whole, whole, whole, whole]) })
  const { date: _, ...undated } = bare
  const found = dataQuality(undated, ledgerOf(bare.laps), track())
  expect(found.map(({ code }) => code)).toEqual([
    'no-date',
    'no-weather',
    'no-results',
    'no-official-list',
  ])
})

function gap(): Lap[] {
  return lapsOf('13', [whole, whole, whole, whole]).filter(({ lapNumber }) => lapNumber !== 3)
}

function droppedOut() {
  const { humidityPct: _, ...dropped } = weatherSample(300)
  return weather(weatherSample(0), dropped, weatherSample(600))
}

function absent(number: string) {
  return { car: car(number), status: 'Not started', laps: 0, line: 3 }
}
