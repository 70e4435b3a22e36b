import { CarNumber } from '#core/domain/ids.ts'
import { printable, type Problem } from '#core/domain/problem.ts'
import { parseTimeMs } from '#core/domain/time.ts'
import type { ProblemLog } from './problem-log.ts'
import type { ValueRange } from './value-range.ts'

/** A column of one file, found once. `lost` says what is missing without its value. */
export type Column = { readonly name: string; readonly index: number; readonly lost: string }

/**
 * The cells of the row being read, by column. A value that cannot be used is reported with its line
 * and column, and is undefined like a blank one.
 */
export class RowCells {
  line = 0
  readonly #header: readonly string[]
  readonly #log: ProblemLog
  #cells: readonly string[] = []

  constructor(header: readonly string[], log: ProblemLog) {
    this.#header = header
    this.#log = log
  }

  moveTo(cells: readonly string[], line: number): void {
    this.#cells = cells
    this.line = line
  }

  /** A column that the file does not have reads as blank in every row. */
  column(name: string, lost: string): Column {
    return { name, index: this.#header.indexOf(name), lost }
  }

  has(column: Column): boolean {
    return column.index !== -1
  }

  text({ index }: Column): string {
    return index === -1 ? '' : (this.#cells[index] ?? '').trim()
  }

  timeMs(column: Column, range: ValueRange): number | undefined {
    const text = this.text(column)
    if (text === '') return undefined
    const ms = parseTimeMs(text)
    if (ms !== undefined) return this.#inRange(ms, column, range)
    if (text.startsWith('-')) {
      return this.report('out-of-range', column, `is below zero, a time is ${range.text}`)
    }
    return this.report('not-a-time', column, 'is no time (m:ss.mmm)')
  }

  /** A number that counts: '14', also written '14.0'. */
  count(column: Column, range: ValueRange): number | undefined {
    const value = this.number(column, range)
    if (value === undefined || Number.isInteger(value)) return value
    return this.report('not-a-number', column, 'is no whole number')
  }

  number(column: Column, range: ValueRange): number | undefined {
    const text = this.text(column)
    if (text === '') return undefined
    if (!/^[+-]?\d+(\.\d+)?$/.test(text)) {
      return this.report('not-a-number', column, 'is no number')
    }
    return this.#inRange(Number(text), column, range)
  }

  /** A needed cell without a usable value: says so where it is blank, for else it was said before. */
  reportBlank(column: Column): undefined {
    if (this.text(column) !== '') return undefined
    const message = `${column.name} is blank: ${column.lost}`
    this.#log.add({ code: 'missing-value', line: this.line, column: column.name, message })
  }

  #inRange(value: number, column: Column, range: ValueRange): number | undefined {
    if (value >= range.min && value <= range.max) return value
    return this.report('out-of-range', column, `is not possible, the limits are ${range.text}`)
  }

  /** Says what is wrong with a cell and what is lost by it; undefined, for the value that is not. */
  report(code: Problem['code'], column: Column, what: string): undefined {
    const value = printable(this.text(column))
    const message = `${column.name} '${value}' ${what}: ${column.lost}`
    this.#log.add({ code, line: this.line, column: column.name, value, message })
  }
}

/** Reads the number of a car as printed (D3): '03' is not '3'. */
export function createCarNumberReader(cells: RowCells): () => CarNumber | undefined {
  const column = cells.column('NUMBER', 'the row is not used')
  const known = new Map<string, CarNumber>()
  return () => {
    const text = cells.text(column)
    const seen = known.get(text)
    if (seen !== undefined) return seen
    if (text === '') return cells.reportBlank(column)
    if (!/^[0-9A-Za-z]{1,8}$/.test(text)) {
      return cells.report('not-a-car-number', column, 'is no car number')
    }
    const car = CarNumber.parse(text)
    known.set(text, car)
    return car
  }
}
