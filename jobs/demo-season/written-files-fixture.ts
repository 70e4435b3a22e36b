import { parse } from 'csv-parse/sync'
import { expect } from 'vitest'
import { writtenSeason } from './fixtures.ts'

export type Row = Record<string, string>

const season = await writtenSeason(1)

/** Of every file of a written season. */
export const paths = [...season.texts.keys()]

/** The one file whose path has all of these words. */
export function textOf(...words: string[]): string {
  const found = paths.filter((path) => words.every((word) => path.includes(word)))
  expect(found).toHaveLength(1)
  return season.texts.get(found[0] ?? '') ?? ''
}

/** Its rows, by their names of columns. */
export function rowsOf(...words: string[]): Row[] {
  const delimiter = words.some((word) => word.includes('lap_')) ? ',' : ';'
  return parse(textOf(...words), {
    delimiter,
    bom: true,
    columns: (names: string[]) => names.map((name) => name.trim()),
  })
}
