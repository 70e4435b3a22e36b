import * as z from 'zod'

/** A coach as others see one. */
export const CoachName = z.object({ coachId: z.string(), name: z.string() })
export type CoachName = z.infer<typeof CoachName>

const Auth = z.enum(['token', 'iap'])

/** Asked before anybody has signed in: how it is done here. With `iap` there is no form: who gets here is signed in. */
export const SignInWays = z.object({ auth: Auth })
export type SignInWays = z.infer<typeof SignInWays>

export const SignInRequest = z.strictObject({ token: z.string().trim().min(1).max(200) })
export type SignInRequest = z.infer<typeof SignInRequest>

export const SignedIn = z.object({
  coach: CoachName,
  auth: Auth,
  /** When the session ends; null where the proxy decides. */
  expiresAt: z.iso.datetime().nullable(),
})
export type SignedIn = z.infer<typeof SignedIn>

export const SignedOut = z.object({
  signedOut: z.literal(true),
  /** Where to go to be signed out of the proxy too. */
  continueAt: z.string().nullable(),
})
export type SignedOut = z.infer<typeof SignedOut>

/** Who is signed in, and how the queue is set up. */
export const MeAnswer = SignedIn.extend({
  coaches: z.array(CoachName),
  settings: z.object({
    /** Of the answers that nothing else puts into the queue, from 0 to 1. */
    sampleShare: z.number(),
    /** Of the queue, what two coaches judge. */
    forTwoShare: z.number(),
    retentionDays: z.int(),
    claimMs: z.int(),
  }),
})
export type MeAnswer = z.infer<typeof MeAnswer>
