import * as z from 'zod'
import { TrackId } from './ids.ts'
import { sectionIds, subSectionIds } from './quantity.ts'

/** As on the drawings: '5', '3A', '12a'. People are shown 'Turn 5'. */
export const Corner = z.string().regex(/^[0-9]+[A-Za-z]?$/)
export type Corner = z.infer<typeof Corner>

/** Metres along the official centre line, from the finish line in driving direction. */
const AtM = z.number().nonnegative()

const TrackSubSection = z.object({
  subSection: z.enum(subSectionIds),
  /** In driving order; empty where they are not known. */
  corners: z.array(Corner),
  /** Where it ends. That of the first half is an estimate: say "about". */
  endM: AtM.nullable(),
  /** How far the estimates of single laps lie apart; null where the end is official or unknown. */
  endSpreadM: z.number().nonnegative().nullable(),
})

const TrackSection = z.object({
  section: z.enum(sectionIds),
  lengthM: z.number().positive().nullable(),
  corners: z.array(Corner),
  subSections: z.array(TrackSubSection),
})

/**
 * The shape of a track, to draw it. An outline is up to 3 % shorter than the official centre line, so
 * every `…M` of a track is scaled by `outline.lengthM / track.lengthM` to be found on it (`pointAt`).
 */
export const Outline = z.object({
  /** Length of the closed outline itself. */
  lengthM: z.number().positive(),
  /** Where the sections end, in metres along the outline itself, already scaled. */
  sectionEndsM: z.object({ s1: AtM, s2: AtM, s3: AtM }),
  /** Local metres, x to the east, y to the north; from the finish line in driving direction, not closed. */
  points: z.array(z.tuple([z.number(), z.number()])).min(3),
})
export type Outline = z.infer<typeof Outline>

/** A circuit. A track that is known from its timing file alone has a name and null for the rest. */
export const Track = z.object({
  trackId: TrackId,
  name: z.string().min(1),
  shortName: z.string().min(1),
  location: z.object({ city: z.string(), state: z.string() }).nullable(),
  /** What people, folders and archives call it, in lower case. */
  aliases: z.array(z.string().regex(/^[^A-Z]+$/)),
  direction: z.enum(['clockwise', 'anticlockwise']).nullable(),
  /** Official centre line. */
  lengthM: z.number().positive().nullable(),
  /** The length that the timing system makes the KPH column from, where it is another one. */
  kphLengthM: z.number().positive().nullable(),
  sections: z.array(TrackSection),
  /** What a reader of corner numbers has to know, as a sentence for people. */
  cornerNote: z.string().nullable(),
  /** Estimates, good for a label on the map; null where corners could not be placed. */
  cornerPositions: z.array(z.object({ corner: Corner, atM: AtM })).nullable(),
  /** Begin of the timed pit lane. */
  pitInM: AtM.nullable(),
  /** Its end; at VIR before the finish line. */
  pitOutM: AtM.nullable(),
  /** Where TOP_SPEED is taken. */
  speedTrapM: AtM.nullable(),
  outline: Outline.nullable(),
  sources: z.array(z.object({ what: z.string(), from: z.string(), licence: z.string() })),
})
export type Track = z.infer<typeof Track>
