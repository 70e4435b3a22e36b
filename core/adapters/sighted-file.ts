import {
  createTrackFinder,
  partsOf,
  placeOf,
  type FindTrack,
  type Place,
  type TrackAliases,
} from './place.ts'
import { demoMarker, headBytes, isDocumentName, recognise, type FileKind } from './recognise.ts'
import type { JoinedFile, JoinedSource } from './joined-source.ts'
import type { Problem } from '#core/domain/problem.ts'
import { SourceError, type TimingSource } from '#core/ports/timing-source.ts'

/** A file of which the head was seen. */
export type SightedFile = {
  readonly file: JoinedFile
  readonly kind: FileKind
  readonly parts: readonly string[]
  readonly place: Place
}

export type Sighting = {
  readonly files: readonly SightedFile[]
  readonly problems: readonly Problem[]
}

/** So many heads are read at once. */
const batchSize = 64

/** Looks at the head of every file that may be a table, in order of the paths. */
export async function sightFiles(source: JoinedSource, aliases: TrackAliases): Promise<Sighting> {
  const { files, problems } = await source.list()
  const seen: (SightedFile | Problem)[] = []
  const findTrack = createTrackFinder(aliases)
  for (let start = 0; start < files.length; start += batchSize) {
    const batch = files.slice(start, start + batchSize)
    const sightings = batch.map(async (file) => await sight(source, file, findTrack))
    // oxlint-disable-next-line no-await-in-loop -- a season has thousands of files: a few at a time
    seen.push(...(await Promise.all(sightings)))
  }
  return {
    files: seen.filter((each) => 'kind' in each),
    problems: [...problems, ...seen.filter((each) => 'code' in each)],
  }
}

async function sight(
  source: TimingSource,
  file: JoinedFile,
  findTrack: FindTrack,
): Promise<SightedFile | Problem> {
  const parts = partsOf(file.source.name, file.pathInSource)
  const sighted = { file, parts, place: placeOf(parts, findTrack) }
  if (isDocumentName(file.path) && !file.path.endsWith(demoMarker)) {
    return { ...sighted, kind: 'document' }
  }
  try {
    const head = await source.head(file, headBytes)
    if (isEmpty(head)) return emptyFile(file)
    return { ...sighted, kind: recognise(file.path, head) }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    return { code: error.code, file: file.path, message: error.message }
  }
}

/** Nothing but blanks and line ends, perhaps after a BOM. */
function isEmpty(head: Uint8Array): boolean {
  return head.length < headBytes && new TextDecoder().decode(head).trim() === ''
}

function emptyFile({ path }: JoinedFile): Problem {
  return { code: 'empty-file', file: path, message: 'the file is empty: nothing was read of it' }
}
