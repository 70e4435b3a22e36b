import { unknownTrackOf } from './place.ts'
import type { SightedFile } from './sighted-file.ts'
import { raceIdOf, type RaceId, type TrackId } from '#core/domain/ids.ts'
import type { Problem } from '#core/domain/problem.ts'
import type { TimingSource } from '#core/ports/timing-source.ts'

/** A race that has a timing file, and the other files found to be of it, in order of their paths. */
export type RaceDraft = {
  readonly raceId: RaceId
  readonly trackId: TrackId
  readonly raceNumber: number
  readonly isKnown: boolean
  readonly timing: SightedFile
  readonly others: SightedFile[]
}

/**
 * The races that timing files are of. A file whose path gives no number is the track's next race; a
 * second file of one race is reported and left aside, the first in order of the paths stays.
 */
export async function draftRaces(
  timings: readonly SightedFile[],
  source: TimingSource,
): Promise<{ readonly drafts: readonly RaceDraft[]; readonly problems: readonly Problem[] }> {
  const drafts = new Map<TrackId, RaceDraft[]>()
  const problems: Problem[] = []
  const numbered = timings.filter(({ place }) => place.raceNumber !== undefined)
  const unnumbered = timings.filter(({ place }) => place.raceNumber === undefined)
  for (const timing of [...numbered, ...unnumbered]) {
    const trackId = timing.place.trackId ?? unknownTrackOf(timing.parts)
    const ofTrack = drafts.get(trackId) ?? []
    const number = timing.place.raceNumber
    // oxlint-disable-next-line no-await-in-loop -- each file is compared with the races before it
    const twin = await twinOf(timing, number, ofTrack, source)
    if (twin !== undefined) {
      problems.push(sameRaceTwice(timing, twin))
      continue
    }
    const raceNumber = number ?? nextFree(ofTrack)
    const raceId = raceIdOf(trackId, raceNumber)
    const isKnown = timing.place.trackId !== undefined
    const draft = { raceId, trackId, raceNumber, isKnown, timing, others: [] }
    drafts.set(trackId, [...ofTrack, draft])
  }
  return { drafts: inOrder(Array.from(drafts.values()).flat()), problems }
}

/** The race that a timing file would be a second file of: of one number, or a copy of its file. */
async function twinOf(
  timing: SightedFile,
  raceNumber: number | undefined,
  ofTrack: readonly RaceDraft[],
  source: TimingSource,
): Promise<RaceDraft | undefined> {
  if (raceNumber !== undefined) return ofTrack.find((draft) => draft.raceNumber === raceNumber)
  const sameSize = ofTrack.filter((draft) => draft.timing.file.bytes === timing.file.bytes)
  const checked = await Promise.all(
    sameSize.map(async (draft) => ({
      draft,
      same: await haveOneHead(draft.timing, timing, source),
    })),
  )
  return checked.find(({ same }) => same)?.draft
}

async function haveOneHead(
  one: SightedFile,
  other: SightedFile,
  source: TimingSource,
): Promise<boolean> {
  const heads = await Promise.all([one, other].map(({ file }) => source.head(file, 65_536)))
  const [first, second] = heads.map((bytes) => Buffer.from(bytes))
  return first !== undefined && second !== undefined && first.equals(second)
}

function nextFree(ofTrack: readonly RaceDraft[]): number {
  const taken = new Set(ofTrack.map(({ raceNumber }) => raceNumber))
  let number = 1
  while (taken.has(number)) number++
  return number
}

function sameRaceTwice({ file }: SightedFile, twin: RaceDraft): Problem {
  const message = `${twin.raceId} is read from ${twin.timing.file.path}, this second timing file of it is not used`
  return { code: 'same-race-twice', file: file.path, message }
}

function inOrder(drafts: readonly RaceDraft[]): readonly RaceDraft[] {
  return drafts.toSorted((a, b) => {
    if (a.trackId !== b.trackId) return a.trackId < b.trackId ? -1 : 1
    return a.raceNumber - b.raceNumber
  })
}
