import type { ReviewEntry } from '#core/protocol/review/review-entry.ts'

/** Which answer of which conversation. */
export type AnswerPlace = { readonly answerId: string; readonly conversationId: string }

/** Where a page ended: entries are in the order of their time, and of their id where that is the same. */
export type EntryPlace = { readonly askedAt: string; readonly answerId: string }

export type EntryQuery = {
  /** Terms (core/protocol/review/entry-terms.ts) that an entry must have, all of them; none given: every entry. */
  readonly terms: readonly string[]
  /** ISO texts: asked at this time or later; before that one. */
  readonly from?: string
  readonly before?: string
  readonly order: 'oldest' | 'newest'
  readonly after?: EntryPlace
  readonly limit: number
}

export type EntryPage = {
  readonly entries: readonly ReviewEntry[]
  /** Absent on the last page. */
  readonly next?: EntryPlace
}

/**
 * Reviews of answers, in the place where their conversations are kept: what `ConversationStore.forget` and
 * `purge` delete is gone here at once. All that is to know of an entry is in the entry; a store needs no text
 * search, no joins and no transaction over more than one entry.
 */
export interface ReviewStore {
  /**
   * Changes one entry with nobody between: `make` gets what is stored, and what it returns is kept; nothing is
   * when it returns undefined. It may run several times. Resolves to what was kept; to undefined when nothing
   * was, or when the answer is not stored (any more), so that nothing forgotten comes back.
   */
  change(
    place: AnswerPlace,
    make: (before: ReviewEntry | undefined) => ReviewEntry | undefined,
  ): Promise<ReviewEntry | undefined>
  find(answerId: string): Promise<ReviewEntry | undefined>
  list(query: EntryQuery): Promise<EntryPage>
  /** How many entries have that term. */
  count(term: string): Promise<number>
  /** Answers that have ended and have no entry: whoever was to make it died before. */
  unlisted(limit: number): Promise<readonly AnswerPlace[]>
  close(): Promise<void>
}
