import {
  type SectionId,
  sectionIds,
  type SubSectionId,
  subSectionsOf,
} from '#core/domain/quantity.ts'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { CoachedCar, Observation } from './coached-car.ts'
import {
  cornersInBrackets,
  offOrAhead,
  offOrAheadAlone,
  paceRankCited,
  sectionCited,
  sectionWithCorners,
} from './cited-names.ts'
import { fact, listed, type Piece, short } from './say.ts'
import { sectionGaps } from './section-gaps.ts'

/** A second section this near to the first is close to it. */
const closeShare = 0.6
/** Halves that differ by more than this share of the section's gap say more than the section. */
const tellingShare = 0.5

/** Where the car is off the quick quarter (D12, D13): the biggest part, the others, the halves. */
export function whereSentences(car: CoachedCar): readonly Observation[] {
  const [first] = car.pattern.opportunities
  if (first === undefined) return nowhereSentences(car)
  return [
    { worth: 100, sentence: biggestPart(car, first) },
    ...otherParts(car),
    ...halves(car, first),
  ]
}

function biggestPart(car: CoachedCar, first: SectionId) {
  const { own, pattern } = car
  const at = `sections.${first}`
  const gap = short(own(`${at}.paceGapMs`))
  const where = sectionWithCorners(car, first)
  const rank = paceRankCited(car, at)
  const doubt = between(car, first)
  if (pattern.opportunities.length === 1)
    return fact`Only ${where} is off the quickest quarter of the field: ${gap}, ${rank}${doubt}.`
  if (isMaybeNothing(pattern, first))
    return fact`Furthest off is ${where}: ${gap} behind the quickest quarter of the field, ${rank}${doubt}.`
  if (pattern.firstStandsOut === true)
    return fact`${where} stands out: ${gap} off the quickest quarter of the field, ${rank}${doubt}.`
  if (isMost(car))
    return fact`Most time is in ${where}: ${gap} off the quickest quarter of the field, ${rank}${doubt}.`
  return fact`The biggest part is ${where}: ${gap} off the quickest quarter of the field, ${rank}${doubt}.`
}

/** More than half of the sum of the sections' positive pace gaps, and no other section is close. */
function isMost({ pattern }: CoachedCar): boolean {
  const [firstMs = 0, ...others] = pattern.opportunities.map((id) => gapMsOf(pattern, id))
  const sum = others.reduce((total, gapMs) => total + gapMs, firstMs)
  return firstMs > sum / 2 && !isClose(firstMs, others[0] ?? 0)
}

const isClose = (firstMs: number, secondMs: number) => secondMs > closeShare * firstMs

function gapMsOf({ sections }: PatternDocument, section: SectionId): number {
  return sections[section]?.paceGapMs ?? 0
}

/** The interval, where the gap could be nothing or is little known. */
export function between({ own, pattern }: CoachedCar, section: SectionId): Piece {
  const { paceGapMs, paceGapLowMs, paceGapHighMs } = pattern.sections[section] ?? {}
  const width = (paceGapHighMs ?? 0) - (paceGapLowMs ?? 0)
  const low = own(`sections.${section}.paceGapLowMs`)
  const high = own(`sections.${section}.paceGapHighMs`)
  if (isMaybeNothing(pattern, section))
    return [', but anything from ', short(low), ' ahead to ', short(high), ' off fits your laps']
  if (width <= (paceGapMs ?? 0)) return ''
  return [', and anything from ', short(low), ' to ', short(high), ' fits your laps']
}

/** The interval of the gap reaches past the quick quarter. */
export function isMaybeNothing({ sections }: PatternDocument, section: SectionId): boolean {
  const lowMs = sections[section]?.paceGapLowMs ?? undefined
  return lowMs !== undefined && lowMs < 0
}

/** A second section within this of the first could as well be the first. */
const asGoodAsLevelMs = 20

/** "Section 2 is close: 0.22 s off.", where it is nearly as far off as the first. */
export function closeSecond(car: CoachedCar): Sentence | undefined {
  const { own, pattern } = car
  const [first, second] = pattern.opportunities
  if (first === undefined || second === undefined) return undefined
  if (gapMsOf(pattern, first) - gapMsOf(pattern, second) > asGoodAsLevelMs) return undefined
  const where = sectionCited(car, second)
  return fact`${where} is close: ${short(own(`sections.${second}.paceGapMs`))} off.`
}

function otherParts(car: CoachedCar): readonly Observation[] {
  const { pattern, own } = car
  const [first, second, third] = pattern.opportunities
  if (first === undefined || second === undefined) return []
  const part = (section: SectionId): Piece => [
    sectionCited(car, section),
    ' is ',
    short(own(`sections.${section}.paceGapMs`)),
    ' off',
  ]
  const rest: Piece = third === undefined ? '' : ['; ', part(third)]
  const rank = paceRankCited(car, `sections.${second}`)
  if (pattern.firstStandsOut === true)
    return [{ worth: 88, sentence: fact`${part(second)}, ${rank}${rest}.` }]
  if (isClose(gapMsOf(pattern, first), gapMsOf(pattern, second)))
    return [
      {
        worth: 90,
        sentence: fact`${sectionCited(car, second)} is close: ${short(own(`sections.${second}.paceGapMs`))} off, ${rank}${rest}.`,
      },
    ]
  return [
    {
      worth: 88,
      sentence: fact`${part(second)}, ${rank}${rest}${isComparable(car) ? '; lap by lap the sections are close' : ''}.`,
    },
  ]
}

/** D13's test needs five laps with all three sections; without them its failure says nothing. */
function isComparable({ pattern }: CoachedCar): boolean {
  return sectionIds.reduce((sum, id) => sum + (pattern.sections[id]?.worstOnLaps ?? 0), 0) >= 5
}

/** The half in which the section's gap lies, where the halves say more than the whole of it. */
export function tellingHalf({ pattern }: CoachedCar, section: SectionId): SubSectionId | undefined {
  const [a, b] = subSectionsOf[section]
  const upTo = pattern.subSections[a]?.paceGapMs ?? undefined
  const onFrom = pattern.subSections[b]?.paceGapMs ?? undefined
  const whole = pattern.sections[section]?.paceGapMs ?? undefined
  if (upTo === undefined || onFrom === undefined || whole === undefined) return undefined
  if (Math.abs(upTo - onFrom) < tellingShare * Math.abs(whole)) return undefined
  return upTo > onFrom ? a : b
}

function halves(car: CoachedCar, section: SectionId): readonly Observation[] {
  if (tellingHalf(car, section) === undefined) return []
  const [a, b] = subSectionsOf[section]
  const gapA = car.own(`subSections.${a}.paceGapMs`)
  const gapB = car.own(`subSections.${b}.paceGapMs`)
  const link = Number(gapA.value) > 0 === Number(gapB.value) > 0 ? ', ' : ' but '
  return [
    {
      worth: 84,
      sentence: fact`In ${sectionCited(car, section)} you are ${offOrAheadAlone(gapA)} up to the mid loop${cornersInBrackets(car, a)}${link}${offOrAheadAlone(gapB)} from there${cornersInBrackets(car, b)}.`,
    },
  ]
}

/** All sections at or ahead of the quick quarter: how far, and where the least. */
function nowhereSentences(car: CoachedCar): readonly Observation[] {
  const known = sectionGaps(car.pattern)
  const [closest] = known
  if (closest === undefined) return []
  const parts = known.map(({ section }, index): Piece => {
    const gap = car.own(`sections.${section}.paceGapMs`)
    return index === 0
      ? [sectionCited(car, section), ' is ', offOrAhead(gap), ' the quickest quarter of the field']
      : [sectionCited(car, section), ' ', offOrAheadAlone(gap)]
  })
  const rank = paceRankCited(car, `sections.${closest.section}`)
  return [
    { worth: 100, sentence: fact`Nothing is off the quick quarter: ${listed(parts)}.` },
    {
      worth: 70,
      sentence: fact`Your smallest margin is in ${sectionWithCorners(car, closest.section)}, where your pace is ${rank}.`,
    },
    ...halves(car, closest.section),
  ]
}
