import type * as z from 'zod'
import { CoachingDocument } from '../documents/coaching-document.ts'

export const CoachingAnswer = CoachingDocument.meta({ id: 'Coaching' })
export type CoachingAnswer = z.infer<typeof CoachingAnswer>
