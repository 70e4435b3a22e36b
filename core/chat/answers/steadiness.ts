import type { CoachedCar } from '#core/composer/coached-car.ts'
import { coachedCar } from '#core/composer/coached-car.ts'
import { sameSectionSentences } from '#core/composer/coaching-repeat.ts'
import {
  countCited,
  offOrAhead,
  paceRankCited,
  sectionCited,
  sectionWithCorners,
} from '#core/composer/cited-names.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { computedFact } from '../computed-fact.ts'
import type { CarQuestion, Written } from './car-answer.ts'
import { noGreenLaps } from './lap-figures.ts'
import { isSubSection, partnerOf, placeNamed, sectionOf } from './named-in.ts'
import { cleanTimeFacts, sectionFigures } from './section-figures.ts'
import { withoutPace } from './where-time.ts'

const next = [
  'Which section varies the most?',
  'What would I gain by repeating my best laps?',
  'Did I fade?',
]

/** Steadiness and consistency score (D17). */
export function consistency(question: CarQuestion): Written {
  const { ask, car } = question
  if (placeNamed(ask) !== undefined) return sectionFigures(question, 'std')
  const { own, pattern } = car
  const steadiest = /\bwho\b|\bmost consistent\b/i.test(ask.part.text)
    ? steadiestSentence(car)
    : undefined
  if (pattern.steadyMs === null || pattern.consistencyScore === null)
    return {
      outcome: steadiest === undefined ? 'not-in-data' : 'answered',
      sentences: [
        steadiest,
        note`You have ${countCited(own('cleanLaps'), 'green lap')}: too few for a consistency score, it takes eight whose track is known.`,
      ],
      also: [own('cleanLaps')],
      suggestions: ["Which laps don't count?", 'What was my best lap?'],
    }
  return {
    sentences: [
      steadiest,
      fact`Your consistency score is ${exact(own('consistencyScore'))}: that many in a hundred laps lie within half a percent of your pace.`,
      fact`Half of your laps lie within ±${short(own('steadyMs'))}, ${exact(own('steadyRank'))} of ${exact(own('steadyOf'))} for steadiness, over ${countCited(own('lap.paceN'), 'green lap')} with the track taken out.`,
      varies(car),
    ],
    asked: [own('consistencyScore'), own('steadyMs'), own('steadyRank')],
    suggestions: next,
  }
}

function steadiestSentence(car: CoachedCar): Sentence | undefined {
  const first = car.patterns.find(
    ({ steadyRank, carClass }) => steadyRank === 1 && carClass === car.pattern.carClass,
  )
  if (first === undefined) return undefined
  const { own } = coachedCar(car, first)
  return fact`The steadiest was ${exact(own('car'))}: half of its laps lie within ±${short(own('steadyMs'))}, score ${exact(own('consistencyScore'))}.`
}

/** Which section makes the spread of the lap (D20). */
function varies(car: CoachedCar): Sentence | undefined {
  const shares = sectionIds.filter(
    (section) => typeof car.pattern.sections[section]?.shareOfSpread === 'number',
  )
  const shareOf = (section: (typeof sectionIds)[number]) =>
    car.pattern.sections[section]?.shareOfSpread ?? 0
  const [most, ...others] = shares.toSorted((a, b) => shareOf(b) - shareOf(a))
  if (most === undefined) return undefined
  const share = (section: (typeof sectionIds)[number]): Piece =>
    exact(car.own(`sections.${section}.shareOfSpread`))
  const rest = others.map((section): Piece => [sectionCited(car, section), ' ', share(section)])
  return fact`${sectionWithCorners(car, most)} makes the largest part of your spread, ${share(most)}${rest.length === 0 ? '' : ['; ', listed(rest)]}, the track taken out.`
}

/** The spread of green laps (IQR, as driven), and the section that makes it. */
export function spread(question: CarQuestion): Written {
  const { ask, car } = question
  const place = placeNamed(ask)
  const of = place ?? 'lap'
  const times = cleanTimeFacts(car, of)
  if (times.length < 2) return noGreenLaps(car)
  const label = `Car ${car.pattern.car}, ${of === 'lap' ? 'green laps' : `green laps in ${of}`}`
  const iqr = computedFact('spread', times, 'gap', `${label}: spread (IQR)`)
  const range = computedFact('range', times, 'gap', `${label}: slowest less quickest`)
  const n = computedFact('count', times, 'count', `${label}: how many`)
  const where: Piece = place === undefined ? '' : [' in ', sectionCited(car, place)]
  const std =
    of === 'lap'
      ? car.own('clean.stdMs')
      : isSubSection(of)
        ? undefined
        : car.own(`sections.${of}.stdMs`)
  const stdSaid: Piece =
    std === undefined || std.value === null ? '' : ['; the standard deviation is ', exact(std)]
  return {
    sentences: [
      fact`The spread of your green laps${where} is ${exact(iqr)}: the middle half of ${countCited(n, 'lap')} lies within that, as driven.`,
      fact`From the quickest to the slowest it is ${exact(range)}${stdSaid}.`,
      varies(car),
    ],
    computed: [iqr, range, n],
    asked: [iqr],
    suggestions: [
      'How consistent am I?',
      'What were my worst laps?',
      'What should I work on first?',
    ],
  }
}

/** Whether the weak section is the same one lap after lap (D13). */
export function sameSection({ ask, car }: CarQuestion): Written {
  const place = placeNamed(ask)
  const [told] = sameSectionSentences(car)
  const counts = sectionIds.filter(
    (section) => (car.pattern.sections[section]?.worstOnLaps ?? 0) > 0,
  )
  if (counts.length === 0) return withoutPace(car)
  const parts = counts.map((section): Piece => [
    sectionCited(car, section),
    ' on ',
    countCited(car.own(`sections.${section}.worstOnLaps`), 'lap'),
  ])
  const lead =
    told?.sentence ??
    fact`No section is off the quick quarter; the furthest from it was ${listed(parts)}.`
  const section = place && sectionOf(place)
  const figures = section && car.pattern.sections[section]
  return {
    sentences: [
      section !== undefined && figures !== undefined
        ? fact`${sectionCited(car, section)} was your furthest off on ${countCited(car.own(`sections.${section}.worstOnLaps`), 'lap')}.`
        : undefined,
      lead,
      note`Each green lap counts for the section in which it was furthest from the quick quarter, the track taken out.`,
    ],
    asked: counts.map((one) => car.own(`sections.${one}.worstOnLaps`)),
    suggestions: ['What should I work on first?', 'Which section varies the most?'],
  }
}

/** What the car is good at: the part nearest to the quick quarter or ahead of it, or ahead of another car. */
export function strengths({ ask, car }: CarQuestion): Written {
  const partner = partnerOf(ask, car)
  const rival = car.patterns.find((one) => one.car === partner && one.car !== car.pattern.car)
  if (rival !== undefined) return againstRival(car, coachedCar(car, rival))
  const { pattern, own } = car
  const known = pattern.strengths.map((strength, index) => ({ ...strength, index }))
  const sections = known.filter(({ quantity }) => quantity !== 'lap')
  const wantsSections = /section|sector/i.test(ask.part.text)
  const first = sections.find(({ quantity }) => !wantsSections || quantity.length === 2)
  const second = sections.find(
    ({ quantity }) =>
      !quantity.startsWith(first?.quantity.slice(0, 2) ?? '') && quantity.length === 2,
  )
  if (first === undefined) return withoutPace(car)
  const gap = own(`strengths.${first.index}.paceGapMs`)
  const at =
    first.quantity.length === 2 ? `sections.${first.quantity}` : `subSections.${first.quantity}`
  const doubt = !first.isAhead || first.isSurelyAhead ? '' : ', though not beyond chance'
  return {
    sentences: [
      first.isAhead
        ? fact`Your strength is ${sectionWithCorners(car, first.quantity)}: ${offOrAhead(gap)} the quick quarter of the field, ${paceRankCited(car, at)}${doubt}.`
        : fact`Nowhere are you ahead of the quick quarter; you are closest in ${sectionWithCorners(car, first.quantity)}: ${offOrAhead(gap)} it, ${paceRankCited(car, at)}.`,
      second === undefined
        ? undefined
        : fact`Next is ${sectionWithCorners(car, second.quantity)}: ${offOrAhead(own(`strengths.${second.index}.paceGapMs`))} the quick quarter, ${exact(own(`strengths.${second.index}.paceRank`))}.`,
      steady(car),
    ],
    asked: [gap],
    suggestions: ['Where do I lose time?', 'How consistent am I?', 'What should I work on first?'],
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
