import type { Problem, ProblemCode } from '#core/domain/problem.ts'

/** One file of a season. */
export type SourceFile = {
  /** Below the data root, with '/'; the same in a folder and in a zip: 'barber/26_Weather_Race 1.CSV'. */
  readonly path: string
  readonly bytes: number
}

/** An object of a bucket as it was listed. Each time it is written it gets another generation. */
export type SourceObject = {
  /** 'gs://bucket/season/barber/26_Weather_Race 1.CSV' */
  readonly address: string
  readonly bytes: number
  readonly generation: string
  /** In base64, as the bucket tells it. */
  readonly md5?: string
}

/** Where timing files come from: a folder, a zip, a bucket. One file's bytes are held at a time. */
export interface TimingSource {
  /** The folder's or zip's own name, without what lies above it and without '.zip'. */
  readonly name: string
  /** All files in order of their paths, and what could not be listed. */
  list(): Promise<{ readonly files: readonly SourceFile[]; readonly problems: readonly Problem[] }>
  /** The objects that hold the files, each read as it was listed; none where files have no versions. */
  objects(): Promise<readonly SourceObject[]>
  /** The first bytes of a file, to see what it is without reading it whole. */
  head(file: SourceFile, bytes: number): Promise<Uint8Array>
  /** Rejects with a SourceError where the file cannot be read. */
  read(file: SourceFile): Promise<Uint8Array>
  close(): Promise<void>
}

/** A source, or a file in it, that cannot be read. */
export class SourceError extends Error {
  readonly code: ProblemCode
  constructor(code: ProblemCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'SourceError'
    this.code = code
  }
}

/**
 * What was listed cannot be read, or is not what it was: the bucket cannot be reached, an object was written
 * anew. Unlike one broken file of a folder it ends the run, for a season without it would be another one.
 */
export class SourceFailed extends Error {
  override name = 'SourceFailed'
}
