import type { IncomingHttpHeaders } from 'node:http'
import type { Coach } from '#core/ports/coach-store.ts'
import { forbidden, unauthorized, unavailable } from '../errors.ts'
import { fromStore } from '../store-fault.ts'
import type { ReviewDesk, VerifyAssertion } from './review-desk.ts'
import { hashOf } from './secrets.ts'
import { sessionIn } from './session-cookie.ts'

/** A coach who is signed in; when the session ends, where it is ours. */
export type SignedInCoach = { readonly coach: Coach; readonly expiresAt: string | null }

type Desk = Pick<ReviewDesk, 'coaches' | 'verifyAssertion' | 'now'>

/** Who asks. Everybody else is told the same, whatever is wrong. */
export async function identify(headers: IncomingHttpHeaders, desk: Desk): Promise<SignedInCoach> {
  const { verifyAssertion } = desk
  return verifyAssertion === undefined
    ? await bySession(headers, desk)
    : await byProxy(headers, desk, verifyAssertion)
}

async function bySession(
  headers: IncomingHttpHeaders,
  { coaches, now }: Desk,
): Promise<SignedInCoach> {
  const secret = sessionIn(headers)
  const session =
    secret === undefined
      ? undefined
      : await fromStore(coaches.session(hashOf(secret), now().toISOString()))
  if (session !== undefined) return session
  throw unauthorized(
    'Sign in first. A browser stays signed in over https, or on this machine (localhost).',
  )
}

async function byProxy(
  headers: IncomingHttpHeaders,
  desk: Desk,
  verify: VerifyAssertion,
): Promise<SignedInCoach> {
  const assertion = headers['x-goog-iap-jwt-assertion']
  const person = typeof assertion === 'string' ? await verified(assertion, verify) : undefined
  if (person === undefined) throw unauthorized('Identity-Aware Proxy has signed nobody in.')
  const keyHash = hashOf(`iap:${person.subject}`)
  const known = await fromStore(desk.coaches.byKey(keyHash))
  const coach = known ?? (await fromStore(begin(keyHash, person.email, desk)))
  if (coach.revokedAt !== undefined) throw forbidden('This coach may not review any more.')
  return { coach, expiresAt: null }
}

async function verified(assertion: string, verify: VerifyAssertion) {
  try {
    return await verify(assertion)
  } catch (error) {
    throw unavailable('The keys of Identity-Aware Proxy cannot be had. Try again.', error)
  }
}

/** Whom the proxy lets in is a coach; the name is what stands before the @, until it is taken. */
async function begin(keyHash: string, email: string, { coaches, now }: Desk): Promise<Coach> {
  const own = email.replace(/^.*:/, '').split('@')[0]?.slice(0, 40) || 'Coach'
  const id = `iap-${keyHash.slice(0, 16)}`
  for (const name of [own, `${own} ${keyHash.slice(0, 4)}`]) {
    const coach = { id, name, keyHash, createdAt: now().toISOString() }
    // oxlint-disable-next-line no-await-in-loop -- the second name is tried where the first is taken
    if (await coaches.add(coach)) return coach
  }
  const before = await coaches.byKey(keyHash)
  if (before === undefined) throw new Error('A coach of the proxy could not be kept.')
  return before
}
