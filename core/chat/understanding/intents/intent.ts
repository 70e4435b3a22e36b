import * as z from 'zod'

/** What an intent cannot be answered without. */
const needs = ['track', 'race', 'car', 'lap', 'section', 'partner'] as const
export type Need = (typeof needs)[number]

/** Something that drivers ask for, with the ways in which they have put it: one file of `seeds/intents`. */
export const Intent = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  kind: z.enum(['answer', 'not-in-data', 'social', 'off-topic']),
  /** In a few words, for who extends the list and for a model that picks from it. */
  about: z.string().min(1),
  needs: z.array(z.enum(needs)),
  /** A single car that is named is the one compared with, and the question is about the own car. */
  carIsPartner: z.boolean().exactOptional(),
  /** Words that belong to this topic alone: a question with one of them is never answered as something else unsaid. */
  topicWords: z.array(z.string()).exactOptional(),
  /** CAR, LAP, LAPS, RACE, RACES, TRACK, SECTION, SUBSECTION, CORNER, POSITION stand for anything of the kind. */
  phrasings: z.array(z.string().min(1)).min(1),
})
export type Intent = z.infer<typeof Intent>
