import { paceRankCited, sectionWithCorners } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { whereSentences } from '#core/composer/coaching-where.ts'
import { exact, fact, note, type Piece, short } from '#core/composer/say.ts'
import { sectionGaps } from '#core/composer/section-gaps.ts'
import type { SectionId } from '#core/domain/quantity.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { OrderAsked } from '../../understanding/understanding.ts'
import { againstOwnBest, againstComposite } from './against-bests.ts'
import { againstFieldMedian, againstCar, againstCarOn } from './against-others.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { twoSections, wholeSections } from '../compare/two-sections.ts'
import { withoutPace } from '../few-green-laps.ts'
import { whereOnLap } from '../laps/lap-apart.ts'
import { isSubSection, lapNamed, partnerOf, placeNamed } from '../named-in.ts'
import { next, over, overAtItsEnd } from './pace-basis.ts'
import { subSections } from './sub-sections.ts'
import { asDriver } from '../telling.ts'
import { amongRanked, type Verdict } from '../yes-no.ts'

/** Where a car loses time: against the quick quarter, or what the question compares with; of a lap where it names one. */
export async function whereTime(question: CarQuestion): Promise<Written> {
  const { ask, car } = question
  const lap = lapNamed(ask)
  const partner = partnerOf(ask, car)
  const rival = partner === car.pattern.car ? undefined : partner
  if (lap !== undefined)
    return rival === undefined ? await whereOnLap(question) : againstCarOn(car, rival, lap)
  if (rival !== undefined) return againstCar(car, rival, placeNamed(ask))
  switch (ask.part.reference ?? 'quick-quarter') {
    case 'own-best':
    case 'ideal':
      return againstOwnBest(car)
    case 'composite':
      return againstComposite(car)
    case 'field':
    case 'field-median':
      return againstFieldMedian(car, placeNamed(ask))
    default:
      return againstQuickQuarter(question)
  }
}

function againstQuickQuarter(question: CarQuestion): Written {
  const { ask, car } = question
  const place = placeNamed(ask)
  const named = wholeSections(ask.part.sections)
  const several = named.length > 1 ? twoSections({ ask, car, who: asDriver }, named) : undefined
  if (several !== undefined) return several
  if (place !== undefined && isSubSection(place)) return subSections(question)
  if (sectionGaps(car.pattern).length === 0) return withoutPace(car)
  const [furthest] = sectionGaps(car.pattern)
  const section = place ?? furthest?.section
  const gap = section && car.pattern.sections[section]?.paceGapMs
  if (section === undefined || gap === undefined || gap === null) return withoutPace(car)
  const told = whereSentences(car).map(({ sentence }) => sentence)
  if (place !== undefined && ask.part.order?.isRest === true) return besides(car, section)
  if (place !== undefined) return inSection(question, section, told)
  if (ask.part.order !== undefined) return furtherDown(car, ask.part.order)
  const [first, ...others] = told
  const isOfAll = /\beverywhere\b|\ball over\b|\ball (?:the )?(?:sections|sectors)\b/i.test(
    ask.part.text,
  )
  return {
    verdict: /\bstands? out\b/i.test(ask.part.text)
      ? car.pattern.firstStandsOut === true
      : undefined,
    sentences: [
      isOfAll ? everywhere(car) : undefined,
      first && overAtItsEnd(first, car, section),
      toWhom(question, section),
      ...others.slice(0, 2),
    ],
    asked: [car.own(`sections.${section}.paceGapMs`)],
    also: sectionGaps(car.pattern).map((one) => car.own(`sections.${one.section}.paceGapMs`)),
    suggestions: next,
  }
}

/** "Where am I losing, and to whom?": the next car ahead in the section that is told. */
function toWhom({ ask, car }: CarQuestion, section: SectionId): Sentence | undefined {
  const watch = car.pattern.sections[section]?.watch
  if (!watch || !asksWhom.test(ask.part.text)) return undefined
  const at = `sections.${section}.watch`
  return fact`The nearest quicker car there on pace is ${exact(car.own(`${at}.car`))}, ${exact(car.own(`${at}.paceRank`))} in it.`
}

const asksWhom = /\b(?:to|from|against) whom?\b|\bwho\b.*\bto\b/i

/** "And the others?" after one section. */
function besides(car: CoachedCar, section: SectionId): Written {
  const others = sectionGaps(car.pattern).filter((one) => one.section !== section)
  return {
    sentences: others.map((one) => ofSection(car, one.section)),
    asked: others.map((one) => car.own(`sections.${one.section}.paceGapMs`)),
    suggestions: next,
  }
}

/** "And the second biggest?": the section at that place of the order. */
function furtherDown(car: CoachedCar, { nth = 2, isRest }: OrderAsked): Written {
  const gaps = sectionGaps(car.pattern)
  const shown = gaps.slice(nth - 1, isRest === true ? undefined : nth)
  const last = gaps.at(-1)
  if (shown.length === 0 && last !== undefined)
    return {
      sentences: [
        note`There is no further section: that was the last of them.`,
        ofSection(car, last.section),
      ],
      asked: [car.own(`sections.${last.section}.paceGapMs`)],
      suggestions: next,
    }
  return {
    sentences: shown.map(({ section }) => ofSection(car, section)),
    asked: shown.map(({ section }) => car.own(`sections.${section}.paceGapMs`)),
    suggestions: next,
  }
}

/** "Am I slow everywhere or in one place?" */
function everywhere({ pattern }: CoachedCar): Sentence {
  const gaps = sectionGaps(pattern)
  const off = gaps.filter(({ gapMs }) => gapMs >= 0.5)
  if (off.length === 0) return note`Nowhere.`
  return off.length === gaps.length
    ? note`Everywhere: every section is off the quick quarter.`
    : note`Not everywhere.`
}

/** The section that was asked for; then the biggest part where that is another, else the others. */
export function inSection(
  { ask, car }: CarQuestion,
  section: SectionId,
  told: readonly Sentence[],
): Written {
  const [biggest] = car.pattern.opportunities
  const beside = biggest === undefined ? undefined : biggest === section ? told[1] : told[0]
  return {
    verdict: verdictIn(ask.part.text, car, section),
    sentences: [ofSection(car, section), toWhom({ ask, car }, section), beside, over(car, section)],
    asked: [car.own(`sections.${section}.paceGapMs`)],
    suggestions: next,
  }
}

/** "Is Section 2 my weakest?", "do I lose in Section 2?", "am I quick there?" */
function verdictIn(text: string, { pattern }: CoachedCar, section: SectionId): Verdict | undefined {
  const gaps = sectionGaps(pattern)
  const { paceGapMs, paceRank = null, paceOf = null } = pattern.sections[section] ?? {}
  if (typeof paceGapMs !== 'number') return undefined
  if (/\b(?:best|strongest|quickest|fastest)\b/i.test(text)) return gaps.at(-1)?.section === section
  if (
    /\b(?:quick|fast|strong|strength|advantage|competitive|good|ok|okay|fine|decent)\b/i.test(text)
  )
    return amongRanked(paceRank, paceOf)
  if (
    /\b(?:off|los\w*|slow|behind|down|bad|weak|poor|an? (?:problem|issue|weakness))\b/i.test(
      text,
    ) &&
    !/\bmost\b/i.test(text)
  )
    return paceGapMs >= 0.5
  return paceGapMs >= 0.5 && gaps[0]?.section === section
}

/** "In Section 2 (Turns 5–11) you are 0.55 s off the quick quarter, 16th of 22." */
function ofSection(car: CoachedCar, section: SectionId): Sentence {
  const gap = car.own(`sections.${section}.paceGapMs`)
  const ms = Number(gap.value)
  const off: Piece = Math.abs(ms) < 0.5 ? 'level with' : [short(gap), ms > 0 ? ' off' : ' ahead of']
  return fact`In ${sectionWithCorners(car, section)} you are ${off} the quick quarter of the field, ${paceRankCited(car, `sections.${section}`)}.`
}
