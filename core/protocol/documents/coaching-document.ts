import * as z from 'zod'
import { RaceId } from '#core/domain/ids.ts'
import { CarInRace, Ms, SectionId } from './common-shapes.ts'
import { Sentence } from './sentence.ts'

/** Race 1's card, held against race 2 (D15). Figures are null where laps are lacking. */
const CardCheck = z.object({
  raceId: RaceId,
  verdict: z.enum(['met', 'not-met', 'cannot-tell']),
  shiftMs: Ms.nullable(),
  lowMs: Ms.nullable(),
  highMs: Ms.nullable(),
  usualShiftMs: Ms.nullable(),
  /** Of how many other cars as many moved as far: [n, of]. */
  othersAsMuch: z.tuple([z.int(), z.int()]).nullable(),
  sentences: z.array(Sentence),
})

/** One thing for the next race run (D15): from how much to how much off the quick quarter. */
const Card = z.object({
  raceId: RaceId,
  quantity: SectionId,
  paceGapMs: Ms,
  repeatGainMs: Ms,
  aimGapMs: Ms,
  sentences: z.array(Sentence),
  check: CardCheck.nullable(),
})
export type Card = z.infer<typeof Card>

/** coaching_insights/barber-r1_13 */
export const CoachingDocument = CarInRace.extend({
  hasEnoughLaps: z.boolean(),
  /** The four lines that a driver reads between two sessions. */
  summary: z.array(Sentence),
  observations: z.array(Sentence),
  hypotheses: z.array(Sentence),
  actions: z.array(Sentence),
  card: Card.nullable(),
  /** Race 1's card with its check, repeated in race 2's document. */
  previousCard: Card.nullable(),
  writtenBy: z.object({
    author: z.enum(['model', 'composer']),
    model: z.string().nullable(),
    promptHash: z.string().nullable(),
    /** Of what a model was given: while it is the same, so is what it would be asked. Null by the composer. */
    factsHash: z.string().nullable(),
  }),
  withheld: z.array(z.object({ reason: z.string() })),
})
export type CoachingDocument = z.infer<typeof CoachingDocument>
