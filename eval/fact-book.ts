import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Fact } from '#core/domain/fact.ts'
import { FactAnswer } from '#core/protocol/rest/fact-answer.ts'
import { computedOf, computedValue } from './computed-value.ts'
import { msOf } from './oracle/timing-rows.ts'

/** Opens the facts that answers cite, as a reader would: the service's own path, then the cell of the CSV file. */
export type FactBook = {
  /** Why a fact does not hold; undefined for one that does. */
  faultOf(fact: Fact): Promise<string | undefined>
}

export function createFactBook(origin: string, data: string): FactBook {
  const opened = remembering(async (id) => {
    const answer = await fetch(`${origin}/api/facts?id=${encodeURIComponent(id)}`)
    return answer.ok ? FactAnswer.parse(await answer.json()).fact : undefined
  })
  const lines = remembering(async (file) =>
    (await readFile(join(data, file), 'utf8')).replace(/^\uFEFF/, '').split(/\r?\n/),
  )
  const valueOf = async (id: string): Promise<Fact['value'] | undefined> => {
    const computed = computedOf(id)
    if (computed === undefined) return (await opened(id))?.value
    // "Line 214 of …": where its one operand stands.
    if (computed.operation === 'line') return (await opened(computed.operands.join()))?.source?.line
    const operands = await Promise.all(computed.operands.map(valueOf))
    if (operands.includes(undefined)) return undefined
    return computedValue(computed.operation, operands)
  }
  return {
    faultOf: async ({ id, value, source }) => {
      const found = await valueOf(id)
      if (found === undefined) return `${id} does not open`
      if (!isSame(found, value)) return `${id} is ${found}, the answer says ${value}`
      if (source === undefined) return undefined
      const cell = cellOf(await lines(source.file), source)
      return isCellOf(cell, value, source.column) ? undefined : `${id}: the file says '${cell}'`
    },
  }
}

function isSame(found: Fact['value'], value: Fact['value']): boolean {
  if (typeof found !== 'number' || typeof value !== 'number') return found === value
  return Math.abs(found - value) < 1e-6 * Math.max(1, Math.abs(value))
}

type Source = NonNullable<Fact['source']>

function cellOf(lines: readonly string[], { line, column }: Source): string | undefined {
  const at = lines[0]?.split(';').findIndex((name) => name.trim() === column) ?? -1
  return lines[line - 1]?.split(';')[at]?.trim()
}

/** Only values that stand in a cell as they are can be compared with it; a flag is told in words. */
function isCellOf(cell: string | undefined, value: Fact['value'], column: string): boolean {
  if (cell === undefined) return false
  if (column === 'HOUR' || typeof value === 'boolean' || value === null) return true
  if (column === 'NUMBER') return cell === String(value).replace(/-2$/, '')
  if (typeof value === 'string') return true
  return Number(cell) === value || msOf(cell) === value
}

function remembering<T>(make: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const made = new Map<string, Promise<T>>()
  return async (key) => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return await known
  }
}
