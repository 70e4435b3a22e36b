import { describe, expect, test } from 'vitest'
import { idsOf, readAll, readPaths, season } from './season-fixtures.ts'
import { folderOf, timingSheet, weatherSheet, zipOf } from './timing-fixtures.ts'

test('races are found with their files, in order of track and number', async () => {
  const { planned, timings, problems, plan } = await readAll([season])
  expect(idsOf(planned)).toEqual(['barber-r1', 'barber-r2', 'sonoma-r1', 'sonoma-r2'])
  expect(timings.map(({ laps }) => laps.length)).toEqual([8, 4, 4, 8])
  expect(timings.map(({ weather }) => weather?.rows.length)).toEqual([6, undefined, 6, undefined])
  expect(timings.map(({ results }) => results?.classification)).toEqual([
    'official',
    undefined,
    'official',
    'provisional',
  ])
  expect(plan.unused).toEqual([
    { kind: 'results', files: 1 },
    { kind: 'telemetry', files: 1 },
  ])
  expect(problems).toMatchObject([
    { code: 'no-date', file: 'barber-motorsports-park/23_Analysis_Race 2.CSV' },
  ])
})

test('the date comes from the calendar, else from the weather, else from nothing', async () => {
  const { races } = await readAll([season])
  expect(
    races.map(({ timing, dateToldBy }) => [timing?.date, timing?.utcOffsetHours, dateToldBy]),
  ).toEqual([
    ['2025-09-06', -5, 'weather'],
    [undefined, undefined, 'nothing'],
    ['2025-03-29', -7, 'calendar'],
    ['2025-03-30', -7, 'calendar'],
  ])
})

test('without weather the loggers tell the date', async () => {
  const logger = 'lap,meta_time,timestamp\n1,2025-09-07T18:03:00.100Z,2025-09-05T00:00:00.000Z\n'
  const { races } = await readAll([
    {
      'barber/23_Analysis_Race 2.CSV': timingSheet(['13']),
      'barber/R2_barber_lap_end.csv': Buffer.from(logger),
    },
  ])
  expect(races).toMatchObject([
    { dateToldBy: 'loggers', timing: { date: '2025-09-07', utcOffsetHours: -5 } },
  ])
})

test('zips give the same races and the same lines as folders', async () => {
  const inFolder = await readAll([season])
  const zip = await zipOf(season)
  const whole = await readPaths([`${await folderOf({ 'season.zip': zip })}/season.zip`])
  expect(whole.races).toEqual(inFolder.races)
  expect(whole.plan).toEqual(inFolder.plan)
})

test('weather given beside goes to the race that its time span overlaps', async () => {
  const supplement = { '26_Weather_ Race 2.csv': weatherSheet('2025-03-30T20:00:30Z') }
  const { timings, problems } = await readAll([season, supplement])
  expect(timings.at(-1)?.weather).toMatchObject({ file: '26_Weather_ Race 2.csv' })
  expect(timings[1]?.weather).toBeUndefined()
  expect(problems.map(({ code }) => code)).toEqual(['no-date'])
})

describe('an unknown track', () => {
  test('is registered from its file, with what lies beside it', async () => {
    const { plan, timings } = await readAll([
      {
        'le_mans_24h.csv': timingSheet(['7']),
        'weather.csv': weatherSheet('2025-06-14T11:00:30Z'),
      },
    ])
    expect(plan.tracks).toMatchObject([{ trackId: 'le-mans', isKnown: false }])
    expect(timings).toMatchObject([
      {
        raceId: 'le-mans-r1',
        date: '2025-06-14',
        utcOffsetHours: 2,
        weather: { rows: { length: 6 } },
      },
    ])
  })

  test('has as many races as files that differ; a copy is no race', async () => {
    const { timings, problems } = await readAll([
      {
        'spa_6h_2023.csv': timingSheet(['7']),
        'spa_6h_2024.csv': timingSheet(['8', '9']),
        'old/spa_6h.csv': timingSheet(['7']),
      },
    ])
    expect(idsOf(timings)).toEqual(['spa-r1', 'spa-r2'])
    expect(problems.map(({ code }) => code)).toContain('same-race-twice')
  })
})

test('a season under the marker is invented, one beside it is not', async () => {
  const marker = { 'kaizenlap-demo-season.json': Buffer.from('{"invented":true}\n') }
  const sonoma = { 'sonoma/23_Analysis_Race 1.CSV': timingSheet(['7']) }
  const barber = { 'barber/23_Analysis_Race 1.CSV': timingSheet(['7']) }
  const { timings } = await readAll([{ ...marker, ...sonoma }, barber])
  expect(timings.map(({ raceId, isInvented }) => [raceId, isInvented])).toEqual([
    ['barber-r1', false],
    ['sonoma-r1', true],
  ])
})

test('rows are counted over all files of a race', async () => {
  const { races } = await readAll([season])
  expect(races.map(({ rowsRead, refusedRows }) => [rowsRead, refusedRows])).toEqual([
    [15, 0],
    [4, 0],
    [11, 0],
    [9, 0],
  ])
})
