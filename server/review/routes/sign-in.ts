import { NoBody, NoParams, NoQuery } from '#core/protocol/rest/path-params.ts'
import { SignedIn, SignedOut, SignInRequest, SignInWays } from '#core/protocol/review/sign-in.ts'
import { addressKey } from '../../address-key.ts'
import { forbidden, unauthorized } from '../../errors.ts'
import { note } from '../audit.ts'
import { presentSignedIn } from '../present-coach.ts'
import { openRoute, reviewRoute } from '../review-route.ts'
import { createSecret, hashOf } from '../secrets.ts'
import { sessionCookie, sessionIn } from '../session-cookie.ts'

const sessionMs = 12 * 60 * 60 * 1000

export const signInWaysRoute = openRoute({
  method: 'GET',
  path: '/api/coach/sign-in',
  summary: 'How coaches sign in here.',
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  answer: SignInWays,
  handle: ({ desk }) =>
    Promise.resolve({ auth: desk.verifyAssertion === undefined ? 'token' : 'iap' }),
})

export const signInRoute = openRoute({
  method: 'POST',
  path: '/api/coach/sign-in',
  summary: 'Signs a coach in with a token: sets the cookie of the session.',
  params: NoParams,
  query: NoQuery,
  body: SignInRequest,
  answer: SignedIn,
  handle: async ({ desk, ctx, attempts, body }) => {
    if (desk.verifyAssertion !== undefined) {
      throw forbidden('Coaches are signed in by Identity-Aware Proxy here, not with a token.')
    }
    const address = addressKey(ctx.ip)
    await attempts.begin(address)
    const coach = await desk.coaches.byKey(hashOf(body.token))
    if (coach === undefined || coach.revokedAt !== undefined) {
      await note(desk, { action: 'sign-in-refused' })
      throw unauthorized('This token signs nobody in.')
    }
    await attempts.succeeded(address)
    await note(desk, { action: 'signed-in', coach })
    const secret = createSecret(desk.random)
    const expiresAt = new Date(desk.now().getTime() + sessionMs).toISOString()
    await desk.coaches.openSession({ hash: hashOf(secret), coachId: coach.id, expiresAt })
    ctx.append('Set-Cookie', sessionCookie(ctx.headers, secret, sessionMs / 1000))
    return presentSignedIn({ coach, expiresAt }, 'token')
  },
})

export const signOutRoute = reviewRoute({
  method: 'POST',
  path: '/api/coach/sign-out',
  summary: 'Ends the session.',
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  answer: SignedOut,
  handle: async ({ desk, ctx, coach }) => {
    await note(desk, { action: 'signed-out', coach })
    const secret = sessionIn(ctx.headers)
    if (secret !== undefined) await desk.coaches.endSession(hashOf(secret))
    ctx.append('Set-Cookie', sessionCookie(ctx.headers, '', 0))
    const isOfProxy = desk.verifyAssertion !== undefined
    return {
      signedOut: true as const,
      continueAt: isOfProxy ? '/?gcp-iap-mode=CLEAR_LOGIN_COOKIE' : null,
    }
  },
})
