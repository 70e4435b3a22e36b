import type { AuditEntry } from '#core/protocol/review/insight-answers.ts'

/** Times are ISO texts. */
export type Coach = {
  readonly id: string
  /** As drivers read it beside a correction. */
  readonly name: string
  /** SHA-256 of the token, or of the proxy's name for the person, in hex: neither is stored. */
  readonly keyHash: string
  readonly createdAt: string
  readonly revokedAt?: string
}

type CoachSession = {
  /** SHA-256 of what the cookie holds, in hex. */
  readonly hash: string
  readonly coachId: string
  readonly expiresAt: string
}

type AuditPage = { readonly entries: readonly AuditEntry[]; readonly next?: string }

/** Who may review, who is signed in, and what they did. */
export interface CoachStore {
  /** Oldest first, revoked ones among them. */
  coaches(): Promise<readonly Coach[]>
  /** False, and nothing is kept, when the id, the name or the key is another coach's. */
  add(coach: Coach): Promise<boolean>
  byKey(keyHash: string): Promise<Coach | undefined>
  /** The coach has another key from now on, and is not revoked; who signed in with the old one is signed out. */
  replaceKey(coachId: string, keyHash: string): Promise<boolean>
  /** Ends all sessions of the coach; false when there is no such coach, or it was revoked before. */
  revoke(coachId: string, at: string): Promise<boolean>
  openSession(session: CoachSession): Promise<void>
  /** The session with its coach; undefined when it has expired, was ended, or its coach revoked. */
  session(
    hash: string,
    now: string,
  ): Promise<{ readonly coach: Coach; readonly expiresAt: string } | undefined>
  endSession(hash: string): Promise<void>
  /** Keeps what was done, until `expiresAt`. */
  note(entry: AuditEntry, expiresAt: string): Promise<void>
  /** Newest first; `after` is the `next` of the page before. */
  audit(options: { readonly limit: number; readonly after?: string }): Promise<AuditPage>
  /** Deletes sessions and notes that have expired. */
  purge(now: string): Promise<void>
  close(): Promise<void>
}
