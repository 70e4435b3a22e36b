import type { Coach } from '#core/ports/coach-store.ts'
import type { CoachName, SignedIn } from '#core/protocol/review/sign-in.ts'
import type { SignedInCoach } from './identify.ts'

export function presentCoach({ id, name }: Coach): CoachName {
  return { coachId: id, name }
}

export function presentSignedIn(
  { coach, expiresAt }: SignedInCoach,
  auth: SignedIn['auth'],
): SignedIn {
  return { coach: presentCoach(coach), auth, expiresAt }
}
