import type { ChildProcess } from 'node:child_process'
import type { DocumentStore } from '#core/ports/document-store.ts'

/** Where stores of one kind can be opened several times, from several processes. */
export type Place = {
  readonly open: () => DocumentStore
  /** Another process that writes here; it prints `ready` when it has begun. */
  readonly startWriter: (mode: 'hold' | 'task' | 'seasons', name: string) => ChildProcess
  /** So long after a death the store knows of it; absent: at once. */
  readonly deathSeenAfterMs?: number
  /** How many processes are killed while they write; absent: twenty. */
  readonly kills?: number
}

/** The place of the test that runs. */
export type Stores = {
  readonly first: () => DocumentStore
  /** A second opening of the same store. */
  readonly other: () => DocumentStore
  readonly place: () => Place
}
