import type { JoinedSource } from './joined-source.ts'
import { unknownTrackOf } from './place.ts'
import { raceOfWeather } from './place-weather.ts'
import type { RaceDraft } from './race-draft.ts'
import type { Calendar } from './known-season.ts'
import type { SightedFile } from './sighted-file.ts'
import type { TrackId } from '#core/domain/ids.ts'
import type { Problem } from '#core/domain/problem.ts'

const partKinds = new Set(['weather', 'results', 'best-laps', 'lap-times'])

/** Gives each part of a race to its race; what is of none is reported. */
export async function giveParts(
  files: readonly SightedFile[],
  drafts: readonly RaceDraft[],
  source: JoinedSource,
  calendar: Calendar,
): Promise<readonly Problem[]> {
  const ofTrack = Map.groupBy(drafts, ({ trackId }) => trackId)
  const inFolder = Map.groupBy(drafts, ({ timing }) => folderOf(timing))
  const problems: Problem[] = []
  const unplaced: SightedFile[] = []
  for (const sighted of files.filter(({ kind }) => partKinds.has(kind))) {
    const draft = raceByPath(sighted, ofTrack, inFolder)
    if (draft === undefined) unplaced.push(sighted)
    else draft.others.push(sighted)
  }
  for (const sighted of unplaced) {
    // oxlint-disable-next-line no-await-in-loop -- a race takes one weather file, the next sees that
    const draft = sighted.kind === 'weather' ? await byTime(sighted) : undefined
    if (draft !== undefined) draft.others.push(sighted)
    else if (sighted.kind !== 'lap-times') problems.push(unplacedFile(sighted))
  }
  return problems

  async function byTime(sighted: SightedFile): Promise<RaceDraft | undefined> {
    const { trackId } = sighted.place
    const candidates = drafts.filter((draft) => trackId === undefined || draft.trackId === trackId)
    return await raceOfWeather(sighted, candidates, source, calendar)
  }
}

/** The one race that a path means: of its track, else beside its timing file; of its number, if any. */
function raceByPath(
  sighted: SightedFile,
  ofTrack: ReadonlyMap<TrackId, readonly RaceDraft[]>,
  inFolder: ReadonlyMap<string, readonly RaceDraft[]>,
): RaceDraft | undefined {
  const { place, parts } = sighted
  const named = ofTrack.get(place.trackId ?? unknownTrackOf(parts))
  const beside = place.trackId === undefined ? inFolder.get(folderOf(sighted)) : undefined
  const meant = (named ?? beside ?? []).filter(
    ({ raceNumber }) => place.raceNumber === undefined || place.raceNumber === raceNumber,
  )
  return meant.length === 1 ? meant[0] : undefined
}

function folderOf({ file }: SightedFile): string {
  return `${file.source.name}/${file.pathInSource}`.split('/').slice(0, -1).join('/')
}

function unplacedFile({ file, place, kind }: SightedFile): Problem {
  const { trackId, raceNumber } = place
  if (trackId !== undefined && raceNumber !== undefined) {
    const message = `race ${raceNumber} at ${trackId} has ${kind} and no timing file: nothing is computed of it`
    return { code: 'no-timing-file', file: file.path, message }
  }
  const message = `no race can be told that this file (${kind}) belongs to: it is not used`
  return { code: 'unplaced-file', file: file.path, message }
}
