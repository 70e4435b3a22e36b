import { isUtf8 } from 'node:buffer'
import { parse } from 'csv-parse/sync'

const lineFeed = 10
const quote = 34

/** A CSV file as it stands: what its cells mean, the parsers know. */
export type CsvTable = {
  /** Names without the blanks around them; empty names at the end (a trailing ';') are left out. */
  readonly header: readonly string[]
  /** Line of the header; 0 where the file has none. */
  readonly headerLine: number
  /** Every line of the file in order, header and blank lines too: row n is line n + 1. */
  readonly rows: readonly string[][]
  /** True for a file that ends in the middle of a line. */
  readonly endsOpen: boolean
  /** First line with bytes that are not UTF-8; they read as U+FFFD. */
  readonly firstBadLine?: number
}

/** Lines may end with LF or CRLF, names may have blanks around them, a BOM may stand in front (D1). */
export function parseCsvTable(bytes: Uint8Array): CsvTable {
  const rows = splitRows(bytes)
  const headerIndex = rows.findIndex((cells) => !isBlank(cells))
  const header = (rows[headerIndex] ?? []).map((name) => name.trim())
  while (header.at(-1) === '') header.pop()
  const badLine = isUtf8(bytes) ? undefined : firstBadLine(bytes)
  return {
    header,
    headerLine: headerIndex + 1,
    rows,
    endsOpen: bytes.length > 0 && bytes[bytes.length - 1] !== lineFeed,
    ...(badLine === undefined ? {} : { firstBadLine: badLine }),
  }
}

export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}

/** ';' as published; ',' where a copy of the sheets was written anew. */
export function delimiterOf(headerText: string): ';' | ',' {
  return headerText.split(';').length >= headerText.split(',').length ? ';' : ','
}

/**
 * The sheets have no quoting, copies of them may. No cell of them runs over a line, so quotes that
 * make one do so (or that never close) are strays, and then every quote is read as it stands.
 */
function splitRows(bytes: Uint8Array): string[][] {
  const options = {
    bom: true,
    delimiter: delimiterOf(firstLine(bytes)),
    relax_column_count: true,
    relax_quotes: true,
  }
  if (bytes.includes(quote)) {
    try {
      const rows = parse(bytes, { ...options, record_delimiter: ['\r\n', '\n'] })
      if (!rows.some((cells) => cells.some((cell) => cell.includes('\n')))) return rows
    } catch {
      // A quote that never closes is no fault of the rows before it: they are read below.
    }
  }
  const rows = parse(bytes, { ...options, record_delimiter: '\n', quote: false })
  for (const cells of rows) dropCarriageReturn(cells)
  return rows
}

function dropCarriageReturn(cells: string[]): void {
  const last = cells.length - 1
  const cell = cells[last]
  if (cell?.endsWith('\r') === true) cells[last] = cell.slice(0, -1)
}

/** The text of the first line that is not blank, of a whole file or of its head. */
export function firstLine(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes.subarray(0, 16_384))
  return text.trimStart().split('\n', 1)[0] ?? ''
}

function firstBadLine(bytes: Uint8Array): number {
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const feed = bytes.indexOf(lineFeed, start)
    const end = feed === -1 ? bytes.length : feed
    if (!isUtf8(bytes.subarray(start, end))) return line
    start = end + 1
  }
  return line
}
