import type { CoachedCar } from '#core/composer/coached-car.ts'
import {
  countCited,
  offOrAheadAlone,
  paceRankCited,
  sectionCited,
  sectionWithCorners,
} from '#core/composer/cited-names.ts'
import { sectionGaps } from '#core/composer/section-gaps.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import { type SectionId, sectionIds } from '#core/domain/quantity.ts'
import { raceNamed } from '../in-race.ts'
import { aboutCar, type RaceTelling, type Written } from '../telling.ts'
import { twoSections, wholeSections } from './two-sections.ts'

/** The car's sections against each other, by how far the pace is off the quick quarter. */
export const compareSections = aboutCar((telling) => {
  const { car, who, race, ask } = telling
  const named = wholeSections(ask.part.sections)
  const two = named.length > 1 ? twoSections(telling, named) : undefined
  if (two !== undefined) return two
  const gaps = sectionGaps(car.pattern)
  const [first] = gaps
  if (first === undefined) return plainSections(car, race)
  const parts = gaps.map(({ section }): Piece => {
    const gap = car.own(`sections.${section}.paceGapMs`)
    return [
      sectionCited(car, section),
      ' ',
      offOrAheadAlone(gap),
      ' (',
      paceRankCited(car, `sections.${section}`),
      ')',
    ]
  })
  const worst = worstMost(car)
  return {
    sentences: [
      fact`${who.Your} sections against the quick quarter of the field, the furthest off first: ${listed(parts)}.`,
      car.pattern.firstStandsOut === true
        ? fact`${sectionWithCorners(car, first.section)} stands out from the others.`
        : car.pattern.firstStandsOut === false && gaps.length > 1
          ? note`Lap by lap none of them stands out.`
          : undefined,
      worst,
      missing(
        car,
        gaps.map(({ section }) => section),
      ),
    ],
    asked: gaps.map(({ section }) => car.own(`sections.${section}.paceGapMs`)),
    facts: car.pattern.firstStandsOut === null ? [] : [car.own('firstStandsOut')],
    suggestions: [
      'What should I work on first?',
      'Whose onboard do I watch?',
      'Is it the same section every lap?',
    ],
  }
})

function worstMost(car: CoachedCar) {
  const counts = sectionIds.flatMap((section) => {
    const laps = car.pattern.sections[section]?.worstOnLaps ?? 0
    return laps === 0 ? [] : [{ section, laps }]
  })
  const [most, next] = counts.toSorted((a, b) => b.laps - a.laps)
  if (most === undefined || most.laps === next?.laps) return undefined
  return fact`${sectionCited(car, most.section)} was the furthest off on ${countCited(car.own(`sections.${most.section}.worstOnLaps`), 'lap')}.`
}

function missing(car: CoachedCar, known: readonly SectionId[]) {
  const without = sectionIds.filter((section) => !known.includes(section))
  const cited = without.filter((section) => car.race.classes[car.key]?.sections.includes(section))
  if (without.length === 0) return undefined
  if (cited.length === 0) return note`Not all sections were timed in this race.`
  return fact`${listed(cited.map((section) => sectionCited(car, section)))} ${cited.length === 1 ? 'has' : 'have'} too few green laps with a time to compare.`
}

/** Too few laps for a pace: the own bests, as timed. */
function plainSections(car: CoachedCar, race: RaceTelling['race']): Written {
  const own = sectionIds.filter((section) => car.pattern.sections[section]?.own)
  if (own.length === 0)
    return {
      outcome: 'not-in-data',
      sentences: [note`In ${raceNamed(race)} the sheet has no section times of this car.`],
    }
  return {
    sentences: [
      fact`With ${countCited(car.own('cleanLaps'), 'green lap')} there is no pace by section; the best times are ${listed(own.map((section): Piece => [exact(car.own(`sections.${section}.own.bestMs`)), ' in ', sectionCited(car, section)]))}.`,
    ],
    asked: own.map((section) => car.own(`sections.${section}.own.bestMs`)),
    suggestions: ['What is missing in the data?'],
  }
}
