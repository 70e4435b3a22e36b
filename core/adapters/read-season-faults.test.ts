import { expect, test } from 'vitest'
import { idsOf, readAll, result, season } from './season-fixtures.ts'
import { sheet, timingHeader, timingSheet, weatherSheet, zipOf } from './timing-fixtures.ts'

test('weather of no race, and parts without a timing file, are told', async () => {
  const stray = {
    'weather.csv': weatherSheet('2025-06-01T20:00:30Z'),
    'barber/03_Results_Race 3.CSV': result,
  }
  const timing = { 'Sonoma/Race 2/23_Analysis_Race 2.CSV': timingSheet(['7']) }
  const { problems } = await readAll([{ ...timing, ...stray }])
  expect(problems).toMatchObject([
    { code: 'no-timing-file', file: 'barber/03_Results_Race 3.CSV' },
    { code: 'unplaced-file', file: 'weather.csv' },
  ])
})

test('weather of another day is told and not used', async () => {
  const name = 'Sonoma/Race 1/26_Weather_Race 1.CSV'
  const { timings, problems } = await readAll([
    { ...season, [name]: weatherSheet('2025-03-30T20:00:30Z') },
  ])
  expect(timings[2]?.weather).toBeUndefined()
  expect(problems).toContainEqual(
    expect.objectContaining({ code: 'weather-of-another-day', file: name }),
  )
})

test('the same race twice: the first in order of the paths is read, the second told', async () => {
  const again = { 'barber/again/23_Analysis_Race 2.CSV': timingSheet(['99']) }
  const { timings, problems } = await readAll([season, again])
  expect(timings[1]?.timingFile).toBe('barber-motorsports-park/23_Analysis_Race 2.CSV')
  expect(problems).toContainEqual(
    expect.objectContaining({
      code: 'same-race-twice',
      file: 'barber/again/23_Analysis_Race 2.CSV',
    }),
  )
})

test('files with nothing in them cost what they would have told, and no more', async () => {
  const { timings, problems } = await readAll([
    {
      'barber/23_Analysis_Race 1.CSV': timingSheet(['13']),
      'barber/26_Weather_Race 1.CSV': Buffer.from('\uFEFF\r\n'),
      'barber/23_Analysis_Race 2.CSV': sheet(timingHeader),
      'barber/notes.csv': sheet('a;b', '1;2'),
    },
  ])
  expect(idsOf(timings)).toEqual(['barber-r1'])
  expect(problems.map(({ code, file }) => [code, file.split('/').at(-1)])).toEqual([
    ['empty-file', '26_Weather_Race 1.CSV'],
    ['unknown-file', 'notes.csv'],
    ['no-date', '23_Analysis_Race 1.CSV'],
    ['header-only', '23_Analysis_Race 2.CSV'],
    ['no-laps', '23_Analysis_Race 2.CSV'],
  ])
})

test('a broken zip costs its own races only', async () => {
  const zip = await zipOf({ 'Race 2/23_Analysis_Race 2.CSV': timingSheet(['7']) })
  const { timings, problems } = await readAll([
    { 'sonoma.zip': zip, 'barber.zip': zip.subarray(0, 40) },
  ])
  expect(idsOf(timings)).toEqual(['sonoma-r2'])
  expect(timings[0]?.timingFile).toBe('sonoma/Race 2/23_Analysis_Race 2.CSV')
  expect(problems).toMatchObject([{ code: 'broken-zip', file: 'barber.zip' }])
})
