import type { Collection } from '#core/protocol/documents/collections.ts'

export type { Collection }

/** The seven collections of a season, in the order in which jobs write them. */
export const collections = [
  'tracks',
  'races',
  'best_case_composites',
  'ml_section_recommendations',
  'ml_weather_recommendations',
  'ml_pattern_recommendations',
  'coaching_insights',
] as const satisfies readonly Collection[]

export type CollectionCounts = Readonly<Record<Collection, number>>

export type Json = string | number | boolean | null | readonly Json[] | JsonObject
export type JsonObject = { readonly [key: string]: Json }

/**
 * The store does not know what is in a document, that is core/protocol. Ids are ASCII letters, digits,
 * '.', '_' and '-', so their order is the order of their bytes in every store.
 */
export type StoredDocument = { readonly id: string; readonly document: JsonObject }

/** A document as the JSON that was written: what REST sends on without parsing it. */
export type DocumentText = { readonly id: string; readonly text: string }

/** A document to be written, its JSON in UTF-8: bytes go from thread to thread without being copied. */
export type EncodedDocument = { readonly id: string; readonly utf8: Uint8Array<ArrayBuffer> }

/**
 * Which documents, in id order. A prefix is compared letter by letter: the laps of car 1 are
 * 'barber-r1_1_', with the '_' at its end, else car 13 is among them.
 */
export type ListOptions = {
  readonly prefix?: string
  /** The `next` of the page before. */
  readonly after?: string
  readonly limit: number
}

export type Page<Item> = {
  readonly documents: readonly Item[]
  /** Absent on the last page. */
  readonly next?: string
}

/** Lines of one timing file that a fact may open. */
export type SourceFileLines = {
  readonly file: string
  readonly header: readonly string[]
  /** Columns whose cells were emptied, because persons and teams never reach the store. */
  readonly struckOut: readonly string[]
  /** Line numbers, the header being line 1, each with its cells. */
  readonly lines: readonly (readonly [line: number, cells: readonly string[]])[]
}

export type SourceLine = {
  readonly header: readonly string[]
  readonly struckOut: readonly string[]
  readonly cells: readonly string[]
}

/** A generation is everything that one run wrote. */
export type GenerationInfo = {
  /** Grows with each new run; never used twice. */
  readonly generation: number
  /** Unique, also after the store was deleted and built again: what an ETag is made of. */
  readonly runId: string
  /** `writing`: a process writes it, or died while it did. `waiting`: unpublished, for the next job. */
  readonly state: 'writing' | 'waiting' | 'published'
  /** What was done last to it, by whom, since when (ISO time). */
  readonly job: string
  readonly startedBy: string
  readonly startedAt: string
  readonly publishedAt?: string
}

/**
 * Reads one generation, also after another one was published. When it was removed (the published one and the
 * one before it never are), every method rejects with `GenerationGone`: a part of a season is never read as a whole.
 */
export interface DocumentReader {
  readonly generation: GenerationInfo
  get(collection: Collection, id: string): Promise<JsonObject | undefined>
  getText(collection: Collection, id: string): Promise<string | undefined>
  list(collection: Collection, options: ListOptions): Promise<Page<StoredDocument>>
  listText(collection: Collection, options: ListOptions): Promise<Page<DocumentText>>
  count(collection: Collection, prefix?: string): Promise<number>
  sourceLine(file: string, line: number): Promise<SourceLine | undefined>
  /** What the run kept of itself, in id order: what it read, which parts of it are done. */
  records(prefix?: string): Promise<readonly StoredDocument[]>
}

/**
 * Writes one unpublished generation. One run at a time holds the store, until `end`, `abandon` or the
 * death of its process; where tasks share it, until that of the last of them.
 */
export interface Run {
  readonly runId: string
  readonly generation: number
  /** All or none of the batch; a document of the same id is replaced. Some hundred to some thousand a batch. */
  write(collection: Collection, documents: readonly StoredDocument[]): Promise<void>
  /** The same of documents that are encoded already, each the JSON of an object. */
  writeEncoded(collection: Collection, documents: readonly EncodedDocument[]): Promise<void>
  /** All or none of the batch; a line of the same file and number is replaced. */
  writeLines(files: readonly SourceFileLines[]): Promise<void>
  /** Keeps something of the run itself beside its documents; it is not counted. The same id is replaced. */
  writeRecord(id: string, record: JsonObject): Promise<void>
  /** Removes what an earlier run of a job wrote, so that nothing stale stays beside the new. */
  clear(collection: Collection, prefix?: string): Promise<void>
  counts(): Promise<CollectionCounts>
  /**
   * Makes this the season that is read, at one moment for everybody. Refused, with nothing changed, when the
   * counts differ or a newer generation is published. Then removes all that is older, but for the generation
   * that was read until now.
   */
  publish(expected: CollectionCounts): Promise<GenerationInfo>
  /** Removes what was written, and ends. */
  abandon(): Promise<void>
  /** Keeps what was written for the next job. Does nothing on a run that has ended. */
  end(): Promise<void>
}

export type RunRequest = {
  readonly runId: string
  readonly job: string
  /** For the message to whoever comes second: 'process 4711 on paddock-laptop'. */
  readonly startedBy: string
  /**
   * Set by tasks that share the work of one run out: they hold the store together, and other runs are refused
   * while one of them is at work. `end` of the last one leaves the run waiting; once one of them has published
   * it, the others write no more. Absent: this process writes alone.
   */
  readonly isShared?: boolean
}

export interface DocumentStore {
  /** The published season. Ask once for each request or answer, and read all of it there. */
  current(): Promise<DocumentReader | undefined>
  /** All that are stored, oldest first. */
  generations(): Promise<readonly GenerationInfo[]>
  /** A generation by number, published or not: a later job reads what earlier ones wrote in the same run. */
  open(generation: number): Promise<DocumentReader>
  /**
   * Begins a run, or goes on with the unpublished one of that id. What runs of other ids left behind when
   * their process died is removed. Rejects with `RunInProgress` while another run holds the store.
   */
  beginRun(request: RunRequest): Promise<Run>
  /**
   * Makes a generation that was published before, and is still stored, the season that is read again: the way
   * back from a bad one, and forward once more. Refused, with nothing changed, when the counts differ; the
   * generation that was read until now stays.
   */
  activate(generation: number, expected: CollectionCounts): Promise<GenerationInfo>
  close(): Promise<void>
}

/** The run that a single job goes on with when none is named. */
export function newestUnpublished(
  generations: readonly GenerationInfo[],
): GenerationInfo | undefined {
  const newest = generations.at(-1)
  return newest?.state === 'published' ? undefined : newest
}

/** Another run holds the store; the message names it. */
export class RunInProgress extends Error {
  override name = 'RunInProgress'
  constructor(holder: GenerationInfo | undefined) {
    super(
      holder === undefined
        ? 'Another run is just starting. Try again when it has ended.'
        : `Run ${holder.runId} is in progress: job ${holder.job}, since ${holder.startedAt}, ` +
            `${holder.startedBy}. Try again when it has ended.`,
    )
  }
}

/** What was asked of a run would break the season; nothing was changed. */
export class RunRefused extends Error {
  override name = 'RunRefused'
}

/** The generation that was read is not stored any more: ask for the current one again. */
export class GenerationGone extends Error {
  override name = 'GenerationGone'
  constructor(generation: number) {
    super(`Generation ${generation} is not stored any more.`)
  }
}

/** The store cannot be opened; the message says what a person can do. */
export class StoreUnusable extends Error {
  override name = 'StoreUnusable'
}
