import type { CorrectedClass, CorrectedField, CorrectedQuantity } from './corrected-figures.ts'
import { hodgesLehmann } from './hodges-lehmann.ts'
import type { CarNumber } from './ids.ts'
import type { Interval } from './interval.ts'
import { present } from './present.ts'
import { median } from './quantile.ts'
import { type PerSection, type SectionId, sectionIds } from './quantity.ts'

/** The one thing for the next race run: from how much to how much off the quick quarter (D15). */
export type Card = {
  readonly section: SectionId
  readonly paceGapMs: number
  readonly repeatGainMs: number
  readonly aimGapMs: number
}

/** A card held against race 2. Figures are absent where laps are lacking. */
export type CardCheck = {
  readonly verdict: 'met' | 'not-met' | 'cannot-tell'
  /** How far the gap to the quick quarter moved, − is quicker. */
  readonly shiftMs?: number
  readonly lowMs?: number
  readonly highMs?: number
  /** The median shift of all cars with a card: a weakest section gets better by itself. */
  readonly usualShiftMs?: number
  /** Of `of` other cars timed in this section in both races, `cars` moved at least as far. */
  readonly othersAsMuch?: { readonly cars: number; readonly of: number }
}

/** What of one car in one race its card, and the check of its card, are made from. */
export type CardCar = {
  readonly car: CarNumber
  readonly carClass: string
  /** Sections slower than the quick quarter, largest pace gap first. */
  readonly opportunities: readonly SectionId[]
  readonly sections: PerSection<CardSection>
}
export type CardSection = {
  readonly correctedMs: readonly number[]
  readonly quickQuarterMs?: number
  readonly paceGapMs?: number
  readonly repeatGainMs?: number
}

const fewestLaps = 6
const fewestShifts = 8

/** Absent where the car has no opportunity, or its first has no repeat gain. */
export function cardOf(car: CardCar): Card | undefined {
  const [section] = car.opportunities
  if (section === undefined) return undefined
  const { paceGapMs, repeatGainMs } = car.sections[section] ?? {}
  if (paceGapMs === undefined || repeatGainMs === undefined) return undefined
  return { section, paceGapMs, repeatGainMs, aimGapMs: Math.max(0, paceGapMs - repeatGainMs) }
}

/**
 * Race 1's cards held against race 2 (D15), by car. Cars are compared with those of their class,
 * each with its own quick quarter.
 */
export function checkedCards(
  race1: readonly CardCar[],
  race2: readonly CardCar[],
): ReadonlyMap<CarNumber, CardCheck> {
  const cars = race1.map((before) => ({
    ...before,
    card: cardOf(before),
    shifts: shiftsOf(before, race2),
  }))
  return new Map(
    [...Map.groupBy(cars, ({ carClass }) => carClass).values()].flatMap((ofClass) => {
      const cardShifts = ofClass.flatMap(({ card, shifts }) =>
        card === undefined ? [] : (shifts[card.section]?.shift ?? []),
      )
      const usualShiftMs = cardShifts.length < fewestShifts ? undefined : median(cardShifts)
      return ofClass.flatMap(({ car, card, shifts }) => {
        if (card === undefined) return []
        const others = ofClass.flatMap((other) =>
          other.car === car ? [] : (other.shifts[card.section]?.shift ?? []),
        )
        return [[car, checkOf(card, shifts[card.section], usualShiftMs, others)] as const]
      })
    }),
  )
}

function checkOf(
  card: Card,
  moved: Shift | undefined,
  usualShiftMs: number | undefined,
  others: readonly number[],
): CardCheck {
  if (moved === undefined) return { verdict: 'cannot-tell' }
  const { shift, interval } = moved
  return present({
    verdict: verdictOf(card, interval, usualShiftMs),
    shiftMs: shift,
    lowMs: interval?.low,
    highMs: interval?.high,
    usualShiftMs,
    othersAsMuch: { cars: others.filter((other) => other <= shift).length, of: others.length },
  })
}

/** Half of what was asked, beyond what happens by itself, decides. */
function verdictOf(
  card: Card,
  interval: Interval | undefined,
  usualShiftMs: number | undefined,
): CardCheck['verdict'] {
  if (interval === undefined || usualShiftMs === undefined) return 'cannot-tell'
  const half = (card.aimGapMs - card.paceGapMs) / 2
  if (interval.high - usualShiftMs < half) return 'met'
  if (interval.low - usualShiftMs > half) return 'not-met'
  return 'cannot-tell'
}

type Shift = ReturnType<typeof hodgesLehmann>

/** How far a car's gap to the quick quarter moved, in sections with laps enough in both races. */
function shiftsOf(before: CardCar, race2: readonly CardCar[]): PerSection<Shift> {
  const after = race2.find(
    ({ car, carClass }) => car === before.car && carClass === before.carClass,
  )
  return Object.fromEntries(
    sectionIds.flatMap((section) => {
      const gapsBefore = gapsOf(before.sections[section])
      const gapsAfter = gapsOf(after?.sections[section])
      if (gapsBefore === undefined || gapsAfter === undefined) return []
      return [[section, hodgesLehmann(gapsBefore, gapsAfter)]]
    }),
  )
}

function gapsOf(section: CardSection | undefined): number[] | undefined {
  const quickQuarterMs = section?.quickQuarterMs
  if (section === undefined || quickQuarterMs === undefined) return undefined
  if (section.correctedMs.length < fewestLaps) return undefined
  return section.correctedMs.map((ms) => ms - quickQuarterMs)
}

/** The cars of a race as the cards need them. */
export function cardCars(classes: readonly CorrectedClass[]): CardCar[] {
  return classes.flatMap(({ carClass, field, cars }) =>
    [...cars.values()].map(({ car, opportunities, quantities }) => ({
      car,
      carClass,
      opportunities: opportunities.list.map(({ section }) => section),
      sections: Object.fromEntries(
        sectionIds.flatMap((section) => {
          const own = quantities[section]
          return own === undefined ? [] : [[section, cardSection(own, field[section])]]
        }),
      ),
    })),
  )
}

function cardSection(own: CorrectedQuantity, field: CorrectedField | undefined): CardSection {
  return present({
    correctedMs: own.laps.map(({ correctedMs }) => correctedMs),
    quickQuarterMs: field?.quickQuarterMs,
    paceGapMs: own.pace?.gap?.paceGapMs,
    repeatGainMs: own.repeat?.target?.repeatGainMs,
  })
}
