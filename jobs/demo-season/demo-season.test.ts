import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { WrittenSeason } from './fixtures.ts'
import { writtenSeason } from './fixtures.ts'

const season = await writtenSeason(1)
const larger = await writtenSeason(1, 3)

function hashOf({ texts }: WrittenSeason): string {
  const hash = createHash('sha256')
  for (const path of [...texts.keys()].toSorted())
    hash.update(`${path}\n${texts.get(path) ?? ''}\n`)
  return hash.digest('hex')
}

/** Rows and cars of each race, by path of its 23_ file. */
function sizes({ texts }: WrittenSeason): { path: string; rows: number; cars: number }[] {
  return [...texts].flatMap(([path, text]) => {
    if (!path.includes('/23_')) return []
    const rows: string[][] = parse(text, { delimiter: ';', bom: true, from_line: 2 })
    return [{ path, rows: rows.length, cars: rows.filter((row) => row[2] === '1').length }]
  })
}

// Where this fails on purpose, `generator` in seeds/demo-season.json grows by one.
test('a seed gives the same bytes on every machine', () => {
  expect(hashOf(season)).toBe('fce5d073cb753cdc817fe8eb2cabf6fd61efb460202d4b9363392c760034178a')
})

test('another seed gives other bytes in every file of times', async () => {
  const other = await writtenSeason(2)
  const same = [...other.texts].filter(([path, text]) => season.texts.get(path) === text)
  expect(same.map(([path]) => path)).toEqual([])
})

test('a season is seven weekends, fourteen races and 130 files beside its marker', () => {
  expect(season.summary).toMatchObject({ weekends: 7, races: 14, cars: 368, files: 131 })
  expect(season.texts.size).toBe(131)
  expect(season.summary.laps).toBeGreaterThan(6800)
  expect(season.summary.laps).toBeLessThan(7400)
})

test('the marker says that the season is invented, and of which seed', () => {
  const marker: unknown = JSON.parse(season.texts.get('kaizenlap-demo-season.json') ?? '')
  expect(marker).toEqual({ invented: true, seed: 1, scale: 1, generator: 1 })
})

test('scale 3 has three times the weekends, the first seven as they were', () => {
  expect(larger.summary).toMatchObject({ weekends: 21, races: 42 })
  const other = [...season.texts].filter(([path, text]) => larger.texts.get(path) !== text)
  expect(other.map(([path]) => path)).toEqual(['kaizenlap-demo-season.json'])
})

test('each further weekend is at a track of its own, with four files a race', () => {
  const invented = [...larger.texts.keys()].filter((path) => path.startsWith('invented-'))
  const names = invented
    .filter((path) => path.startsWith('invented-014/Race 2/'))
    .map((path) => path.split('/')[2]?.slice(0, 3))
  expect(new Set(invented.map((path) => path.split('/')[0])).size).toBe(14)
  expect(new Set(names)).toEqual(new Set(['03_', '23_', '26_', '99_']))
})

test('three times the scale has about three times the laps', () => {
  const ratio = larger.summary.laps / season.summary.laps
  expect(ratio).toBeGreaterThan(2.9)
  expect(ratio).toBeLessThan(3.1)
})

test('no race is larger than the largest real one: 669 laps, 31 cars', () => {
  const beyond = sizes(larger).filter(({ rows, cars }) => rows > 669 || cars > 31 || cars < 18)
  expect(beyond).toEqual([])
})

test('progress is told after each weekend', () => {
  expect(season.told).toEqual([1, 2, 3, 4, 5, 6, 7])
})
