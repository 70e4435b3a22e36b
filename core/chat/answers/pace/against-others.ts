import {
  countCited,
  offOrAhead,
  offOrAheadAlone,
  sectionCited,
  sectionWithCorners,
} from '#core/composer/cited-names.ts'
import { type CoachedCar, coachedCar } from '#core/composer/coached-car.ts'
import { andOthers, exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { CarNumber } from '#core/domain/ids.ts'
import { type SectionId, sectionIds, type SubSectionId } from '#core/domain/quantity.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { Written } from '../car-answer.ts'
import { gapBetween } from '../counted-words.ts'
import { onLapTold } from '../compare/compared-on-lap.ts'
import { withoutPace } from '../few-green-laps.ts'
import { next, over } from './pace-basis.ts'

type SectionGap = { readonly section: SectionId; readonly gap: Fact }

/** The sections by a gap, the largest first. */
export function byGap(gaps: readonly SectionGap[]): readonly SectionGap[] {
  return gaps.toSorted((a, b) => Number(b.gap.value) - Number(a.gap.value))
}

/** Pace against the field median, the track taken out (D12). */
export function againstFieldMedian(car: CoachedCar, place?: SectionId | SubSectionId): Written {
  const gaps = byGap(
    sectionIds.flatMap((section) => {
      const median = car.weather.field[car.key]?.fieldMedianMs[section]
      if (typeof car.pattern.sections[section]?.paceMs !== 'number' || typeof median !== 'number')
        return []
      const label = `Car ${car.pattern.car}, pace against the field median in ${section}`
      const gap = gapBetween(
        car.own(`sections.${section}.paceMs`),
        car.day(`field.${car.key}.fieldMedianMs.${section}`),
        label,
      )
      return [{ section, gap }]
    }),
  )
  const asked = gaps.find(({ section }) => section === place)
  return againstSomebody(car, gaps, 'the field median', asked, [])
}

/** One lap beside the same lap of another car, as driven. */
export function againstCarOn(car: CoachedCar, partner: CarNumber, lap: number): Written {
  const pattern = car.patterns.find((one) => one.car === partner)
  if (pattern === undefined) return notThere
  const computed: Fact[] = []
  const keep = (fact: Fact) => {
    computed.push(fact)
    return fact
  }
  return {
    ...onLapTold({ car, rival: coachedCar(car, pattern), keep }, lap),
    computed,
    suggestions: next,
  }
}

const notThere: Written = {
  outcome: 'not-in-data',
  sentences: [note`That car was not in this race.`],
  suggestions: next,
}

/** Pace against another car's. */
export function againstCar(
  car: CoachedCar,
  partner: CarNumber,
  place?: SectionId | SubSectionId,
): Written {
  const pattern = car.patterns.find((one) => one.car === partner)
  if (pattern === undefined) return notThere
  const other = coachedCar(car, pattern)
  const gaps = paceGapsTo(car, other)
  if (gaps.length === 0)
    return {
      outcome: 'not-in-data',
      sentences: [
        fact`You cannot be compared with ${exact(other.own('car'))} by pace: you have ${countCited(car.own('cleanLaps'), 'green lap')}, that car ${exact(other.own('cleanLaps'))}.`,
      ],
      suggestions: next,
    }
  const unsure = gaps.filter(({ section }) => isWithinChance(car, other, section))
  const asked = gaps.find(({ section }) => section === place)
  const isWinner = other.pattern.position === 1
  const whom: Piece = [isWinner ? 'the winner, ' : '', exact(other.own('car'))]
  return againstSomebody(car, gaps, whom, asked, [
    unsure.length === 0
      ? undefined
      : unsure.length === gaps.length
        ? note`In each of them the two paces are within chance of each other.`
        : note`In ${listed(unsure.map(({ section }) => sectionCited(car, section)))} the two paces are within chance of each other.`,
  ])
}

/** In each section where both have a pace, the largest first. */
function paceGapsTo(car: CoachedCar, other: CoachedCar): readonly SectionGap[] {
  return byGap(
    sectionIds.flatMap((section) => {
      const both = [car.pattern, other.pattern].every(
        (one) => typeof one.sections[section]?.paceMs === 'number',
      )
      if (!both) return []
      const [own, others] = [car, other].map((one) => one.own(`sections.${section}.paceMs`))
      const label = `Car ${car.pattern.car} against car ${other.pattern.car} in ${section}`
      return own && others ? [{ section, gap: gapBetween(own, others, label) }] : []
    }),
  )
}

function isWithinChance(car: CoachedCar, other: CoachedCar, section: SectionId): boolean {
  const [a, b] = [car.pattern.sections[section], other.pattern.sections[section]]
  return (a?.paceLowMs ?? 0) <= (b?.paceHighMs ?? 0) && (b?.paceLowMs ?? 0) <= (a?.paceHighMs ?? 0)
}

function againstSomebody(
  car: CoachedCar,
  gaps: readonly SectionGap[],
  whom: Piece,
  asked: SectionGap | undefined,
  notes: readonly (Sentence | undefined)[],
): Written {
  const [first, ...others] = gaps
  if (first === undefined) return withoutPace(car)
  const ms = Number(first.gap.value)
  const rest = others.map(({ section, gap }): Piece => [
    sectionCited(car, section),
    ' ',
    offOrAheadAlone(gap),
  ])
  const tail = andOthers(rest)
  const where = sectionWithCorners(car, first.section)
  return {
    sentences: [
      asked &&
        fact`In ${sectionWithCorners(car, asked.section)} you are ${offOrAhead(asked.gap)} ${whom}.`,
      ms >= 0.5
        ? fact`Against ${whom}, you are furthest off in ${where}: ${short(first.gap)}${tail}.`
        : fact`You are nowhere off ${whom}: ${where} is ${offOrAheadAlone(first.gap)}${tail}.`,
      over(car, first.section),
      ...notes,
    ],
    computed: gaps.map(({ gap }) => gap),
    asked: asked === undefined ? gaps.map(({ gap }) => gap) : [asked.gap],
    suggestions: next,
  }
}
