import type { FactId } from '#core/domain/fact.ts'
import { factIdOf } from '#core/domain/fact-id.ts'
import type { CarNumber } from '#core/domain/ids.ts'
import type { SectionId } from '#core/domain/quantity.ts'
import { carInRaceId, classKey, compositeId } from '../documents/collections.ts'
import type { PatternDocument } from '../documents/pattern-document.ts'
import type { FactContext } from './fact-entry.ts'
import { paceField } from './pace-field.ts'

type Context = FactContext<PatternDocument>

/** Another field of the same document. */
export function ownFact({ documentId }: Context, field: string): FactId {
  return factIdOf('ml_pattern_recommendations', documentId, field)
}

/** Other fields of the same document. */
export const ownFacts =
  (...fields: readonly string[]) =>
  (context: Context): FactId[] =>
    fields.map((field) => ownFact(context, field))

/** 'Car 13: …' */
export function carLabel({ document }: Context, what: string): string {
  return `Car ${document.car}: ${what}`
}

/** A field of another car's document of the same race. */
export function otherCar({ document }: Context, car: CarNumber, field: string): FactId {
  return factIdOf('ml_pattern_recommendations', carInRaceId(document.raceId, car), field)
}

/** A field of the class in the race's weather document. */
export function weatherField({ document }: Context, field: string): FactId {
  return factIdOf(
    'ml_weather_recommendations',
    document.raceId,
    `field.${classKey(document.carClass)}.${field}`,
  )
}

/** The sum or the joint composite of the race and class. */
export function sumFact({ document }: Context, field: 'sumMs' | 'jointMs'): FactId {
  return factIdOf(
    'races',
    document.raceId,
    `classes.${classKey(document.carClass)}.composite.${field}`,
  )
}

/** The best of the race and class in a section. */
export function compositeFact({ document, race }: Context, section: SectionId): FactId {
  const isOneClass = race === undefined || Object.keys(race.classes).length === 1
  const carClass = isOneClass ? undefined : document.carClass
  return factIdOf('best_case_composites', compositeId(document.raceId, section, carClass), 'bestMs')
}

/** The paces of all cars of the class in one quantity. */
export function everyPace(context: Context, quantity: string): FactId[] {
  const cars = context.race?.classes[classKey(context.document.carClass)]?.cars ?? []
  return cars.map((car) => otherCar(context, car, paceField(quantity)))
}

/** The laps of a lap set that have the quantity, as driven. */
export function cleanTimes(
  context: Context,
  quantity: string,
  set: 'clean' | 'green' = 'clean',
): FactId[] {
  return Object.entries(context.document.laps)
    .filter(([, entry]) => (set === 'clean' ? entry.isClean : entry.isGreen))
    .filter(([, entry]) => Object.hasOwn(entry.timeMs, quantity))
    .map(([lap]) => ownFact(context, `laps.${lap}.timeMs.${quantity}`))
}

/** The laps that have a corrected time in the quantity. */
export function correctedTimes(context: Context, quantity: string): FactId[] {
  return Object.entries(context.document.laps)
    .filter(([, entry]) => Object.hasOwn(entry.correctedMs, quantity))
    .map(([lap]) => ownFact(context, `laps.${lap}.correctedMs.${quantity}`))
}
