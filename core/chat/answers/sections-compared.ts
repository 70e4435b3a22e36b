import type { CoachedCar } from '#core/composer/coached-car.ts'
import {
  countCited,
  fieldOf,
  figuresOf,
  offOrAheadAlone,
  paceRankCited,
  sectionCited,
  sectionWithCorners,
} from '#core/composer/cited-names.ts'
import { sectionGaps } from '#core/composer/section-gaps.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import { type SectionId, sectionIds, type SubSectionId } from '#core/domain/quantity.ts'
import type { OrderAsked } from '../understanding/understanding.ts'
import { endAsked } from './field-end.ts'
import { raceNamed, sectionAsked } from './in-race.ts'
import { aboutCar, aboutRace, type RaceTelling, type Written } from './telling.ts'

/** The car's sections against each other, by how far the pace is off the quick quarter. */
export const compareSections = aboutCar(({ car, who, race }) => {
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

type Part = SectionId | SubSectionId

/** Who is quickest in which section: by pace, and who drove its best time. */
export const fastestWhere = aboutRace(async (telling) => {
  const { ask, race } = telling
  const { car: number } = ask.part.scope
  const section = sectionAsked(ask)
  const own = number === undefined ? undefined : telling.carIn(number)
  const key = own?.key ?? mostLaps(race)
  if (section !== undefined) return await inSection(telling, section, key, own)
  const timed = race.race.classes[key]?.sections ?? []
  const leaders = timed.flatMap((id) =>
    byPace(telling, id, key)
      .slice(...placesAsked(ask.part.order && { nth: ask.part.order.nth ?? 2 }, 1))
      .map((car) => ({ id, car })),
  )
  if (leaders.length === 0)
    return {
      outcome: 'not-in-data',
      sentences: [note`No car of ${raceNamed(race)} has enough green laps for a pace by section.`],
    }
  const told = leaders.map(({ id, car }): Piece => [
    exact(car.own('car')),
    ' in ',
    sectionCited(car, id),
  ])
  const bests = await bestTimes(telling, timed, key)
  return {
    sentences: [
      fact`${ask.part.order ? 'Next' : 'Quickest'} on pace in ${raceNamed(race)}: ${listed(told)}.`,
      bests.length === 0 || ask.part.order
        ? undefined
        : fact`The best single times: ${listed(bests)}.`,
      own && ranked(own, timed).length > 0
        ? fact`Car ${short(own.own('car'))} is ${listed(ranked(own, timed))} by pace.`
        : undefined,
    ],
    asked: leaders.map(({ car }) => car.own('car')),
    suggestions: ['Whose onboard do I watch?', 'Top three in section 2?', 'Where do I lose time?'],
  }
})

function mostLaps({ race }: RaceTelling['race']): string {
  const [most] = Object.entries(race.classes).toSorted(([, a], [, b]) => b.laps - a.laps)
  return most?.[0] ?? 'none'
}

/** The cars of a class that have a pace there, the quickest first. */
function byPace({ race, carIn }: RaceTelling, part: Part, key: string): readonly CoachedCar[] {
  const cars = race.race.classes[key]?.cars ?? []
  return race.patterns
    .filter((pattern) => cars.includes(pattern.car))
    .filter((pattern) => (figuresOf(pattern, part)?.paceMs ?? null) !== null)
    .toSorted((a, b) => (figuresOf(a, part)?.paceMs ?? 0) - (figuresOf(b, part)?.paceMs ?? 0))
    .flatMap(({ car }) => carIn(car) ?? [])
}

function ranked(own: CoachedCar, timed: readonly SectionId[]): Piece[] {
  return timed
    .filter((id) => (own.pattern.sections[id]?.paceRank ?? null) !== null)
    .map((id): Piece => [paceRankCited(own, `sections.${id}`), ' in ', sectionCited(own, id)])
}

async function bestTimes(
  { ask, race, keep, carIn }: RaceTelling,
  timed: readonly SectionId[],
  key: string,
): Promise<Piece[]> {
  const several = Object.keys(race.race.classes).length > 1 ? `_${key}` : ''
  const bests = await Promise.all(
    timed.map(async (id) => ({
      id,
      composite: await ask.season.composite(`${race.race.raceId}${several}_${id}`),
    })),
  )
  return bests.flatMap(({ id, composite }): Piece[] => {
    const car = carIn(composite.car)
    if (car === undefined) return []
    const [best, whose] = [keep(composite.facts('bestMs')), keep(composite.facts('car'))]
    return [[exact(best), ' by ', exact(whose), ' in ', sectionCited(car, id)]]
  })
}

/** The second, the next, the rest: from which place to which. */
function placesAsked(order: OrderAsked | undefined, count: number): [number, number] {
  if (order === undefined) return [0, count]
  const isRun = order.isRest === true || (order.isNext === true && order.nth === 2)
  const nth = order.nth ?? 2
  return isRun ? [count, 2 * count] : [nth - 1, nth]
}

/** The first three there, the car that asks, and the best single time. */
async function inSection(
  telling: RaceTelling,
  part: Part,
  key: string,
  own: CoachedCar | undefined,
): Promise<Written> {
  const cars = byPace(telling, part, key)
  const [first] = cars
  if (first === undefined)
    return {
      outcome: 'not-in-data',
      sentences: [
        note`There is no pace for that part of the lap in ${raceNamed(telling.race)}: it was not timed, or too few green laps have it.`,
      ],
      suggestions: ['What is missing in the data?', 'Who is quickest in which section?'],
    }
  const { isBottom, count } = endAsked(telling.ask.part.text, 'less-is-better', 3)
  const at = `${fieldOf(part)}.paceMs`
  const { order } = telling.ask.part
  const shown = isBottom
    ? cars.slice(-Math.min(count, 10)).toReversed()
    : cars.slice(...placesAsked(order, count))
  const top = shown.map((car): Piece => [exact(car.own('car')), ' with ', exact(car.own(at))])
  const isIn = own && cars.some(({ pattern }) => pattern.car === own.pattern.car)
  const whole = sectionIds.filter((id) => id === part)
  const bests = await bestTimes(telling, whole, key)
  const best =
    bests.length === 0 ? undefined : fact`The best single time of the race is ${listed(bests)}.`
  const isBestFirst = !isBottom && /\bset\b|\bbest\b/i.test(telling.ask.part.text)
  return {
    sentences: [
      isBestFirst ? best : undefined,
      fact`${order ? 'Next' : isBottom ? 'Slowest' : 'Quickest'} on pace in ${sectionWithCorners(first, part)}, the track taken out: ${listed(top)}.`,
      own && isIn && own.pattern.car !== shown[0]?.pattern.car
        ? fact`Car ${short(own.own('car'))} is ${paceRankCited(own, fieldOf(part))} there with ${exact(own.own(at))}.`
        : undefined,
      isBestFirst || isBottom || order ? undefined : best,
    ],
    asked: shown.map((car) => car.own('car')),
    suggestions: ['Whose onboard do I watch there?', 'Who is quickest in the other sections?'],
  }
}
