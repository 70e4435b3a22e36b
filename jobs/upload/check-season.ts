import { layoutOf } from '#core/domain/layout.ts'
import type { Problem, ProblemCode } from '#core/domain/problem.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import { counted, listed } from '#core/domain/wording.ts'
import type { PlannedRace, RaceRead, SeasonPlan, SeasonReader } from '#core/ports/season-reader.ts'
import type { SourceFile } from '#core/ports/timing-source.ts'
import type { Tracks } from '../read-weekend.ts'

/** A file that a season would be read from, and why it is refused, if it is. */
export type CheckedFile = { readonly file: SourceFile; readonly refusedBecause?: string }

/** What the races of a track are timed in. */
export type CheckedTrack = {
  readonly trackId: string
  readonly races: readonly {
    readonly laps: number
    readonly sections: number
    readonly subSections: number
  }[]
}

export type SeasonCheck = {
  readonly files: readonly CheckedFile[]
  readonly tracks: readonly CheckedTrack[]
  readonly problems: readonly Problem[]
  /** Files that no season reads, counted by kind. */
  readonly unused: SeasonPlan['unused']
}

/** Problems by which a file loses more than single values: it is not what it says. */
const refusing: ReadonlySet<ProblemCode> = new Set([
  'empty-file',
  'header-only',
  'missing-column',
  'cut-off-row',
  'no-laps',
  'weather-of-another-day',
  'broken-zip',
  'too-large',
  'unreadable',
])

/** Problems of a file that belongs to the season and is no part of it as it is. */
const leftOut: ReadonlySet<ProblemCode> = new Set([
  ...refusing,
  'same-race-twice',
  'same-part-twice',
  'no-timing-file',
  'unplaced-file',
  'encrypted',
  'path-outside',
])

/** Reads every race as a season would, one after another, and says of each file whether it may go up. */
export async function checkSeason(
  reader: SeasonReader,
  seeds: Tracks,
  onRace: (done: number, of: number) => void,
): Promise<SeasonCheck> {
  const { plan } = reader
  const files: CheckedFile[] = plan.markers.map((file) => ({ file }))
  const tracks: CheckedTrack[] = []
  const problems = [...plan.problems]
  const of = plan.tracks.reduce((sum, { races }) => sum + races.length, 0)
  let done = 0
  for (const { trackId, races } of plan.tracks) {
    const checked = []
    const wanted = seeds.get(trackId)?.sections.length ?? sectionIds.length
    for (const planned of races) {
      // oxlint-disable-next-line no-await-in-loop -- one file's bytes are held at a time
      const read = await reader.readRace(planned)
      const race = timedIn(read)
      files.push(
        ...filesOf(planned).map((file) => checkedFile(file, planned, read, { race, wanted })),
      )
      problems.push(...read.problems)
      checked.push(race)
      onRace(++done, of)
    }
    tracks.push({ trackId, races: checked })
  }
  const known = new Set(files.map(({ file }) => file.path))
  const strays = plan.problems.filter(({ code, file }) => leftOut.has(code) && !known.has(file))
  const stray = strays.map(({ file, message }): CheckedFile => {
    return { file: { path: file, bytes: 0 }, refusedBecause: message }
  })
  return { files: [...files, ...stray], tracks, problems, unused: unusedIn(plan) }
}

/** A run counts logger files as not used where the date is known without them; they go up all the same. */
function unusedIn({ tracks, unused }: SeasonPlan): SeasonPlan['unused'] {
  const loggers = tracks.flatMap(({ races }) => races.flatMap(({ lapTimes }) => lapTimes)).length
  return unused
    .map(({ kind, files }) => ({ kind, files: kind === 'lap-times' ? files - loggers : files }))
    .filter(({ files }) => files > 0)
}

/** The files that a race is read from. */
function filesOf({ timing, weather, results, bestLaps, lapTimes }: PlannedRace): SourceFile[] {
  return [timing, weather, results?.file, bestLaps, ...lapTimes].flatMap((file) => file ?? [])
}

type TimedIn = CheckedTrack['races'][number] & { readonly missing: readonly string[] }

/** How many sections and sub-sections of a race are timed. */
function timedIn({ timing }: RaceRead): TimedIn {
  const laps = timing?.laps ?? []
  const missing = sectionIds.filter((id) => !laps.some(({ timeMs }) => timeMs[id] !== undefined))
  const sections = sectionIds.length - missing.length
  return { laps: laps.length, sections, subSections: layoutOf(laps).subSections.length, missing }
}

function checkedFile(
  file: SourceFile,
  { timing, raceId }: PlannedRace,
  { problems, files }: RaceRead,
  { race, wanted }: { readonly race: TimedIn; readonly wanted: number },
): CheckedFile {
  const problem = problems.find((each) => each.file === file.path && refusing.has(each.code))
  if (problem !== undefined) return { file, refusedBecause: problem.message }
  const refusedRows = files.find((each) => each.file === file.path)?.refusedRows ?? 0
  if (refusedRows > 0)
    return { file, refusedBecause: `${counted(refusedRows, 'row')} of it cannot be used` }
  if (file !== timing || race.sections >= wanted) return { file }
  const lacks = listed(race.missing.map((id) => id.toUpperCase()))
  return {
    file,
    refusedBecause: `${raceId} is timed in ${race.sections} of ${wanted} sections: no lap has a time in ${lacks}`,
  }
}
