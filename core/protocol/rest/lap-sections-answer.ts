import * as z from 'zod'
import { Corner } from '#core/domain/track.ts'
import { CarInRace } from '../documents/common-shapes.ts'
import { SectionDocument } from '../documents/section-document.ts'
import { LedgerLap } from './ledger-answer.ts'

const ofTheLap = { raceId: true, trackId: true, car: true, carClass: true, lap: true } as const

/** One section of one lap against the composite, the car's own best, and the field. */
export const LapSection = SectionDocument.omit(ofTheLap)
  .extend({
    corners: z.array(Corner),
    /** The same in words: "Turns 4–6". */
    cornerRange: z.string().nullable(),
  })
  .meta({ id: 'LapSection' })
export type LapSection = z.infer<typeof LapSection>

export const LapSectionsAnswer = CarInRace.extend({
  file: z.string(),
  ...LedgerLap.shape,
  sections: z.array(LapSection),
}).meta({ id: 'LapSections' })
export type LapSectionsAnswer = z.infer<typeof LapSectionsAnswer>
