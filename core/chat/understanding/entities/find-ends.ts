import { numberOf, numberPattern } from './number-text.ts'
import type { Reading } from './reading.ts'
import { findAll } from './reading.ts'

const number = `(?:${numberPattern})`

export function endOf(found: Readonly<Record<string, string | undefined>>) {
  const end = found['end'] === 'first' || found['end'] === 'opening' ? 'first' : 'last'
  return { type: 'end', end, laps: numberOf(found['laps'] ?? '') ?? 3 } as const
}

/** "The last five laps", "my final five", "against the first six". */
export function findEnds(reading: Reading): Reading {
  const end = new RegExp(
    `\\b(?<end>first|opening|last|final|closing) (?<laps>${number}|few|couple of) laps\\b`,
    'g',
  )
  let read = findAll(reading, end, (found) => ({
    mentions: [endOf(found)],
    put: `${found['end'] ?? 'last'} NUMBER laps`,
  }))
  const few = new RegExp(
    `(?<=\\b(?:my|the|his|her|our) )(?<end>first|opening|last|final|closing) (?<laps>${number})(?=$|[?!.,]| (?:on average|in|at|were|was|green|together)\\b)`,
    'g',
  )
  read = findAll(read, few, (found) => ({
    mentions: [endOf(found)],
    put: `${found['end'] ?? 'last'} NUMBER laps`,
  }))
  const beside = new RegExp(
    `(?<=\\b(?:vs\\.?|versus|against|to|than|with|and|of) (?:the |my )?)(?<end>first|last|final|opening) (?<laps>${number})(?=$|[?!.,])`,
    'g',
  )
  return findAll(read, beside, (found) => ({
    mentions: [endOf(found)],
    put: `${found['end'] ?? 'last'} NUMBER laps`,
  }))
}
