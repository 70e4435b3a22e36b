import { expect, test } from 'vitest'
import { openSource } from '#core/adapters/open-source.ts'
import { openSeason } from '#core/adapters/read-season.ts'
import {
  folderOf,
  sheet,
  timingHeader,
  timingRow,
  timingSheet,
  weatherSheet,
  type Files,
} from '#core/adapters/timing-fixtures.ts'
import { knownSeason } from '../known-season.ts'
import { checkSeason } from './check-season.ts'

const timing = 'barber/23_Analysis_Race 1.CSV'
const weather = 'barber/26_Weather_Race 1.CSV'
const season: Files = {
  [timing]: timingSheet(['13', '3']),
  [weather]: weatherSheet('2025-09-06T18:00:30Z', 30),
}

async function checked(files: Files) {
  const { known, tracks } = await knownSeason()
  const reader = await openSeason([await openSource(await folderOf(files))], known)
  const steps: number[] = []
  const check = await checkSeason(reader, tracks, (done) => steps.push(done))
  await reader.close()
  return { check, steps }
}

/** A timing sheet of which the cells of some columns are blank. */
function withoutCells(...columns: readonly string[]): Uint8Array {
  const blank = Object.fromEntries(columns.map((column) => [column, '']))
  const rows = ['1', '2', '3'].map((lap) => timingRow({ LAP_NUMBER: lap, ...blank }))
  return sheet(timingHeader, ...rows)
}

/** The same with a column of another name. */
function withoutColumn(name: string): Uint8Array {
  const text = Buffer.from(timingSheet(['13'])).toString()
  return Buffer.from(text.replace(` ${name};`, ' OTHER;').replace(`;${name};`, ';OTHER;'))
}

test('a season that is as it should be is told with laps and sections of its tracks', async () => {
  const { check, steps } = await checked(season)
  expect(check.files.map(({ refusedBecause }) => refusedBecause)).toEqual([undefined, undefined])
  expect(check.tracks).toMatchObject([
    { trackId: 'barber', races: [{ laps: 8, sections: 3, subSections: 6 }] },
  ])
  expect(steps).toEqual([1])
})

test.each<readonly [string, string, Uint8Array, RegExp]>([
  [
    'a row that is cut off',
    timing,
    sheet(timingHeader, timingRow(), '13;1;3;1:4'),
    /^1 row of it cannot be used$/,
  ],
  ['a header alone', timing, sheet(timingHeader), /has a header and no row/],
  ['no column of lap numbers', timing, withoutColumn('LAP_NUMBER'), /no column LAP_NUMBER/],
  ['a column that is expected', timing, withoutColumn('FLAG_AT_FL'), /no column FLAG_AT_FL/],
  [
    'no time in a section',
    timing,
    withoutCells('S3', 'S3_LARGE', 'S3_SECONDS'),
    /timed in 2 of 3 sections: no lap has a time in S3$/,
  ],
  [
    'weather of another day',
    weather,
    weatherSheet('2025-01-01T18:00:30Z'),
    /the race has no weather/,
  ],
])('%s: the file is refused, the others are not', async (_, path, bytes, because) => {
  const { check } = await checked({ ...season, [path]: bytes })
  const refused = check.files.filter(({ refusedBecause }) => refusedBecause !== undefined)
  expect(refused).toEqual([
    { file: expect.objectContaining({ path }), refusedBecause: expect.stringMatching(because) },
  ])
  expect(check.files).toHaveLength(2)
})

test('a value that is passed over is a problem and no reason to refuse', async () => {
  const odd = sheet(timingHeader, timingRow(), timingRow({ LAP_NUMBER: '3', TOP_SPEED: '9999' }))
  const { check } = await checked({ ...season, [timing]: odd })
  expect(check.problems).toMatchObject([{ file: timing, line: 3, column: 'TOP_SPEED' }])
  expect(check.files.filter(({ refusedBecause }) => refusedBecause !== undefined)).toEqual([])
})

test.each([
  [
    'a second timing file of a race',
    'barber/more/23_Analysis_Race 1.CSV',
    timingSheet(['7']),
    /second timing file/,
  ],
  [
    'weather of a race without timing',
    'sonoma/26_Weather_Race 2.CSV',
    weatherSheet('2025-03-30T20:00:30Z'),
    /no timing file/,
  ],
])('%s is refused by name', async (_, path, bytes, because) => {
  const { check } = await checked({ ...season, [path]: bytes })
  const refused = check.files.filter(({ refusedBecause }) => refusedBecause !== undefined)
  expect(refused).toMatchObject([
    { file: { path }, refusedBecause: expect.stringMatching(because) },
  ])
})
