/** How a file stands to what lies in the bucket under its path. */
export type Standing = 'new' | 'changed' | 'unchanged'

/** Where timing files are put: below a prefix of a bucket. */
export interface TimingTarget {
  /** Paths of what lies there now. Rejects with a SourceError that says what to do. */
  list(): Promise<readonly string[]>
  /** Compared with what was listed, byte by byte. */
  standing(path: string, bytes: Uint8Array): Standing
  /**
   * Writes a file where nothing lies, or over exactly what was listed there; rejects with `TargetRefused`
   * where somebody else has written it meanwhile, or where it may not be written.
   */
  write(path: string, bytes: Uint8Array): Promise<void>
}

/** A file could not be put; the message says why and what to do. */
export class TargetRefused extends Error {
  override name = 'TargetRefused'
}
