import { SourceError, type SourceFile, type TimingSource } from '#core/ports/timing-source.ts'
import { type Standing, TargetRefused, type TimingTarget } from '#core/ports/timing-target.ts'
import type { CheckedFile } from './check-season.ts'

/** What became of a file, or would become of it. */
export type PutFile = {
  readonly path: string
  readonly bytes: number
  readonly standing: Standing | 'refused'
  /** Why it is refused, or was not written. */
  readonly because?: string
}

/** So many files are on their way at once. */
const atOnce = 4

/**
 * Puts what passed its check where it is new or has changed; with `isDry` it only compares. A file that the
 * bucket refuses does not stop the others.
 */
export async function putFiles(
  checked: readonly CheckedFile[],
  source: TimingSource,
  target: TimingTarget,
  {
    isDry,
    onFile,
  }: { readonly isDry: boolean; readonly onFile: (done: number, of: number) => void },
): Promise<readonly PutFile[]> {
  const put: PutFile[] = []
  const queue = checked.values()
  const work = async () => {
    for (const { file, refusedBecause } of queue) {
      put.push(
        refusedBecause === undefined
          ? // oxlint-disable-next-line no-await-in-loop -- a few files at a time
            await putFile(file, source, target, isDry)
          : { ...plain(file), standing: 'refused', because: refusedBecause },
      )
      onFile(put.length, checked.length)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return put.toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

async function putFile(
  file: SourceFile,
  source: TimingSource,
  target: TimingTarget,
  isDry: boolean,
): Promise<PutFile> {
  try {
    const bytes = await source.read(file)
    const standing = target.standing(file.path, bytes)
    if (!isDry && standing !== 'unchanged') await target.write(file.path, bytes)
    return { path: file.path, bytes: bytes.length, standing }
  } catch (error) {
    if (!(error instanceof TargetRefused || error instanceof SourceError)) throw error
    return { ...plain(file), standing: 'refused', because: error.message }
  }
}

function plain({ path, bytes }: SourceFile) {
  return { path, bytes }
}
