import { NoBody, NoParams, NoQuery } from '#core/protocol/rest/path-params.ts'
import { MeAnswer } from '#core/protocol/review/sign-in.ts'
import { claimMs } from '../claim.ts'
import { presentCoach, presentSignedIn } from '../present-coach.ts'
import { reviewRoute } from '../review-route.ts'

export const meRoute = reviewRoute({
  method: 'GET',
  path: '/api/coach/me',
  summary: 'Who is signed in, who else reviews, and how the queue is set up.',
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  answer: MeAnswer,
  handle: async ({ desk, coach, expiresAt }) => {
    const auth = desk.verifyAssertion === undefined ? 'token' : 'iap'
    const { sample, forTwo, retentionDays } = desk.settings
    const coaches = await desk.coaches.coaches()
    return {
      ...presentSignedIn({ coach, expiresAt }, auth),
      coaches: coaches.filter(({ revokedAt }) => revokedAt === undefined).map(presentCoach),
      settings: { sampleShare: sample, forTwoShare: forTwo, retentionDays, claimMs },
    }
  },
})
