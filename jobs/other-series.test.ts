import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { CompositeDocument } from '#core/protocol/documents/composite-document.ts'
import { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import { RaceDocument } from '#core/protocol/documents/race-document.ts'
import { TrackDocument } from '#core/protocol/documents/track-document.ts'
import type { DocumentReader } from '#core/ports/document-store.ts'
import { newFolder } from '../testing/new-folder.ts'
import { runJobs } from '../testing/season-process.ts'

/** A made-up endurance race: two classes, two drivers a car, a track that no seed knows, a red flag, long laps. */
const columns =
  'NUMBER; DRIVER_NUMBER; LAP_NUMBER; LAP_TIME; LAP_IMPROVEMENT; CROSSING_FINISH_LINE_IN_PIT; S1; S1_IMPROVEMENT; S2; S2_IMPROVEMENT; S3; S3_IMPROVEMENT; KPH; ELAPSED; HOUR;S1_LARGE;S2_LARGE;S3_LARGE;TOP_SPEED;DRIVER_NAME;PIT_TIME;CLASS;GROUP;TEAM;MANUFACTURER;FLAG_AT_FL'

const classes = [
  { carClass: 'HYPERCAR', cars: ['6', '8', '50'], baseMs: 205_000 },
  { carClass: 'LMGT3', cars: ['77', '007'], baseMs: 239_000 },
] as const
const laps = 12

function timingFile(): string {
  const rows = classes.flatMap(({ carClass, cars, baseMs }) =>
    cars.flatMap((car, index) => {
      let elapsedMs = 0
      return Array.from({ length: laps }, (_, lapIndex) => {
        const lap = lapIndex + 1
        const isStopped = lap === 7
        const sectionMs = [0.25, 0.45, 0.3].map((share) =>
          Math.round((baseMs + index * 400 + ((lap * 37) % 11) * 20) * share),
        )
        const stopMs = isStopped ? 4_200_000 : 0
        const lapMs = sectionMs.reduce((sum, ms) => sum + ms, stopMs)
        elapsedMs += lapMs
        const [s1 = 0, s2 = 0, s3 = 0] = sectionMs
        const shown = [s1, s2, s3 + stopMs].map(clock)
        const identity = [car, lap < 6 ? 1 : 2, lap, clock(lapMs), 0, lap === 5 ? 'B' : '']
        const race = ['200.1', clock(elapsedMs), hour(57_600_000 + elapsedMs), ...shown, '301.2']
        const stop = ['Somebody Named', lap === 6 ? '0:01:10.000' : '']
        return [
          ...identity,
          ...shown.flatMap((text) => [text, 0]),
          ...race,
          ...stop,
          carClass,
          '',
          'A Team',
          'Maker',
          isStopped ? 'RF' : 'GF',
        ].join(';')
      })
    }),
  )
  return `${[columns, ...rows].join('\n')}\n`
}

function clock(ms: number): string {
  const minutes = Math.floor(ms / 60_000)
  const text = `${String(minutes % 60)}:${((ms % 60_000) / 1000).toFixed(3).padStart(6, '0')}`
  return minutes < 60 ? text : `${Math.floor(minutes / 60)}:${text.padStart(9, '0')}`
}

function hour(ms: number): string {
  const at = new Date(ms % 86_400_000).toISOString()
  return at.slice(11, 23)
}

let reader: DocumentReader
let everything = ''
let run: Awaited<ReturnType<typeof runJobs>>

beforeAll(async () => {
  const folder = newFolder()
  await mkdir(join(folder, 'data'))
  await writeFile(join(folder, 'data', '23_Analysis_le_mans_24h.csv'), timingFile())
  const file = join(folder, 'season.db')
  run = await runJobs('season', `--data=${join(folder, 'data')}`, `--store=sqlite:${file}`)
  const current = await openSqliteDocumentStore(file).current()
  if (current === undefined) throw new Error('nothing was published')
  reader = current
  const page = await reader.listText('ml_pattern_recommendations', { limit: 100 })
  everything = page.documents.map(({ text }) => text).join('')
})

test('a track that no seed knows is registered from its file', async () => {
  const { documents } = await reader.list('tracks', { limit: 10 })
  const track = TrackDocument.parse(documents[0]?.document)
  expect(track.trackId).toMatch(/le-mans/)
  expect(track.outline).toBeNull()
  expect(Object.keys(track.classes).toSorted()).toEqual(['hypercar', 'lmgt3'])
})

test('composites, paces and ranks are of a class', async () => {
  const { documents } = await reader.list('best_case_composites', { limit: 50 })
  expect(documents.map(({ id }) => id)).toContainEqual(expect.stringMatching(/-r1_lmgt3_s1$/))
  const gt3 = documents
    .filter(({ id }) => id.includes('_lmgt3_'))
    .map(({ document }) => CompositeDocument.parse(document))
  expect(new Set(gt3.map(({ car }) => car))).toEqual(new Set(['77']))
  expect(gt3.every(({ carClass }) => carClass === 'LMGT3')).toBe(true)
})

test('cars 007 and 77 are two cars, each with its drivers, its stop and its red flag', async () => {
  const { documents } = await reader.list('races', { limit: 10 })
  const race = RaceDocument.parse(documents[0]?.document)
  expect(race.cars.map(({ car }) => car)).toEqual(['6', '8', '50', '77', '007'])
  expect(race.flags).toEqual({ green: 55, red: 5 })
  const pattern = PatternDocument.parse(
    await reader.get('ml_pattern_recommendations', `${race.raceId}_007`),
  )
  expect(pattern.laps['4']?.driverNumber).toBe(1)
  expect(pattern.laps['6']?.driverNumber).toBe(2)
  expect(pattern.laps['5']?.excludedBecause).toEqual(['in-lap'])
  expect(pattern.laps['6']?.excludedBecause).toEqual(['out-lap'])
  expect(pattern.laps['7']?.excludedBecause).toEqual(['red-flag'])
  expect(pattern.laps['7']?.timeMs.lap).toBeGreaterThan(4_200_000)
  expect(pattern.laps['8']?.excludedBecause).toEqual(['restart'])
})

test('nobody is named', async () => {
  expect(run.code).toBe(0)
  expect(run.out + run.err).not.toContain('Somebody')
  const line = await reader.sourceLine('23_Analysis_le_mans_24h.csv', 2)
  expect(line?.struckOut).toEqual(expect.arrayContaining(['DRIVER_NAME', 'TEAM']))
  expect(JSON.stringify(line)).not.toMatch(/Somebody|A Team/)
  expect(everything).not.toMatch(/Somebody|A Team/)
})
