import type { CoachedCar } from '#core/composer/coached-car.ts'
import {
  countCited,
  fieldOf,
  figuresOf,
  offOrAhead,
  paceRankCited,
} from '#core/composer/cited-names.ts'
import { exact, fact, note, type Piece } from '#core/composer/say.ts'
import { reasonWords } from '../counted-words.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { SectionId, SubSectionId } from '#core/domain/quantity.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { computedFact } from '../../computed-fact.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { everySection, figureField } from './every-section.ts'
import { isSubSection, isTimed, lapSaid, placeCited } from '../named-in.ts'
import { notTimed } from './not-timed.ts'

/** A car's times in one section: the figure that was named first, then the rest. */
export function sectionFigures({ ask, car }: CarQuestion, named?: string): Written {
  const place = ask.part.scope.section
  if (place === undefined)
    return everySection(car, named === undefined ? ask.part : { figure: named })
  if (!isTimed(car, place)) return notTimed()
  const figure = named ?? ask.part.figure
  if (isSubSection(place))
    return subSectionFigures(
      car,
      place,
      placeCited(car, ask, place),
      figure !== undefined || !asksHow(ask.part.text),
    )
  const where = placeCited(car, ask, place)
  const figures = car.pattern.sections[place]
  if (figures === undefined || figures.medianMs === null)
    return {
      outcome: 'not-in-data',
      sentences: [
        note`There is no green lap of yours with a time in ${where}.`,
        bestSentence(car, place, where),
      ],
    }
  const at = (field: string) => car.own(`sections.${place}.${field}`)
  const gap = gapField(ask.part.text)
  const asked = at(gap ?? figureField[figure ?? ''] ?? 'medianMs')
  const gapSaid =
    gap &&
    fact`Your ${gap === 'meanGapMs' ? 'mean' : 'median'} gap in ${where} to the best of the race there is ${exact(at(gap))}, over ${countCited(at('n'), 'green lap')}, as driven.`
  const isHow = figure === undefined && gap === undefined && asksHow(ask.part.text)
  if (isHow && at('paceGapMs').value !== null) return paceFirst(car, place, where)
  return {
    verdict: figure === 'best' ? isBestOn({ ask, car }, place) : undefined,
    sentences: [
      gapSaid,
      leading(car, place, where, figure),
      ...(gapSaid === undefined ? rest(car, place, where, figure) : []),
    ],
    asked: [asked],
    also: [at('n'), at('medianGapMs')],
    suggestions: next,
  }
}

const next = [
  'Whose onboard do I watch there?',
  'Is it the first half or the second?',
  'Where do I lose time?',
]

/** "Was my best lap also my best section 2?", "was lap 8 my best section 2?" */
function isBestOn({ ask, car }: CarQuestion, place: SectionId): boolean | undefined {
  const bestOn = car.pattern.sections[place]?.own?.lap
  const isOfBest = /\bbest lap\b/i.test(ask.part.text)
  const lap = isOfBest ? car.pattern.bestLap?.lap : lapSaid(ask)
  return lap === undefined ? undefined : bestOn === lap
}

function paceFirst(car: CoachedCar, place: SectionId, where: Piece): Written {
  const at = (field: string) => car.own(`sections.${place}.${field}`)
  return {
    sentences: [paceThere(car, `sections.${place}`, where), medianAndBest(car, place)],
    asked: [at('paceGapMs'), at('medianMs')],
    also: [at('n'), at('medianGapMs')],
    suggestions: next,
  }
}

/** "How am I through turn 5?" asks for no time. */
const asksHow = (text: string) => !/\btimes?\b/i.test(text)

/** The gap to the best of the section, as D7 has it: the median or the mean over green laps. */
function gapField(text: string): 'meanGapMs' | 'medianGapMs' | undefined {
  if (
    !/\b(?:gap|delta|off|behind)\b.*\b(?:composite|best)\b|\bcomposite\b.*\b(?:gap|delta)\b/i.test(
      text,
    )
  )
    return undefined
  return /\b(?:mean|average|avg)\b/i.test(text) ? 'meanGapMs' : 'medianGapMs'
}

function leading(car: CoachedCar, place: SectionId, where: Piece, figure?: string): Sentence {
  const at = (field: string) => car.own(`sections.${place}.${field}`)
  const n = countCited(at('n'), 'green lap')
  switch (figure ?? 'median') {
    case 'mean':
      return fact`Your mean in ${where} was ${exact(at('meanMs'))} over ${n}, as driven; the median is ${exact(at('medianMs'))}.`
    case 'std':
    case 'spread':
      return at('stdMs').value === null
        ? note`One green lap in ${where} has no standard deviation.`
        : fact`Your standard deviation in ${where} was ${exact(at('stdMs'))} around a mean of ${exact(at('meanMs'))} over ${n}, as driven.`
    case 'best':
      return bestSentence(car, place, where)
    default:
      return fact`Your median in ${where} was ${exact(at('medianMs'))} over ${n}, as driven.`
  }
}

function rest(
  car: CoachedCar,
  place: SectionId,
  where: Piece,
  figure?: string,
): (Sentence | undefined)[] {
  const at = (field: string) => car.own(`sections.${place}.${field}`)
  const hasPace = at('paceGapMs').value !== null
  return [
    figure === 'best'
      ? fact`Your median there was ${exact(at('medianMs'))} over ${countCited(at('n'), 'green lap')}.`
      : bestSentence(car, place, where),
    hasPace
      ? fact`Your pace there, the track taken out, is ${offOrAhead(at('paceGapMs'))} the quick quarter of the field, ${paceRankCited(car, `sections.${place}`)}.`
      : note`Too few green laps for a pace there, so it has no rank.`,
  ]
}

function paceThere(car: CoachedCar, at: string, where: Piece): Sentence {
  return fact`In ${where} your pace, the track taken out, is ${offOrAhead(car.own(`${at}.paceGapMs`))} the quick quarter of the field, ${paceRankCited(car, at)}.`
}

function medianAndBest(car: CoachedCar, place: SectionId): Sentence {
  const at = (field: string) => car.own(`sections.${place}.${field}`)
  const own = car.pattern.sections[place]?.own ?? undefined
  const best: Piece =
    own?.isClean === true
      ? [', your best ', exact(at('own.bestMs')), ' on ', exact(at('own.lap'))]
      : ''
  return fact`Your median there was ${exact(at('medianMs'))} over ${countCited(at('n'), 'green lap')}, as driven${best}.`
}

/** The best over all laps, and that of green ones where it is another. */
function bestSentence(car: CoachedCar, place: SectionId, where: Piece): Sentence {
  const figures = car.pattern.sections[place]
  const own = figures?.own ?? undefined
  if (own === undefined) return note`No lap of yours has a time in ${where}.`
  const best: Piece = [
    exact(car.own(`sections.${place}.own.bestMs`)),
    ' on ',
    exact(car.own(`sections.${place}.own.lap`)),
  ]
  if (own.isClean) return fact`Your best in ${where} was ${best}.`
  const why = reasonWords[own.excludedBecause[0] ?? 'incomplete']
  const green: Piece =
    figures?.bestMs === null || figures?.bestMs === undefined
      ? ''
      : ['; under green it was ', exact(car.own(`sections.${place}.bestMs`))]
  return fact`Your best in ${where} was ${best}, which does not count (${why})${green}.`
}

function subSectionFigures(
  car: CoachedCar,
  place: SubSectionId,
  where: Piece,
  asksTime: boolean,
): Written {
  const times = cleanTimeFacts(car, place)
  if (times.length === 0)
    return {
      outcome: 'not-in-data',
      sentences: [note`There is no green lap of yours with a time in ${where}.`],
    }
  const label = `Car ${car.pattern.car}, ${place}`
  const middle = computedFact('median', times, 'section-time', `${label}: median of green laps`)
  const best = times.toSorted((a, b) => Number(a.value) - Number(b.value))[0]
  const n = computedFact('count', times, 'count', `${label}: green laps`)
  const at = fieldOf(place)
  const hasPace = typeof figuresOf(car.pattern, place)?.paceGapMs === 'number'
  const driven = fact`Your median in ${where} was ${exact(middle)} over ${countCited(n, 'green lap')}, as driven${best === undefined ? '' : [', your best ', exact(best)]}.`
  return {
    sentences: hasPace
      ? asksTime
        ? [driven, paceThere(car, at, where)]
        : [paceThere(car, at, where), driven]
      : [driven, note`Too few green laps for a pace there, so it has no rank.`],
    computed: [middle, n],
    asked: [middle],
    suggestions: ['What about the whole section?', 'Whose onboard do I watch there?'],
  }
}

/** The times of a car's green laps in a section, a sub-section or over the lap, as driven. */
export function cleanTimeFacts(
  { pattern, own }: CoachedCar,
  of: SectionId | SubSectionId | 'lap',
): readonly Fact[] {
  return Object.values(pattern.laps)
    .filter(({ isClean, timeMs }) => isClean && timeMs[of] !== undefined)
    .map(({ lap }) => own(`laps.${lap}.timeMs.${of}`))
}
