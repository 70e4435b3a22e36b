import type { Fact } from '../fact.ts'
import { type Figure, figureOf } from './figures.ts'
import { placeOf } from './place.ts'

/** What a fact is about: whose, when, where, and what kind of figure it is. */
export type Subject = {
  readonly trackIds: readonly string[]
  readonly raceIds: readonly string[]
  /** Empty for what is about the field or the track. */
  readonly cars: readonly string[]
  /** Empty for figures over several laps. */
  readonly laps: readonly number[]
  /** The first and the last of the laps that a figure is computed over, by what it compares. */
  readonly spans?: readonly (readonly [number, number])[]
  /** 's2', 's2b'; 'lap' for a whole lap; empty where no part of a lap is meant. */
  readonly parts: readonly string[]
  readonly figure: Figure
  /** The names of its field, for what a figure does not say: ['trend', 'verdict']. */
  readonly names: readonly string[]
  readonly group: string
  /** A mean or a median over the field: of no one car. */
  readonly isOfField?: true
  /** 'difference' of `computed:difference(…)`. */
  readonly operation?: string
  readonly operands: readonly string[]
}

const computed = /^computed:([a-z][a-z0-9-]*)\((.*)\)$/s

export function subjectOf(fact: Fact): Subject {
  const [, operation, list] = computed.exec(fact.id) ?? []
  if (operation !== undefined) return ofComputed(fact, operation, operandIds(list ?? ''))
  const place = placeOf(fact.id)
  if (place === undefined) return { ...unknown, group: fact.id }
  const isPattern = fact.document?.collection === 'ml_pattern_recommendations'
  return {
    ...place,
    figure: figureOf(place.names, isPattern || fact.id.startsWith('ml_pattern')),
    operands: fact.operands ?? [],
  }
}

const unknown: Subject = {
  trackIds: [],
  raceIds: [],
  cars: [],
  laps: [],
  parts: [],
  figure: { tags: [] },
  names: [],
  group: '',
  operands: [],
}

/** "a#x,b#y" or "a#x, b#y"; ids hold no comma, those of computed facts may. */
function operandIds(list: string): readonly string[] {
  const ids: string[] = []
  let depth = 0
  let id = ''
  for (const letter of list) {
    if (letter === '(') depth++
    if (letter === ')') depth--
    if (letter === ',' && depth === 0) {
      ids.push(id.trim())
      id = ''
    } else id += letter
  }
  return [...ids, id.trim()].filter((one) => one !== '')
}

/** About all that its operands are about. */
function ofComputed(fact: Fact, operation: string, ids: readonly string[]): Subject {
  const operands = ids.length > 0 ? ids : (fact.operands ?? [])
  const parts = operands.map((id) => subjectOf({ ...fact, id, document: null, operands: [] }))
  const all = <T>(of: (subject: Subject) => readonly T[]): T[] => [...new Set(parts.flatMap(of))]
  const cars = all((one) => one.cars)
  const isOfField = /^(?:mean|median|count)$/.test(operation) && cars.length > 2
  const counts = countsOf(fact)
  const laps = all((one) => one.laps)
  const isOfMany = operands.length > 2 && laps.length > 2
  const spans = isOfMany
    ? [[Math.min(...laps), Math.max(...laps)] as const]
    : parts.flatMap((one) => one.spans ?? [])
  return {
    trackIds: all((one) => one.trackIds),
    raceIds: all((one) => one.raceIds),
    cars: isOfField ? [] : cars,
    ...(isOfField && { isOfField }),
    // An answer over many laps is no figure of one of them.
    laps: operands.length > 2 ? [] : laps,
    ...(spans.length > 0 && { spans }),
    parts: all((one) => one.parts),
    names: all((one) => one.names),
    group: fact.id,
    figure: {
      tags: [...all((one) => one.figure.tags), operation],
      ...(operation === 'difference' && { sign: 'slower' }),
      ...(counts && { counts }),
    },
    operation,
    operands,
  }
}

function countsOf({ unit, label }: Fact): Figure['counts'] {
  if (unit === 'places') return 'places'
  if (unit !== '') return undefined
  if (/^cars\b/i.test(label)) return 'cars'
  if (/\bcars?\b/i.test(label)) return /\blaps?\b/i.test(label) ? 'laps' : 'cars'
  return /\blaps?\b/i.test(label) ? 'laps' : 'things'
}
