import type { CoachedCar } from '#core/composer/coached-car.ts'
import {
  countCited,
  offOrAhead,
  offOrAheadAlone,
  paceRankCited,
  sectionCited,
  sectionWithCorners,
} from '#core/composer/cited-names.ts'
import { fact, listed, note, type Piece } from '#core/composer/say.ts'
import {
  type SectionId,
  type SubSectionId,
  subSectionIds,
  subSectionsOf,
} from '#core/domain/quantity.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { isSubSection, isTimed, sectionOf } from '../named-in.ts'
import { notTimed } from './not-timed.ts'
import { sectionFigures } from './section-figures.ts'

/** The halves of the sections, where mid loops were timed. */
export function subSections({ ask, car }: CarQuestion): Written {
  const { race, pattern } = car
  if (race.layout.subSections.length === 0)
    return {
      outcome: 'not-in-data',
      sentences: [
        note`No mid loop was timed in this race, so there is nothing finer than the sections.`,
        note`Where in a section the time goes, your onboard beside another car's shows.`,
      ],
      suggestions: ['Where do I lose time?', 'Whose onboard do I watch?'],
    }
  const place = ask.part.scope.section
  // "2a or 2b?" asks for both.
  const isOfBoth =
    /\bs?([123])a\b.*\bs?\1b\b|\bs?([123])b\b.*\bs?\2a\b|\b(?:first|1st|front)\b.*\b(?:or|and|vs)\b.*\b(?:second|2nd|last|back) (?:half|part)\b/i.test(
      ask.part.text,
    )
  if (place !== undefined && isSubSection(place) && !isOfBoth)
    return isTimed(car, place) ? ofHalf({ ask, car }, place) : notTimed()
  const known = subSectionIds.filter((id) => typeof pattern.subSections[id]?.paceGapMs === 'number')
  if (known.length === 0)
    return {
      outcome: 'not-in-data',
      sentences: [
        note`${countCited(car.own('cleanLaps'), 'green lap')} are too few for a pace in the halves of a section.`,
      ],
      suggestions: ['What was my best lap?', "Which laps don't count?"],
    }
  return place === undefined ? allHalves(car, known) : halvesOf(car, sectionOf(place), known)
}

const gapOf = ({ own }: CoachedCar, id: SubSectionId) => own(`subSections.${id}.paceGapMs`)

function ofHalf(question: CarQuestion, place: SubSectionId): Written {
  const { car } = question
  const [a, b] = subSectionsOf[sectionOf(place)]
  const other = place === a ? b : a
  const both = [place, other].every(
    (id) => typeof car.pattern.subSections[id]?.paceGapMs === 'number',
  )
  const figures = sectionFigures(question)
  if (!both) return figures
  return {
    ...figures,
    sentences: [
      ...figures.sentences,
      fact`The other half, ${sectionCited(car, other)}, is ${offOrAheadAlone(gapOf(car, other))}.`,
    ],
    verdict: /\b(?:los\w*|slow|bad|weak|off|problem|worse)\b/i.test(question.ask.part.text)
      ? Number(gapOf(car, place).value) >= 0.5
      : figures.verdict,
    asked: [gapOf(car, place)],
  }
}

function halvesOf(car: CoachedCar, section: SectionId, known: readonly SubSectionId[]): Written {
  const halves = subSectionsOf[section].filter((id) => known.includes(id))
  const [worst, ...others] = halves.toSorted(
    (a, b) => Number(gapOf(car, b).value) - Number(gapOf(car, a).value),
  )
  if (worst === undefined) return notTimed()
  return { ...worstFirst(car, worst, others), asked: halves.map((id) => gapOf(car, id)) }
}

function allHalves(car: CoachedCar, known: readonly SubSectionId[]): Written {
  const [worst, ...others] = known.toSorted(
    (a, b) => Number(gapOf(car, b).value) - Number(gapOf(car, a).value),
  )
  if (worst === undefined) return notTimed()
  return { ...worstFirst(car, worst, others), asked: known.map((id) => gapOf(car, id)) }
}

function worstFirst(
  car: CoachedCar,
  worst: SubSectionId,
  others: readonly SubSectionId[],
): Written {
  const rest = others.map((id): Piece => [
    sectionCited(car, id),
    ' ',
    offOrAheadAlone(gapOf(car, id)),
  ])
  const at = `subSections.${worst}`
  const isOff = Number(gapOf(car, worst).value) > 0
  const lead: Piece = isOff
    ? 'Furthest off is '
    : 'No half is off the quick quarter; the smallest margin is '
  return {
    sentences: [
      fact`${lead}${sectionWithCorners(car, worst)}: ${isOff ? offOrAhead(gapOf(car, worst)) : offOrAheadAlone(gapOf(car, worst))}${isOff ? ' the quick quarter of the field' : ''}, ${paceRankCited(car, at)}.`,
      rest.length === 0
        ? undefined
        : fact`${rest.length === 1 ? 'The other half' : 'The rest'}: ${listed(rest)}.`,
      note`That is pace over ${countCited(car.own(`${at}.paceN`), 'green lap')}, the track taken out; gaps of halves do not add up to that of the section.`,
    ],
    suggestions: ['Whose onboard do I watch there?', 'What should I work on first?'],
  }
}
