import type { JoinedSource } from './joined-source.ts'
import { giveParts } from './give-parts.ts'
import type { KnownSeason } from './known-season.ts'
import { draftRaces, type RaceDraft } from './race-draft.ts'
import { fileKinds } from './recognise.ts'
import { sightFiles, type SightedFile } from './sighted-file.ts'
import type { Problem } from '#core/domain/problem.ts'
import type { PlannedRace, PlannedResults, SeasonPlan } from '#core/ports/season-reader.ts'
import type { SourceFile } from '#core/ports/timing-source.ts'

/** Finds the races of a season and the files of each, from names and heads. */
export async function planSeason(source: JoinedSource, known: KnownSeason): Promise<SeasonPlan> {
  const { files, problems: unread } = await sightFiles(source, known.aliases)
  const timings = files.filter(({ kind }) => kind === 'timing')
  const { drafts, problems: twins } = await draftRaces(timings, source)
  const stray = await giveParts(files, drafts, source, known.calendar)
  const markers = files.filter(({ kind }) => kind === 'demo-marker')
  const races = drafts.map((draft) => plannedRace(draft, markers))
  const used = new Set(races.flatMap(usedPaths))
  const unused = files.filter(({ file, kind }) => kind !== 'demo-marker' && !used.has(file.path))
  const tracks = Map.groupBy(races, ({ trackId }) => trackId)
  const knownTracks = new Set(drafts.flatMap((each) => (each.isKnown ? [each.trackId] : [])))
  return {
    tracks: Array.from(tracks, ([trackId, ofTrack]) => ({
      trackId,
      isKnown: knownTracks.has(trackId),
      races: ofTrack,
    })),
    markers: markers.map(plainFile),
    unused: fileKinds.flatMap((kind) => {
      const count = unused.filter((sighted) => sighted.kind === kind).length
      return count === 0 ? [] : [{ kind, files: count }]
    }),
    problems: [...unread, ...twins, ...stray, ...secondFiles(drafts), ...unknownTables(unused)],
  }
}

function plannedRace(draft: RaceDraft, markers: readonly SightedFile[]): PlannedRace {
  const { raceId, trackId, raceNumber, timing } = draft
  const of = (kind: string) => filesOf(draft, kind).map(plainFile)
  const weather = of('weather')[0]
  const bestLaps = of('best-laps')[0]
  const results = bestResults(draft)
  return {
    raceId,
    trackId,
    raceNumber,
    isInvented: markers.some((marker) => isBelow(timing, marker)),
    timing: plainFile(timing),
    ...(weather === undefined ? {} : { weather }),
    ...(results === undefined ? {} : { results }),
    ...(bestLaps === undefined ? {} : { bestLaps }),
    lapTimes: of('lap-times'),
  }
}

/** Without the way to its bytes: a plan is plain data. */
function plainFile({ file: { path, bytes } }: SightedFile): SourceFile {
  return { path, bytes }
}

/** D18: the results named Official, else those not named provisional, else the provisional ones. */
function bestResults(draft: RaceDraft): PlannedResults | undefined {
  const ranked = filesOf(draft, 'results').map((sighted) => {
    const file = plainFile(sighted)
    const name = file.path.split('/').at(-1) ?? ''
    const isProvisional = /provisional/i.test(name)
    return { file, isProvisional, rank: isProvisional ? 2 : Number(!/official/i.test(name)) }
  })
  const best = ranked.toSorted((a, b) => a.rank - b.rank)[0]
  if (best === undefined) return undefined
  return { file: best.file, classification: best.isProvisional ? 'provisional' : 'official' }
}

/** The files of one kind, in order of their paths, however they were found. */
function filesOf(draft: RaceDraft, kind: string): readonly SightedFile[] {
  const ofKind = draft.others.filter((sighted) => sighted.kind === kind)
  return ofKind.toSorted((a, b) => (a.file.path < b.file.path ? -1 : 1))
}

function isBelow(timing: SightedFile, marker: SightedFile): boolean {
  const folder = marker.file.pathInSource.split('/').slice(0, -1)
  const isInside = folder.every((name, at) => timing.file.pathInSource.split('/')[at] === name)
  return timing.file.source === marker.file.source && isInside
}

/** Logger files are looked at, not used: the loggers' laps are not the official ones. */
function usedPaths({ timing, weather, results, bestLaps }: PlannedRace): readonly string[] {
  const files = [timing, weather, results?.file, bestLaps]
  return files.flatMap((file) => (file === undefined ? [] : [file.path]))
}

function secondFiles(drafts: readonly RaceDraft[]): readonly Problem[] {
  return drafts.flatMap((draft) =>
    ['weather', 'best-laps'].flatMap((kind) => {
      const [first, ...more] = filesOf(draft, kind)
      return more.map(({ file }): Problem => {
        const message = `${draft.raceId} has its ${kind} from ${first?.file.path ?? ''}, this second file of them is not used`
        return { code: 'same-part-twice', file: file.path, message }
      })
    }),
  )
}

function unknownTables(unused: readonly SightedFile[]): readonly Problem[] {
  const tables = unused.filter(
    ({ kind, file }) => kind === 'unknown' && /\.(csv|tsv|txt)$/i.test(file.path),
  )
  return tables.map(({ file }) => {
    const message = 'neither its header nor its name is that of a timing sheet: it is not used'
    return { code: 'unknown-file', file: file.path, message }
  })
}
