import type { Card } from '#core/protocol/documents/coaching-document.ts'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import type { WeatherDocument } from '#core/protocol/documents/weather-document.ts'
import { type CardCar, cardOf, type CardSection, checkedCards } from '#core/domain/card.ts'
import type { CarNumber, RaceId } from '#core/domain/ids.ts'
import { present } from '#core/domain/present.ts'
import { type SectionId, sectionIds } from '#core/domain/quantity.ts'
import { classKey } from '#core/protocol/documents/collections.ts'

/** The documents of a race that its cards rest on. */
export type CardRace = {
  readonly raceId: RaceId
  readonly patterns: readonly PatternDocument[]
  readonly weather: WeatherDocument
}

/** The cards of race 1 by car, held against race 2 where the season has it (D15); not yet in words. */
export function cardsOf(
  race1: CardRace,
  race2: CardRace | undefined,
): ReadonlyMap<CarNumber, Card> {
  const before = cardCars(race1)
  const checks = race2 === undefined ? undefined : checkedCards(before, cardCars(race2))
  return new Map(
    before.flatMap((car) => {
      const card = cardOf(car)
      if (card === undefined) return []
      const { section, ...figures } = card
      const check = checks?.get(car.car)
      return [
        [
          car.car,
          {
            raceId: race1.raceId,
            quantity: section,
            ...figures,
            sentences: [],
            check:
              race2 === undefined || check === undefined
                ? null
                : {
                    raceId: race2.raceId,
                    verdict: check.verdict,
                    shiftMs: check.shiftMs ?? null,
                    lowMs: check.lowMs ?? null,
                    highMs: check.highMs ?? null,
                    usualShiftMs: check.usualShiftMs ?? null,
                    othersAsMuch:
                      check.othersAsMuch === undefined
                        ? null
                        : [check.othersAsMuch.cars, check.othersAsMuch.of],
                    sentences: [],
                  },
          } satisfies Card,
        ] as const,
      ]
    }),
  )
}

/** The cars of a race as D15 needs them, from their documents. */
function cardCars({ patterns, weather }: CardRace): CardCar[] {
  return patterns.map((pattern) => ({
    car: pattern.car,
    carClass: pattern.carClass,
    opportunities: pattern.opportunities,
    sections: Object.fromEntries(
      sectionIds.map((section) => [section, cardSection(pattern, weather, section)]),
    ),
  }))
}

function cardSection(
  pattern: PatternDocument,
  weather: WeatherDocument,
  section: SectionId,
): CardSection {
  const figures = pattern.sections[section]
  return present({
    correctedMs: Object.values(pattern.laps).flatMap(
      ({ correctedMs }) => correctedMs[section] ?? [],
    ),
    quickQuarterMs: weather.field[classKey(pattern.carClass)]?.quickQuarterMs[section] ?? undefined,
    paceGapMs: figures?.paceGapMs ?? undefined,
    repeatGainMs: figures?.repeatGainMs ?? undefined,
  })
}
