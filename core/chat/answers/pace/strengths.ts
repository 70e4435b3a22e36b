import {
  offOrAhead,
  paceRankCited,
  sectionCited,
  sectionWithCorners,
} from '#core/composer/cited-names.ts'
import { type CoachedCar, coachedCar } from '#core/composer/coached-car.ts'
import { firstStrength } from '#core/composer/coaching-strength.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import { sectionGaps } from '#core/composer/section-gaps.ts'
import { sectionIds } from '#core/domain/quantity.ts'
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
  const { pattern, own } = car
  const known = pattern.strengths.map((strength, index) => ({ ...strength, index }))
  const sections = known.filter(({ quantity }) => quantity !== 'lap')
  const wantsSections = /section|sector/i.test(ask.part.text)
  const first = wantsSections
    ? sections.find(({ quantity }) => quantity.length === 2)
    : (sections.find(({ index }) => index === firstStrength(pattern)) ?? sections[0])
  const second = sections.find(
    ({ quantity }) =>
      !quantity.startsWith(first?.quantity.slice(0, 2) ?? '') && quantity.length === 2,
  )
  // The document keeps the strongest parts, which may all be halves.
  if (first === undefined)
    return furtherDown(car, { nth: 1 }, 'Your strongest section is') ?? withoutPace(car)
  const further = ask.part.order && furtherDown(car, ask.part.order)
  if (further !== undefined) return further
  const gap = own(`strengths.${first.index}.paceGapMs`)
  const at =
    first.quantity.length === 2 ? `sections.${first.quantity}` : `subSections.${first.quantity}`
  const doubt = !first.isAhead || first.isSurelyAhead ? '' : ', though not beyond chance'
  return {
    verdict: placeNamed(ask) === undefined ? first.isAhead : undefined,
    sentences: [
      first.isAhead
        ? fact`Your strength is ${sectionWithCorners(car, first.quantity)}: ${offOrAhead(gap)} the quick quarter of the field, ${paceRankCited(car, at)}${doubt}.`
        : fact`You are nowhere ahead of the quick quarter; closest to it is ${sectionWithCorners(car, first.quantity)}: ${offOrAhead(gap)} it, ${paceRankCited(car, at)}.`,
      second === undefined
        ? undefined
        : fact`Next is ${sectionWithCorners(car, second.quantity)}: ${offOrAhead(own(`strengths.${second.index}.paceGapMs`))} the quick quarter, ${exact(own(`strengths.${second.index}.paceRank`))}.`,
      steady(car),
    ],
    asked: [gap],
    suggestions: ['Where do I lose time?', 'How consistent am I?', 'What should I work on first?'],
  }
}

/** "My second best section": that one, the nearest to the quick quarter first. */
function furtherDown(
  car: CoachedCar,
  { nth = 2 }: OrderAsked,
  lead = 'Next is',
): Written | undefined {
  const found = sectionGaps(car.pattern).at(-nth)
  if (found === undefined) return undefined
  const at = `sections.${found.section}`
  const gap = car.own(`${at}.paceGapMs`)
  return {
    sentences: [
      fact`${lead} ${sectionWithCorners(car, found.section)}: ${offOrAhead(gap)} the quick quarter of the field, ${paceRankCited(car, at)}.`,
    ],
    asked: [gap],
    suggestions: ['Where do I lose time?', 'What should I work on first?'],
  }
}

function steady({ own, pattern }: CoachedCar): Sentence | undefined {
  if (pattern.steadyRank === null || pattern.lap.paceRank === null) return undefined
  if (pattern.steadyRank >= pattern.lap.paceRank) return undefined
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
