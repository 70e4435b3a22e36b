import type { CoachedCar } from '#core/composer/coached-car.ts'
import {
  fieldOf,
  figuresOf,
  paceRankCited,
  sectionCited,
  sectionWithCorners,
} from '#core/composer/cited-names.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import { type SectionId, sectionIds, type SubSectionId } from '#core/domain/quantity.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { OrderAsked } from '../../understanding/understanding.ts'
import { goodAndBad, goodHereBadThere } from './good-here-bad-there.ts'
import { wholeSections } from './two-sections.ts'
import { endAsked } from '../race/field-end.ts'
import { differenceOf, raceNamed, sectionAsked } from '../in-race.ts'
import { aboutRace, type RaceTelling, type Written } from '../telling.ts'
import { leadThere, quickerThere, whoBeats } from './quicker-there.ts'

type Part = SectionId | SubSectionId

/** Who is quickest in which section: by pace, and who drove its best time. */
export const fastestWhere = aboutRace(async (telling) => {
  const { ask, race } = telling
  const { car: number } = ask.part.scope
  const section = sectionAsked(ask)
  const own = number === undefined ? undefined : telling.carIn(number)
  const key = own?.key ?? mostLaps(race)
  const contrast = goodAndBad(telling)
  if (contrast !== undefined)
    return goodHereBadThere(telling, byPace(telling, contrast[0], key), contrast)
  const several = wholeSections(ask.part.sections)
  if (section !== undefined && several.length < 2)
    return await inSection(telling, section, key, own)
  const all = race.race.classes[key]?.sections ?? []
  const timed = several.length < 2 ? all : all.filter((id) => several.includes(id))
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
    const [best, lap] = [keep(composite.facts('bestMs')), keep(composite.facts('lap'))]
    const whose = keep(composite.facts('car'))
    return [[exact(best), ' by ', exact(whose), ' on ', exact(lap), ' in ', sectionCited(car, id)]]
  })
}

/** The second, the next, the rest: from which place to which. */
function placesAsked(order: OrderAsked | undefined, count: number): [number, number] {
  if (order === undefined) return [0, count]
  const isRun = order.isRest === true || (order.isNext === true && order.nth === 2)
  const nth = order.nth ?? 2
  return isRun ? [count, 2 * count] : [nth - 1, nth]
}

/** Without what is no count of cars: "and the last one?" is the section, "was 13 fastest" a car. */
function wordsOf({ ask }: RaceTelling, own: CoachedCar | undefined): string {
  const words = ask.part.text.replaceAll(lastSection, ' ').replaceAll(numbered, ' ')
  const [number] = own?.pattern.car.split('-') ?? []
  return number === undefined ? words : words.replaceAll(new RegExp(`\\b${number}\\b`, 'g'), 'it')
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
  const { isBottom, count } = endAsked(wordsOf(telling, own), 'less-is-better', 3)
  const at = `${fieldOf(part)}.paceMs`
  const { order, text } = telling.ask.part
  const shown = isBottom
    ? cars.slice(-Math.min(count, 10)).toReversed()
    : cars.slice(...placesAsked(order, count))
  const top = shown.map((car): Piece => [exact(car.own('car')), ' with ', exact(car.own(at))])
  const isIn = own && cars.some(({ pattern }) => pattern.car === own.pattern.car)
  const best = await bestThere(telling, part, key)
  if (own && isIn && whoBeats.test(text)) return quickerThere(telling, own, cars, part)
  const isBestFirst =
    !isBottom &&
    /\bset\b|\bbest\b|\bpurple\b|\brecord\b|\bfastest (?:\w+ )?time\b|\b(?:what|which) lap\b/i.test(
      text,
    )
  const isOwnFirst = ofOwn.test(text) || ofRank(text, own)
  const mine =
    own && isIn && own.pattern.car !== shown[0]?.pattern.car
      ? ownPlace(telling, own, first, part, isOwnFirst)
      : undefined
  return {
    verdict: order ? undefined : isFirst(text, own, isBottom ? shown[0] : first),
    sentences: [
      isOwnFirst ? mine : undefined,
      isBestFirst ? best : undefined,
      fact`${order ? 'Next' : isBottom ? 'Slowest' : 'Quickest'} on pace in ${sectionWithCorners(first, part)}, the track taken out: ${listed(top)}.`,
      isOwnFirst ? undefined : mine,
      isBottom || order ? undefined : leadThere(telling, cars, part),
      isBestFirst || isBottom || order ? undefined : best,
    ],
    asked: shown.map((car) => car.own('car')),
    suggestions: ['Whose onboard do I watch there?', 'Who is quickest in the other sections?'],
  }
}

async function bestThere(telling: RaceTelling, part: Part, key: string) {
  const whole = sectionIds.filter((id) => id === part)
  const bests = await bestTimes(telling, whole, key)
  return bests.length === 0
    ? undefined
    : fact`The best single time of the race is ${listed(bests)}.`
}

const numbered = /\b(?:section|sector|sec|split|segment|turn|corner|s|t) ?\d{1,2}[ab]?\b/gi
const lastSection =
  /\b(?:last|final) (?:section|sector|split|segment)\b|^(?:and |so |what about |how about |in )*the (?:last|final)(?: one)?(?=[?!.]|$)/gi

/** "Is anyone quicker than me there?" */
const ofAnybodyElse = /\b(?:any(?:one|body| car)|some(?:one|body))\b|\bthan (?:me|i|us)\b/i

function isFirst(text: string, own: CoachedCar | undefined, first: CoachedCar | undefined) {
  if (own === undefined) return undefined
  return (own.pattern.car === first?.pattern.car) !== ofAnybodyElse.test(text)
}

/** "Sector 2 rank car 41" */
const ofRank = (text: string, own: CoachedCar | undefined): boolean =>
  /\brank\w*\b/i.test(text) &&
  own !== undefined &&
  new RegExp(`\\b${own.pattern.car.split('-')[0]}\\b`).test(text)

/** "How far off was I?" */
const ofOwn =
  /^(?:and |so |ok |but )*(?:by )?(?:how (?:far|much|close)|(?:where|how) (?:am|was|do|did) (?:i|we)|(?:what(?:'s| is|s) )?(?:my|our) (?:rank|place|position)|what (?:rank|place|position) (?:am|was|do|did) (?:i|we))\b/i

function ownPlace(
  { keep }: RaceTelling,
  own: CoachedCar,
  first: CoachedCar,
  part: Part,
  isFirstSaid: boolean,
): Sentence {
  const at = `${fieldOf(part)}.paceMs`
  const label = `Car ${own.pattern.car} less car ${first.pattern.car}: pace, ${part}`
  const gap = keep(differenceOf(own.own(at), first.own(at), label))
  const off: Piece = [short(gap), ' off ', exact(first.own('car'))]
  return fact`Car ${short(own.own('car'))} is ${paceRankCited(own, fieldOf(part))} ${isFirstSaid ? ['on pace in ', sectionCited(own, part)] : 'there'} with ${exact(own.own(at))}, ${off}.`
}
