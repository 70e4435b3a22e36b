import { isBlank, parseCsvTable, type CsvTable } from './csv-table.ts'
import { ProblemLog } from './problem-log.ts'
import { RowCells } from './row-cells.ts'
import type { Problem } from '#core/domain/problem.ts'
import type { SourceFileLines } from '#core/ports/document-store.ts'

/** What there is to know of a kind of file before it is read. */
export type Sheet = {
  /** Columns whose cells may be shown. */
  isShown(column: string): boolean
  /** Columns without which no row can be used, and what is lost without them. */
  readonly needed: Readonly<Record<string, string>>
  /** Columns without which rows can still be used, and what is lost without them. */
  readonly expected: Readonly<Record<string, string>>
}

export type RowsRead = {
  readonly lines: SourceFileLines
  readonly problems: readonly Problem[]
  /** Rows that are not blank, used or not. */
  readonly rowsRead: number
  /** Rows of which what they are for could not be used. */
  readonly refusedRows: number
}

/** Reads the row that the cells stand at; false where it could not be used. */
export type ReadRow = () => boolean

/**
 * Reads a file row by row: `open` gets the cells, finds its columns, and returns what reads one row.
 * Rows with too few or too many cells are refused here, for their cells stand under wrong names.
 */
export function readRows(
  file: string,
  bytes: Uint8Array,
  sheet: Sheet,
  open: (cells: RowCells, log: ProblemLog) => ReadRow,
): RowsRead {
  const log = new ProblemLog(file)
  const table = parseCsvTable(bytes)
  reportText(table, log)
  const canRead = hasColumns(table, sheet, log)
  const cells = new RowCells(table.header, log)
  const readRow = open(cells, log)
  const struck = struckIndexes(table.header, sheet)
  const lines: [number, string[]][] = []
  let refusedRows = 0
  for (let index = table.headerLine; index < table.rows.length; index++) {
    const row = table.rows[index] ?? []
    if (isBlank(row)) continue
    const line = index + 1
    const fits = fitToHeader(row, line, table, log)
    cells.moveTo(row, line)
    if (!canRead || !fits || !readRow()) refusedRows++
    if (fits) for (const at of struck) row[at] = ''
    lines.push([line, fits ? row : []])
  }
  if (table.headerLine > 0 && lines.length === 0) {
    const message = 'the file has a header and no row: nothing was read of it'
    log.add({ code: 'header-only', line: table.headerLine, message })
  }
  const struckOut = struck.map((at) => table.header[at] ?? '')
  return {
    lines: { file, header: table.header, struckOut, lines },
    problems: log.problems(),
    rowsRead: lines.length,
    refusedRows,
  }
}

function reportText(table: CsvTable, log: ProblemLog): void {
  if (table.headerLine === 0) {
    log.add({ code: 'empty-file', message: 'the file is empty: nothing was read of it' })
  }
  if (table.firstBadLine !== undefined) {
    const message =
      'the file is not UTF-8, this is the first line that shows it: cells with such characters ' +
      'are used only where they may hold any text'
    log.add({ code: 'not-utf-8', line: table.firstBadLine, message })
  }
}

function hasColumns(table: CsvTable, sheet: Sheet, log: ProblemLog): boolean {
  if (table.headerLine === 0) return false
  const names = new Set(table.header)
  const report = ([column, lost]: readonly [string, string]) => {
    const message = `the file has no column ${column}: ${lost}`
    log.add({ code: 'missing-column', line: table.headerLine, column, message })
  }
  const needed = Object.entries(sheet.needed).filter(([name]) => !names.has(name))
  for (const entry of needed) report(entry)
  if (needed.length > 0) return false
  for (const entry of Object.entries(sheet.expected)) if (!names.has(entry[0])) report(entry)
  return true
}

function struckIndexes(header: readonly string[], sheet: Sheet): readonly number[] {
  return header.flatMap((name, index) => (sheet.isShown(name) ? [] : [index]))
}

/** Drops empty cells past the header; true where each cell then stands under its name. */
function fitToHeader(row: string[], line: number, table: CsvTable, log: ProblemLog): boolean {
  const expected = table.header.length
  while (row.length > expected && row.at(-1)?.trim() === '') row.pop()
  if (row.length === expected) return true
  const counts = `the row has ${row.length} cells, the header ${expected}`
  if (row.length > expected) {
    log.add({ code: 'too-many-cells', line, message: `${counts}: the row is not used` })
  } else if (table.endsOpen && line === table.rows.length) {
    const message = `the file ends in the middle of this row (${row.length} of ${expected} cells): the row is not used, and any rows after it are missing`
    log.add({ code: 'cut-off-row', line, message })
  } else {
    log.add({ code: 'too-few-cells', line, message: `${counts}: the row is not used` })
  }
  return false
}
