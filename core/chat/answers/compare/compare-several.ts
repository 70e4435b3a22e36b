import {
  countCited,
  fieldOf,
  figuresOf as figuresAt,
  offOrAheadAlone,
  sectionCited,
  sectionWithCorners,
} from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { andOthers, exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import { type SectionId, sectionIds, type SubSectionId } from '#core/domain/quantity.ts'
import { speaksOfSelf } from '../../first-person.ts'
import { figureOfCar } from './compared-figure.ts'
import { differenceOf } from '../in-race.ts'
import { placesNamed } from '../named-in.ts'
import type { CarTelling, Written } from '../telling.ts'

/** More cars than these are not told one by one. */
const most = 5
const levelMs = 0.5

/** One car beside several: on the figure that was named, else on pace, and where it loses most to each. */
export function compareSeveral(telling: CarTelling, rivals: readonly CoachedCar[]): Written {
  const { car, ask } = telling
  const others = rivals.slice(0, most)
  const places = placesNamed(ask)
  if (places.length > 0) return inPlaces(telling, [car, ...others], places)
  const isBySection = bySection.test(ask.part.text)
  const figures = isBySection ? undefined : figuresOf([car, ...others], ask.part.figure)
  const paces = others.flatMap((rival) => paceAgainst(telling, rival) ?? [])
  const worst = others.flatMap((rival) => furthestBehind(telling, rival) ?? [])
  const sections = isBySection ? sectionsAgainst(telling, others) : []
  const ranked = speaksOfSelf(ask.part.text) ? undefined : inOrder(telling, [car, ...others])
  const without = others.filter(({ pattern }) => pattern.lap.paceMs === null)
  const other = others.some(({ key }) => key !== car.key)
  return {
    sentences: [
      figures?.sentence,
      ...sections,
      ranked,
      paces.length === 0 || ranked !== undefined || sections.length > 0
        ? undefined
        : fact`On pace, the track taken out, ${['car ', short(car.own('car'))]} was ${listed(paces.map(({ said }) => said))}, over ${countCited(car.own('cleanLaps'), 'green lap')}.`,
      worst.length === 0 || ranked !== undefined || sections.length > 0
        ? undefined
        : fact`Furthest behind each: ${listed(worst.map(({ said }) => said))}.`,
      ...without.map(
        (one) =>
          fact`${['Car ', short(one.own('car'))]} has ${countCited(one.own('cleanLaps'), 'green lap')}: too few for a pace.`,
      ),
      car.pattern.lap.paceMs === null
        ? fact`${['Car ', short(car.own('car'))]} has ${countCited(car.own('cleanLaps'), 'green lap')}: too few for a pace.`
        : undefined,
      other ? note`Cars of another class are left out: paces compare within one class.` : undefined,
    ],
    asked: [...(figures?.asked ?? []), ...paces.map(({ gap }) => gap)],
    suggestions: others.slice(0, 3).map(({ pattern }) => `Compare me with car ${pattern.car}`),
  }
}

export const bySection = /\b(?:sections?|sectors?|splits?)\b/i

/** "In Section 2 on pace: car 13 42.530 s, car 22 0.08 s off it": all of them in each part that was named. */
function inPlaces(
  { keep }: CarTelling,
  cars: readonly CoachedCar[],
  places: readonly (SectionId | SubSectionId)[],
): Written {
  const told = places.flatMap((place) => {
    const paceMs = ({ pattern }: CoachedCar) => figuresAt(pattern, place)?.paceMs ?? undefined
    const [first, ...others] = cars
      .filter((car) => car.key === cars[0]?.key && paceMs(car) !== undefined)
      .toSorted((a, b) => (paceMs(a) ?? 0) - (paceMs(b) ?? 0))
    if (first === undefined) return []
    const at = (car: CoachedCar) => car.own(`${fieldOf(place)}.paceMs`)
    const gaps = others.map((car) => {
      const label = `Car ${car.pattern.car} less car ${first.pattern.car}: pace, ${place}`
      return { car, gap: keep(differenceOf(at(car), at(first), label)) }
    })
    const behind = gaps.map(({ car, gap }): Piece => [
      exact(car.own('car')),
      ' ',
      offOrAheadAlone(gap),
    ])
    return [
      {
        asked: [at(first), ...gaps.map(({ gap }) => gap)],
        sentence: fact`In ${sectionWithCorners(first, place)} on pace, the track taken out, ${exact(first.own('car'))} is the quickest of them with ${exact(at(first))}${andOthers(behind)}.`,
      },
    ]
  })
  return {
    ...(told.length === 0 && { outcome: 'not-in-data' }),
    sentences:
      told.length === 0
        ? [note`None of these cars has enough green laps for a pace there.`]
        : told.map(({ sentence }) => sentence),
    asked: told.flatMap(({ asked }) => asked),
    suggestions: ['Who is quickest there of all?', 'Whose onboard do I watch there?'],
  }
}

/** "Section 2 (Turns 5–9): 0.83 s off car 13, level with car 72": the car beside each, a sentence a section. */
function sectionsAgainst({ car, keep }: CarTelling, rivals: readonly CoachedCar[]) {
  return sectionIds.flatMap((section) => {
    const gaps = rivals.flatMap((rival): Piece[] => {
      const gap = sectionGap(car, rival, section)
      if (gap === undefined) return []
      const ms = Number(gap.value)
      const who = exact(rival.own('car'))
      if (Math.abs(ms) < levelMs) return [['level with ', who]]
      return [[short(keep(gap)), ms > 0 ? ' off ' : ' ahead of ', who]]
    })
    return gaps.length === 0 ? [] : [fact`${sectionCited(car, section)}: ${listed(gaps)}.`]
  })
}

/** Said of nobody's own car: all of them, the quickest first. */
function inOrder({ keep }: CarTelling, cars: readonly CoachedCar[]) {
  const [first, ...others] = cars
    .filter(({ key, pattern }) => key === cars[0]?.key && pattern.lap.paceMs !== null)
    .toSorted((a, b) => (a.pattern.lap.paceMs ?? 0) - (b.pattern.lap.paceMs ?? 0))
  if (first === undefined || others.length === 0) return undefined
  const at = (car: CoachedCar) => car.own('lap.paceMs')
  const told = others.map((car): Piece => {
    const label = `Car ${car.pattern.car} less car ${first.pattern.car}: pace, the lap`
    return [
      exact(car.own('car')),
      ' ',
      short(keep(differenceOf(at(car), at(first), label))),
      ' a lap slower',
    ]
  })
  return fact`On pace, the track taken out, ${exact(first.own('car'))} was the quickest with ${exact(at(first))}; ${listed(told)}.`
}

function sectionGap(car: CoachedCar, rival: CoachedCar, section: SectionId) {
  const has = ({ pattern }: CoachedCar) => typeof pattern.sections[section]?.paceMs === 'number'
  if (car.key !== rival.key || !has(car) || !has(rival)) return undefined
  const at = `sections.${section}.paceMs`
  const label = `Car ${car.pattern.car} less car ${rival.pattern.car}: pace, ${section}`
  return differenceOf(car.own(at), rival.own(at), label)
}

function figuresOf(cars: readonly CoachedCar[], figure: string | undefined) {
  const told = cars.flatMap((car) => {
    const found = figure === undefined ? undefined : figureOfCar(car, figure)
    return found === undefined ? [] : [{ car, ...found }]
  })
  const [first] = told
  if (first === undefined || told.length < 2) return undefined
  const parts = told.map(({ car, shown }): Piece => [exact(shown), ' for ', exact(car.own('car'))])
  return {
    asked: told.map(({ shown }) => shown),
    sentence: fact`${first.words}: ${listed(parts)}.`,
  }
}

/** "0.41 s a lap slower than car 13" */
function paceAgainst({ car, keep }: CarTelling, rival: CoachedCar) {
  if (car.key !== rival.key) return undefined
  if (car.pattern.lap.paceMs === null || rival.pattern.lap.paceMs === null) return undefined
  const label = `Car ${car.pattern.car} less car ${rival.pattern.car}: pace, the lap`
  const gap = keep(differenceOf(car.own('lap.paceMs'), rival.own('lap.paceMs'), label))
  const ms = Number(gap.value)
  const said: Piece =
    Math.abs(ms) < levelMs
      ? ['level with ', exact(rival.own('car'))]
      : [short(gap), ' a lap ', ms > 0 ? 'slower' : 'quicker', ' than ', exact(rival.own('car'))]
  return { gap, said }
}

/** "Section 2 to car 13 (0.22 s)" */
function furthestBehind({ car, keep }: CarTelling, rival: CoachedCar) {
  const gaps = sectionIds.flatMap((section) => {
    const gap = sectionGap(car, rival, section)
    return gap === undefined ? [] : [{ section, gap }]
  })
  const [first] = gaps.toSorted((a, b) => Number(b.gap.value) - Number(a.gap.value))
  if (first === undefined || Number(first.gap.value) < levelMs) return undefined
  const by = keep(first.gap)
  const where = sectionCited(car, first.section)
  return { said: [where, ' to ', exact(rival.own('car')), ' (', short(by), ')'] as const }
}
