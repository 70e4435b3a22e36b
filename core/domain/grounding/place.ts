import { parseFactId } from '../fact-id.ts'
import { quantities } from '../quantity.ts'

/** What a fact's id alone says of where it stands. */
export type Place = {
  readonly trackIds: readonly string[]
  readonly raceIds: readonly string[]
  readonly cars: readonly string[]
  readonly laps: readonly number[]
  /** 's2', 's2b', or 'lap' for figures of whole laps. */
  readonly parts: readonly string[]
  /** Document and path above the last key: facts that share it tell of one thing. */
  readonly group: string
  /** The path without indices, laps and sections: ['sections', 'paceGapMs']. */
  readonly names: readonly string[]
  readonly field: string
}

type Ids = Pick<Place, 'trackIds' | 'raceIds' | 'cars' | 'laps' | 'parts'>

const nowhere: Ids = { trackIds: [], raceIds: [], cars: [], laps: [], parts: [] }
const partNames: ReadonlySet<string> = new Set(quantities)

/** Undefined for what is no fact of a document. */
export function placeOf(factId: string): Place | undefined {
  const parsed = parseFactId(factId)
  if (parsed === undefined) return undefined
  const { collection, documentId, field } = parsed
  const keys = field.split('.')
  const ids = ofDocument(collection, documentId)
  const inField = ofField(keys)
  const group = `${collection}/${documentId}#${keys.slice(0, -1).join('.')}`
  return {
    trackIds: ids.trackIds,
    raceIds: racesOf(ids.raceIds, collection, keys),
    cars: ids.cars,
    laps: [...ids.laps, ...inField.laps],
    parts: inField.parts.length > 0 ? inField.parts : [...ids.parts, ...ofTrack(collection, keys)],
    names: inField.names,
    group,
    field,
  }
}

function ofDocument(collection: string, documentId: string): Ids {
  const [first = '', ...rest] = documentId.split('_')
  const race = /^(.+)-r[0-9]+$/.exec(first)
  const where: Ids = {
    ...nowhere,
    trackIds: [race?.[1] ?? first],
    raceIds: race === null ? [] : [first],
  }
  switch (collection) {
    case 'best_case_composites':
      return { ...where, parts: rest.slice(-1) }
    case 'ml_section_recommendations':
      return {
        ...where,
        cars: rest.slice(0, 1),
        laps: rest.slice(1, 2).map(Number),
        parts: rest.slice(2, 3),
      }
    case 'ml_pattern_recommendations':
    case 'coaching_insights':
      return { ...where, cars: rest.slice(0, 1) }
    default:
      return where
  }
}

/** A track's sections are listed in the order in which they are driven: 'sections.0.lengthM' is of s1. */
function ofTrack(collection: string, [name, index]: readonly string[]): readonly string[] {
  return collection === 'tracks' && name === 'sections' && index !== undefined
    ? [`s${Number(index) + 1}`]
    : []
}

/** 'laps.8.timeMs.s2' → lap 8, part s2, names laps and timeMs. */
function ofField(keys: readonly string[]): {
  laps: readonly number[]
  parts: readonly string[]
  names: readonly string[]
} {
  const laps: number[] = []
  const parts: string[] = []
  const names: string[] = []
  for (const [index, key] of keys.entries()) {
    const before = keys[index - 1]
    if (/^[0-9]+$/.test(key)) {
      if (before === 'laps' && !keys.includes('dataQuality') && index < keys.length - 1)
        laps.push(Number(key))
    } else if (isPart(key, before, index === keys.length - 1)) parts.push(key)
    else if (!isClassKey(keys, index)) names.push(key)
  }
  return { laps, parts, names }
}

/** 'lap' is a quantity in 'timeMs.lap' and 'lap.paceMs', and the number of a lap in 'bestLap.lap'. */
function isPart(key: string, before: string | undefined, isLast: boolean): boolean {
  if (!partNames.has(key)) return false
  return key !== 'lap' || !isLast || /Ms$|^cars$|^without$/.test(before ?? '')
}

function isClassKey(keys: readonly string[], index: number): boolean {
  return index === 1 && (keys[0] === 'field' || keys[0] === 'classes')
}

/** A card is of race 1, its check of both races, the other race is the weekend's other one. */
function racesOf(
  raceIds: readonly string[],
  collection: string,
  keys: readonly string[],
): readonly string[] {
  const [race = ''] = raceIds
  const [, track, number] = /^(.+-r)([0-9]+)$/.exec(race) ?? []
  if (track === undefined) return raceIds
  const other = `${track}${number === '1' ? 2 : 1}`
  if (collection === 'coaching_insights' && /card$/i.test(keys[0] ?? ''))
    return keys[1] === 'check' ? [`${track}1`, `${track}2`] : [`${track}1`]
  if (keys[0] !== 'otherRace') return raceIds
  if (keys.at(-1) === 'otherMean') return [other]
  return keys.at(-1) === 'mean' ? raceIds : [race, other]
}
