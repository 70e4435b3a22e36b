import { parseFactId } from '#core/domain/fact-id.ts'
import {
  type SectionId,
  sectionIds,
  type SubSectionId,
  subSectionIds,
} from '#core/domain/quantity.ts'
import type { Spot } from '../screen/spotlight.tsx'

/**
 * What a fact lights in the view: its race, car, lap and section, as far as its id says so, and else the words
 * that it is shown with ("lap 9", "Section 2"). Undefined where nothing on a car's view stands for it.
 */
export function spotOfFact(factId: string, text = ''): Spot | undefined {
  if (factId.startsWith('computed:')) return sharedSpot(idsWithin(factId))
  const place = parseFactId(factId)
  if (place === undefined) return undefined
  const { collection, documentId, field } = place
  const spot = {
    ...ofDocument(collection, documentId),
    ...ofField(field),
    ...ofText(field, text),
  }
  return spot.lap === undefined && spot.section === undefined ? undefined : spot
}

/** 'barber-r1', 'barber-r1_3', 'barber-r1_3_08_s2'; of a composite 'barber-r1_s2', 'barber-r1_gt4_s2'. */
function ofDocument(collection: string, documentId: string): Spot {
  const [first = '', ...rest] = documentId.split('_')
  const race = /-r[0-9]+$/.test(first) ? { raceId: first } : {}
  if (collection === 'best_case_composites') return { ...race, ...sectionAmong(rest) }
  const [car, lap] = rest
  return {
    ...race,
    ...(car !== undefined && { car }),
    ...(lap !== undefined && { lap: Number(lap) }),
    ...sectionAmong(rest),
  }
}

/** 'laps.8.timeMs.s2', 'sections.s2.paceGapMs', 'card.quantity'. */
function ofField(field: string): Spot {
  const [, lap] = /(?:^|\.)laps\.([0-9]+)\./.exec(field) ?? []
  return { ...(lap !== undefined && { lap: Number(lap) }), ...sectionAmong(field.split('.')) }
}

/** Fields whose value, as the text says it, is a lap of this car, and not of the one to watch or to follow. */
const ownLapField =
  /(?:^|\.)(?:targetLaps\.[0-9]+|fromLap|toLap|closeLap|farLap|inLap|outLap|bestLap\.lap|own\.lap|slowestLap|quickestLap|(?:best|worst|changes\.[0-9]+)\.lap)$/

function ofText(field: string, text: string): Spot {
  const [, lap] = ownLapField.test(field) ? (/^(?:lap )?([0-9]+)$/.exec(text) ?? []) : []
  return { ...(lap !== undefined && { lap: Number(lap) }), ...sectionInWords(text) }
}

/** 'Section 2' → s2; 'Section 2 up to the mid loop' → s2a; 'Section 2 from the mid loop on' → s2b. */
function sectionInWords(text: string): Spot {
  const [, number, half] = /^Section ([1-3])( up to| from)?/.exec(text) ?? []
  if (number === undefined) return {}
  const letter = half === undefined ? '' : half === ' up to' ? 'a' : 'b'
  return sectionAmong([`s${number}${letter}`])
}

function sectionAmong(names: readonly string[]): { readonly section?: SectionId | SubSectionId } {
  const section = [...sectionIds, ...subSectionIds].find((id) => names.includes(id))
  return section === undefined ? {} : { section }
}

function idsWithin(factId: string): readonly string[] {
  return factId.match(/[a-z_]+\/[^/#\s,()]+#[^#\s,()]+/g) ?? []
}

/** What all of several facts light alike: the lap of two sections, the section of many laps. */
function sharedSpot(factIds: readonly string[]): Spot | undefined {
  const [first, ...others] = factIds.map((id) => spotOfFact(id))
  if (first === undefined) return undefined
  const isShared = (name: keyof Spot) => others.every((other) => other?.[name] === first[name])
  const { raceId, car, lap, section } = first
  const shared = {
    ...(raceId !== undefined && isShared('raceId') && { raceId }),
    ...(car !== undefined && isShared('car') && { car }),
    ...(lap !== undefined && isShared('lap') && { lap }),
    ...(section !== undefined && isShared('section') && { section }),
  }
  return shared.lap === undefined && shared.section === undefined ? undefined : shared
}
