import type { CoachedCar } from '#core/composer/coached-car.ts'
import { coachedCar } from '#core/composer/coached-car.ts'
import { asDrivenSentences, fewLapsSummary } from '#core/composer/coaching-few-laps.ts'
import { whereSentences } from '#core/composer/coaching-where.ts'
import {
  countCited,
  offOrAheadAlone,
  paceRankCited,
  sectionCited,
  sectionWithCorners,
} from '#core/composer/cited-names.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import { sectionGaps } from '#core/composer/section-gaps.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { CarNumber } from '#core/domain/ids.ts'
import { type SectionId, sectionIds } from '#core/domain/quantity.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { CarQuestion, Written } from './car-answer.ts'
import { gapBetween } from './counted-words.ts'
import { lapApart } from './lap-apart.ts'
import { isSubSection, lapNamed, partnerOf, placeNamed } from './named-in.ts'
import { subSections } from './sub-sections.ts'

/** Where a car loses time: against the quick quarter, or what the question compares with; of a lap where it names one. */
export async function whereTime(question: CarQuestion): Promise<Written> {
  const { ask, car } = question
  if (lapNamed(ask) !== undefined) return await lapApart(question)
  const partner = partnerOf(ask, car)
  if (partner !== undefined && partner !== car.pattern.car) return againstCar(car, partner)
  switch (ask.part.reference) {
    case 'own-best':
    case 'ideal':
      return againstOwnBest(car)
    case 'composite':
      return againstComposite(car)
    case 'field':
    case 'field-median':
      return againstFieldMedian(car)
    default:
      return againstQuickQuarter(question)
  }
}

const next = [
  'What should I work on first?',
  'Whose onboard do I watch?',
  'Is it always the same section?',
]

/** Too few green laps for a pace: what was driven, else that there is nothing to say. */
export function withoutPace(car: CoachedCar): Written {
  const told = car.pattern.hasEnoughLaps
    ? [tooFew(car), ...asDrivenSentences(car).map(({ sentence }) => sentence)]
    : fewLapsSummary(car).slice(1, 2)
  const isKnown = car.pattern.hasEnoughLaps
  return {
    outcome: isKnown ? 'answered' : 'not-in-data',
    sentences: told,
    also: [car.own('cleanLaps')],
    suggestions: ["Which laps don't count?", 'What was my best lap?'],
  }
}

function tooFew(car: CoachedCar): Sentence {
  return note`${countCited(car.own('cleanLaps'), 'green lap')} are too few for a pace, so nothing can be compared with the track taken out.`
}

function againstQuickQuarter(question: CarQuestion): Written {
  const { ask, car } = question
  const place = placeNamed(ask)
  if (place !== undefined && isSubSection(place)) return subSections(question)
  if (sectionGaps(car.pattern).length === 0) return withoutPace(car)
  const [furthest] = sectionGaps(car.pattern)
  const section = place ?? furthest?.section
  const gap = section && car.pattern.sections[section]?.paceGapMs
  if (section === undefined || gap === undefined || gap === null) return withoutPace(car)
  const told = whereSentences(car).map(({ sentence }) => sentence)
  if (place !== undefined) return inSection(car, section, told)
  return {
    sentences: [...told.slice(0, 3), over(car, section)],
    asked: [car.own(`sections.${section}.paceGapMs`)],
    also: sectionGaps(car.pattern).map((one) => car.own(`sections.${one.section}.paceGapMs`)),
    suggestions: next,
  }
}

/** The section that was asked for; then the biggest part where that is another, else the others. */
function inSection(car: CoachedCar, section: SectionId, told: readonly Sentence[]): Written {
  const [biggest] = car.pattern.opportunities
  const beside = biggest === undefined ? undefined : biggest === section ? told[1] : told[0]
  return {
    sentences: [ofSection(car, section), beside, over(car, section)],
    asked: [car.own(`sections.${section}.paceGapMs`)],
    suggestions: next,
  }
}

/** "In Section 2 (Turns 5–11) you are 0.55 s off the quick quarter, 16th of 22." */
function ofSection(car: CoachedCar, section: SectionId): Sentence {
  const gap = car.own(`sections.${section}.paceGapMs`)
  const ms = Number(gap.value)
  const off: Piece = Math.abs(ms) < 0.5 ? 'level with' : [short(gap), ms > 0 ? ' off' : ' ahead of']
  return fact`In ${sectionWithCorners(car, section)} you are ${off} the quick quarter of the field, ${paceRankCited(car, `sections.${section}`)}.`
}

/** What a pace gap rests on. */
export function over({ own }: CoachedCar, section: SectionId): Sentence {
  return note`That is pace over ${countCited(own(`sections.${section}.paceN`), 'green lap')}, with what the track did to everyone taken out.`
}

type SectionGap = { readonly section: SectionId; readonly gap: Fact }

/** The sections by a gap, the largest first. */
function byGap(gaps: readonly SectionGap[]): readonly SectionGap[] {
  return gaps.toSorted((a, b) => Number(b.gap.value) - Number(a.gap.value))
}

/** The median green lap against the car's own best sections (D6, all laps), as driven. */
function againstOwnBest(car: CoachedCar): Written {
  const { own, pattern } = car
  const gaps = byGap(
    sectionIds.flatMap((section) => {
      const figures = pattern.sections[section]
      if (!figures?.own || figures.medianMs === null) return []
      const label = `Car ${pattern.car}, median against the own best in ${section}`
      return [
        {
          section,
          gap: gapBetween(
            own(`sections.${section}.medianMs`),
            own(`sections.${section}.own.bestMs`),
            label,
          ),
        },
      ]
    }),
  )
  const [first, ...others] = gaps
  if (first === undefined) return withoutPace(car)
  const at = `sections.${first.section}`
  const rest = others.map(({ section, gap }): Piece => [
    sectionCited(car, section),
    ' ',
    short(gap),
  ])
  return {
    sentences: [
      fact`Against your own best, your median is furthest off in ${sectionWithCorners(car, first.section)}: ${short(first.gap)}, ${exact(own(`${at}.medianMs`))} against ${exact(own(`${at}.own.bestMs`))} on ${exact(own(`${at}.own.lap`))}.`,
      rest.length === 0 ? undefined : fact`The others: ${listed(rest)}.`,
      note`That is as driven, over ${countCited(own(`${at}.n`), 'green lap')}; a longer section has more room for a gap.`,
    ],
    computed: gaps.map(({ gap }) => gap),
    asked: gaps.map(({ gap }) => gap),
    suggestions: [
      'What would I gain by repeating my best laps?',
      'What is my ideal lap?',
      'Where do I lose to the field?',
    ],
  }
}

/** The median green lap against the best sections of all cars (D7). */
function againstComposite(car: CoachedCar): Written {
  const { own, pattern } = car
  const gaps = byGap(
    sectionIds.flatMap((section) =>
      typeof pattern.sections[section]?.medianGapMs === 'number'
        ? [{ section, gap: own(`sections.${section}.medianGapMs`) }]
        : [],
    ),
  )
  const [first, ...others] = gaps
  if (first === undefined) return withoutPace(car)
  const rest = others.map(({ section, gap }): Piece => [
    sectionCited(car, section),
    ' ',
    short(gap),
  ])
  return {
    sentences: [
      fact`Against the best-case composite your median is furthest off in ${sectionWithCorners(car, first.section)}: ${short(first.gap)} over ${countCited(own(`sections.${first.section}.n`), 'green lap')}.`,
      rest.length === 0 ? undefined : fact`The others: ${listed(rest)}.`,
      note`The composite is the single best of all cars in each section, so everyone is off it; the quick quarter says more.`,
    ],
    asked: gaps.map(({ gap }) => gap),
    suggestions: ['Where do I lose against the quick quarter?', 'Is the composite reachable?'],
  }
}

/** Pace against the field median, the track taken out (D12). */
function againstFieldMedian(car: CoachedCar): Written {
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
  return againstSomebody(car, gaps, 'the field median', [])
}

/** Pace against another car's. */
function againstCar(car: CoachedCar, partner: CarNumber): Written {
  const pattern = car.patterns.find((one) => one.car === partner)
  if (pattern === undefined)
    return {
      outcome: 'not-in-data',
      sentences: [note`That car was not in this race.`],
      suggestions: next,
    }
  const other = coachedCar(car, pattern)
  const gaps = byGap(
    sectionIds.flatMap((section) => {
      const both = [car.pattern, pattern].every(
        (one) => typeof one.sections[section]?.paceMs === 'number',
      )
      if (!both) return []
      const label = `Car ${car.pattern.car} against car ${partner} in ${section}`
      return [
        {
          section,
          gap: gapBetween(
            car.own(`sections.${section}.paceMs`),
            other.own(`sections.${section}.paceMs`),
            label,
          ),
        },
      ]
    }),
  )
  if (gaps.length === 0)
    return {
      outcome: 'not-in-data',
      sentences: [
        fact`You cannot be compared with ${exact(other.own('car'))} by pace: you have ${countCited(car.own('cleanLaps'), 'green lap')}, that car ${exact(other.own('cleanLaps'))}.`,
      ],
      suggestions: next,
    }
  const unsure = gaps.filter(({ section }) => isWithinChance(car, other, section))
  return againstSomebody(car, gaps, exact(other.own('car')), [
    unsure.length === 0
      ? undefined
      : unsure.length === gaps.length
        ? note`In each of them the two paces are within chance of each other.`
        : note`In ${listed(unsure.map(({ section }) => sectionCited(car, section)))} the two paces are within chance of each other.`,
  ])
}

function isWithinChance(car: CoachedCar, other: CoachedCar, section: SectionId): boolean {
  const [a, b] = [car.pattern.sections[section], other.pattern.sections[section]]
  return (a?.paceLowMs ?? 0) <= (b?.paceHighMs ?? 0) && (b?.paceLowMs ?? 0) <= (a?.paceHighMs ?? 0)
}

function againstSomebody(
  car: CoachedCar,
  gaps: readonly SectionGap[],
  whom: Piece,
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
  const tail: Piece = rest.length === 0 ? '' : ['; ', listed(rest)]
  const where = sectionWithCorners(car, first.section)
  return {
    sentences: [
      ms >= 0.5
        ? fact`Against ${whom} you are furthest off in ${where}: ${short(first.gap)}${tail}.`
        : fact`Nowhere are you off ${whom}: ${where} is ${offOrAheadAlone(first.gap)}${tail}.`,
      over(car, first.section),
      ...notes,
    ],
    computed: gaps.map(({ gap }) => gap),
    asked: gaps.map(({ gap }) => gap),
    suggestions: next,
  }
}
