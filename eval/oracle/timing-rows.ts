import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

export type Row = Readonly<Record<string, string>>

const tracks = [
  [/barber/i, 'barber'],
  [/circuit-of-the-americas|cota/i, 'cota'],
  [/indianapolis/i, 'indianapolis'],
  [/road-america/i, 'road-america'],
  [/sebring/i, 'sebring'],
  [/sonoma/i, 'sonoma'],
  [/virginia|vir/i, 'vir'],
] as const

/** The files of a season by race, as their names tell it. */
export type SeasonFiles = ReadonlyMap<string, readonly string[]>

export async function findSeasonFiles(folder: string): Promise<SeasonFiles> {
  const names = await readdir(folder, { recursive: true })
  const files = names.filter((name) => /\.csv$/i.test(name)).toSorted()
  const byRace = Map.groupBy(files, (name) => raceOf(name) ?? '')
  byRace.delete('')
  return new Map(
    [...byRace].map(([raceId, found]) => [raceId, found.map((name) => join(folder, name))]),
  )
}

function raceOf(name: string): string | undefined {
  const track = tracks.find(([pattern]) => pattern.test(name))?.[1]
  const number = /race (\d)/i.exec(name)?.[1]
  return track === undefined || number === undefined ? undefined : `${track}-r${number}`
}

/** The rows of a file; header names without the blanks before some of them (D1). */
export async function readRows(file: string): Promise<readonly Row[]> {
  const rows: Row[] = parse(await readFile(file), {
    bom: true,
    delimiter: ';',
    columns: (header: string[]) => header.map((name) => name.trim()),
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  })
  return rows
}

/** D2: '1:37.428' → 97_428; blank → undefined. */
export function msOf(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined
  const seconds = text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
  return Math.round(seconds * 1000)
}
