import {
  offOrAhead,
  offOrAheadAlone,
  paceRankCited,
  sectionCited,
  sectionWithCorners,
} from '#core/composer/cited-names.ts'
import { type CoachedCar, coachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import { sectionGaps } from '#core/composer/section-gaps.ts'
import { sectionIds, type SubSectionId, subSectionIds } from '#core/domain/quantity.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { computedFact } from '../../computed-fact.ts'
import type { OrderAsked } from '../../understanding/understanding.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { withoutPace } from '../few-green-laps.ts'
import { partnerOf, placeNamed, sectionOf } from '../named-in.ts'
import { inSection } from './where-time.ts'

/** What the car is good at: the part nearest to the quick quarter or ahead of it, or ahead of another car. */
export function strengths({ ask, car }: CarQuestion): Written {
  const partner = partnerOf(ask, car)
  const rival = car.patterns.find((one) => one.car === partner && one.car !== car.pattern.car)
  if (rival !== undefined) return againstRival(car, coachedCar(car, rival))
  const place = placeNamed(ask)
  const isOne = place !== undefined && (ask.part.sections ?? []).length < 2
  if (isOne && typeof car.pattern.sections[sectionOf(place)]?.paceGapMs === 'number')
    return inSection({ ask, car }, sectionOf(place), [])
  const [first, ...others] = bestFirst(car)
  if (first === undefined) return withoutPace(car)
  if (ask.part.order !== undefined) return furtherDown(car, ask.part.order)
  const at = `sections.${first.section}`
  const gap = car.own(`${at}.paceGapMs`)
  const isAhead = first.gapMs <= -0.5
  const isSure = (car.pattern.sections[first.section]?.paceGapHighMs ?? 0) < 0
  const rest = others.map(({ section }): Piece => [
    sectionCited(car, section),
    ' ',
    offOrAheadAlone(car.own(`sections.${section}.paceGapMs`)),
    ' (',
    exact(car.own(`sections.${section}.paceRank`)),
    ')',
  ])
  return {
    verdict: isAhead,
    sentences: [
      isAhead
        ? fact`Your strength is ${sectionWithCorners(car, first.section)}: ${offOrAhead(gap)} the quick quarter of the field, ${paceRankCited(car, at)}${isSure ? '' : ', though not beyond chance'}.`
        : fact`You are nowhere ahead of the quick quarter in a whole section; closest to it is ${sectionWithCorners(car, first.section)}: ${offOrAhead(gap)} it, ${paceRankCited(car, at)}.`,
      rest.length === 0 ? undefined : fact`Then ${listed(rest)}.`,
      bestHalf(car),
      steady(car),
    ],
    asked: [gap],
    also: others.map(({ section }) => car.own(`sections.${section}.paceGapMs`)),
    suggestions: ['Where do I lose time?', 'How consistent am I?', 'What should I work on first?'],
  }
}

/** The whole sections, the furthest ahead of the quick quarter first. */
function bestFirst({ pattern }: CoachedCar) {
  return sectionGaps(pattern).toSorted((a, b) => a.gapMs - b.gapMs)
}

/** Halves have an order of their own. */
function bestHalf(car: CoachedCar): Sentence | undefined {
  const { subSections } = car.pattern
  const gapMs = (id: SubSectionId) => subSections[id]?.paceGapMs ?? undefined
  const [best] = subSectionIds
    .filter((id) => gapMs(id) !== undefined)
    .toSorted((a, b) => (gapMs(a) ?? 0) - (gapMs(b) ?? 0))
  if (best === undefined) return undefined
  const at = `subSections.${best}`
  return fact`Of the half sections the best is ${sectionWithCorners(car, best)}: ${offOrAheadAlone(car.own(`${at}.paceGapMs`))}, ${paceRankCited(car, at)}.`
}

/** "My second best section": that one, the nearest to the quick quarter first. */
function furtherDown(car: CoachedCar, { nth = 2 }: OrderAsked): Written {
  const found = bestFirst(car)[nth - 1]
  if (found === undefined) return withoutPace(car)
  const at = `sections.${found.section}`
  const gap = car.own(`${at}.paceGapMs`)
  const lead = nth === 1 ? 'Your strongest section is' : 'Next is'
  return {
    sentences: [
      fact`${lead} ${sectionWithCorners(car, found.section)}: ${offOrAhead(gap)} the quick quarter of the field, ${paceRankCited(car, at)}.`,
    ],
    asked: [gap],
    suggestions: ['Where do I lose time?', 'What should I work on first?'],
  }
}

function steady({ own, pattern }: CoachedCar): Sentence | undefined {
  const { steadyRank, steadyOf, lap } = pattern
  if (steadyRank === null || lap.paceRank === null) return undefined
  if (steadyRank >= lap.paceRank || 2 * steadyRank > (steadyOf ?? 0)) return undefined
  return fact`You are better at steadiness than at pace: ${exact(own('steadyRank'))} of ${exact(own('steadyOf'))} against ${exact(own('lap.paceRank'))}.`
}

function againstRival(car: CoachedCar, rival: CoachedCar): Written {
  const gaps = sectionIds
    .filter((section) =>
      [car, rival].every(({ pattern }) => typeof pattern.sections[section]?.paceMs === 'number'),
    )
    .map((section) => {
      const pace = `sections.${section}.paceMs`
      const label = `Car ${car.pattern.car} against car ${rival.pattern.car} in ${section}`
      return {
        section,
        gap: computedFact('difference', [car.own(pace), rival.own(pace)], 'gap', label),
      }
    })
    .toSorted((a, b) => Number(a.gap.value) - Number(b.gap.value))
  const ahead = gaps.filter(({ gap }) => Number(gap.value) <= -0.5)
  const whom = exact(rival.own('car'))
  const [first, ...others] = ahead
  if (gaps.length === 0) return withoutPace(car)
  const rest = others.map(({ section, gap }): Piece => [
    sectionCited(car, section),
    ' by ',
    short(gap),
  ])
  return {
    sentences: [
      first === undefined
        ? fact`By pace you are not ahead of ${whom} in any section.`
        : fact`You are quicker than ${whom} in ${sectionWithCorners(car, first.section)} by ${short(first.gap)}${rest.length === 0 ? '' : [', ', listed(rest)]}.`,
      note`That is pace over green laps, the track taken out: ${exact(car.own('lap.paceN'))} of your laps, ${exact(rival.own('lap.paceN'))} of the other car's.`,
    ],
    computed: gaps.map(({ gap }) => gap),
    asked: ahead.map(({ gap }) => gap),
    suggestions: ['Where do I lose time?', 'How consistent am I?'],
  }
}
