import type { CoachStore } from '#core/ports/coach-store.ts'
import { createSecret, hashOf, type RandomBytes } from './secrets.ts'

export type FirstCoachOptions = {
  readonly coaches: CoachStore
  /** COACH_TOKEN: sets the first coach's token instead of making one. */
  readonly token?: string
  readonly random: RandomBytes
  readonly now: () => Date
}

const first = { id: 'first', name: 'Coach 1' } as const

/**
 * Sees to it that somebody can sign in. Resolves to the token of a coach who was made just now, to be told once:
 * afterwards nobody knows it. A token that is set counts from then on, instead of the one before.
 */
export async function ensureFirstCoach({
  coaches,
  token,
  random,
  now,
}: FirstCoachOptions): Promise<string | undefined> {
  const all = await coaches.coaches()
  if (token === undefined && all.length > 0) return undefined
  const secret = token ?? createSecret(random)
  const keyHash = hashOf(secret)
  const known = all.find(({ id }) => id === first.id)
  if (known === undefined) {
    const isAdded = await coaches.add({ ...first, keyHash, createdAt: now().toISOString() })
    return token === undefined && isAdded ? secret : undefined
  }
  // The same token stays revoked where it was revoked.
  if (known.keyHash !== keyHash) await coaches.replaceKey(known.id, keyHash)
  return undefined
}
