import { delimiterOf, firstLine } from './csv-table.ts'

/** What a file of a season is. Only the first five kinds are read. */
export const fileKinds = [
  'timing',
  'weather',
  'results',
  'best-laps',
  'lap-times',
  'results-by-class',
  'championship',
  'telemetry',
  'demo-marker',
  'document',
  'unknown',
] as const
export type FileKind = (typeof fileKinds)[number]

/** Enough to see the header of every known file and some lines of a logger's. */
export const headBytes = 4096

/** Marks the folder it lies in, and all below, as invented. */
export const demoMarker = 'kaizenlap-demo-season.json'

const kindOfName: readonly (readonly [RegExp, FileKind])[] = [
  [/telemetry/i, 'telemetry'],
  [/lap_(start|end|time)/i, 'lap-times'],
  [/^23_|analysis.*sections/i, 'timing'],
  [/^26_|weather/i, 'weather'],
  [/^99_/, 'best-laps'],
  [/^05_/, 'results-by-class'],
  [/^0[03]_/, 'results'],
  [/championship/i, 'championship'],
]

/** True for names that can be anything but a table: their bytes are never looked at. */
export function isDocumentName(path: string): boolean {
  return /\.(pdf|png|jpe?g|gif|svg|json|md|html?|docx?|xlsx?|gz|parquet|mp4|py|ipynb)$/i.test(path)
}

/** What a file is: by its header, and where that says nothing, by its name (FORMAT: matching rule). */
export function recognise(path: string, head: Uint8Array): FileKind {
  const name = path.split('/').at(-1) ?? path
  if (name === demoMarker && isMarker(head)) return 'demo-marker'
  if (isDocumentName(name)) return 'document'
  const line = firstLine(head)
  const header = line.split(delimiterOf(line)).map((cell) => cell.replaceAll('"', '').trim())
  return kindOfHeader(new Set(header), name) ?? nameKind(name) ?? 'unknown'
}

function isMarker(head: Uint8Array): boolean {
  return /"invented"\s*:\s*true/.test(new TextDecoder().decode(head))
}

function nameKind(name: string): FileKind | undefined {
  return kindOfName.find(([pattern]) => pattern.test(name))?.[1]
}

function kindOfHeader(header: ReadonlySet<string>, name: string): FileKind | undefined {
  const has = (...columns: readonly string[]) => columns.every((column) => header.has(column))
  if (has('telemetry_name')) return 'telemetry'
  // The loggers' lap files and one race's telemetry have the same columns; their names tell them apart.
  if (has('meta_time', 'lap')) return nameKind(name) ?? 'telemetry'
  if (has('TIME_UTC_SECONDS') || has('AIR_TEMP', 'TRACK_TEMP')) return 'weather'
  if (has('BESTLAP_1')) return 'best-laps'
  if (has('CLASS_TYPE') || has('POS', 'PIC')) return 'results-by-class'
  if (has('Participant', 'Points')) return 'championship'
  if (has('POSITION', 'NUMBER') || has('POSITION', 'STATUS')) return 'results'
  return isTimingHeader(header) ? 'timing' : undefined
}

/** Three of the columns that only timing sheets have: one that lacks a needed column is still one. */
function isTimingHeader(header: ReadonlySet<string>): boolean {
  const marks = ['LAP_NUMBER', 'LAP_TIME', 'ELAPSED', 'HOUR', 'FLAG_AT_FL', 'S1', 'S2', 'S3']
  return marks.filter((column) => header.has(column)).length >= 3
}
