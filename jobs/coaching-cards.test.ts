import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { realSeason as realFolder, referenceRace } from '#core/adapters/real-season.ts'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { type Card, CoachingDocument } from '#core/protocol/documents/coaching-document.ts'
import { realSeason } from '../testing/test-season.ts'

const Reference = z.object({
  cars: z.record(
    z.string(),
    z.object({
      card: z
        .object({
          quantity: z.string(),
          pace_gap_s: z.number(),
          aim_gap_s: z.number(),
          verdict: z.string(),
          // Absent where laps are lacking.
          shift_s: z.number().nullish(),
          low_s: z.number().nullish(),
          high_s: z.number().nullish(),
          usual_shift_s: z.number().nullish(),
          others_as_much: z.array(z.number()).nullish(),
        })
        .exactOptional(),
    }),
  ),
})

// The two races of the reference that have a race 2.
describe.skipIf(realFolder === undefined).each([
  ['barber-motorsports-park', 'barber-r1'],
  ['road-america', 'road-america-r1'],
])('the cards of %s race 1', (track, raceId) => {
  test('are those of the reference, car by car', async () => {
    const { cars } = referenceRace(Reference, track, 1)
    const store = openSqliteDocumentStore((await realSeason(realFolder ?? '')).store)
    const season = await store.current()
    const page = await season?.list('coaching_insights', { prefix: `${raceId}_`, limit: 500 })
    const documents = page?.documents.map(({ document }) => CoachingDocument.parse(document)) ?? []
    await store.close()
    expect(documents.length).toBe(Object.keys(cars).length)
    for (const { car, card } of documents) {
      const expected = cars[car.replace('-', '#')]?.card
      expect([car, inSeconds(card)]).toEqual([car, rounded(expected)])
    }
  })
})

type Expected = z.infer<typeof Reference>['cars'][string]['card']

/** The reference has six decimals of a second; a half may round elsewhere. */
const near = (seconds: number | null | undefined): unknown =>
  seconds === null || seconds === undefined
    ? null
    : expect.toSatisfy((own: unknown) => Math.abs(Number(own) - seconds) < 1.5e-6)

function rounded(card: Expected) {
  if (card === undefined) return null
  return {
    quantity: card.quantity,
    paceGap: near(card.pace_gap_s),
    aimGap: near(card.aim_gap_s),
    verdict: card.verdict,
    shift: near(card.shift_s),
    low: near(card.low_s),
    high: near(card.high_s),
    usualShift: near(card.usual_shift_s),
    othersAsMuch: card.others_as_much ?? null,
  }
}

function inSeconds(card: Card | null) {
  if (card === null) return null
  const seconds = (ms: number | null | undefined) =>
    ms === null || ms === undefined ? null : ms / 1000
  return {
    quantity: card.quantity,
    paceGap: seconds(card.paceGapMs),
    aimGap: seconds(card.aimGapMs),
    verdict: card.check?.verdict,
    shift: seconds(card.check?.shiftMs),
    low: seconds(card.check?.lowMs),
    high: seconds(card.check?.highMs),
    usualShift: seconds(card.check?.usualShiftMs),
    othersAsMuch: card.check?.othersAsMuch ?? null,
  }
}
