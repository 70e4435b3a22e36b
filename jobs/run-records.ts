import * as z from 'zod'
import type { CollectionCounts, DocumentReader, Run } from '#core/ports/document-store.ts'
import type { SeasonInputs, SeasonPlan } from '#core/ports/season-reader.ts'
import { SourceFailed, type SourceObject } from '#core/ports/timing-source.ts'
import { jobNames, type JobName } from './job.ts'

/** What a run keeps of itself: which tracks it is of, what they are read from, which parts are done. */
const SeasonRecord = z.object({
  tracks: z.array(z.string()),
  /** Digest of the objects that it is read from; null for folders and zips. */
  inputs: z.string().nullable(),
})
type SeasonRecord = z.infer<typeof SeasonRecord>

const InputObject = z.object({
  address: z.string(),
  bytes: z.int(),
  generation: z.string(),
  md5: z.string().nullable(),
})
const InputsRecord = z.object({ objects: z.array(InputObject) })

const Counts = z.object({
  tracks: z.int(),
  races: z.int(),
  best_case_composites: z.int(),
  ml_section_recommendations: z.int(),
  ml_weather_recommendations: z.int(),
  ml_pattern_recommendations: z.int(),
  coaching_insights: z.int(),
}) satisfies z.ZodType<CollectionCounts>

/** What one job made of one track. */
const PartRecord = z.object({
  job: z.enum(jobNames),
  track: z.string(),
  /** How many documents all jobs together must make of the track, as this one counted it. */
  expected: Counts,
  refusedRows: z.int(),
  inputs: z.string().nullable(),
})
export type PartRecord = z.infer<typeof PartRecord>

export type RunRecords = { readonly season?: SeasonRecord; readonly parts: readonly PartRecord[] }

/** So many objects in one record: a document of Firestore holds a megabyte. */
const objectsPerRecord = 1000

/**
 * Notes at the start of a job what the run is of. Where an earlier job of it has noted something else,
 * rejects with `SourceFailed`: documents of two states of the files would stand side by side.
 */
export async function noteSeason(
  run: Run,
  earlier: DocumentReader,
  { tracks }: SeasonPlan,
  { objects, digest }: SeasonInputs,
): Promise<void> {
  const season: SeasonRecord = {
    tracks: tracks.map(({ trackId }) => trackId),
    inputs: digest ?? null,
  }
  const noted = (await readRecords(earlier)).season
  if (noted !== undefined) return await refuseOther(run.runId, noted, season, earlier, objects)
  for (let start = 0; start < objects.length; start += objectsPerRecord) {
    const some = objects.slice(start, start + objectsPerRecord)
    const id = `inputs_${String(start / objectsPerRecord).padStart(4, '0')}`
    // oxlint-disable-next-line no-await-in-loop -- a record after another, and the season last
    await run.writeRecord(id, { objects: some.map(inputObject) })
  }
  await run.writeRecord('season', season)
}

export async function notePart(run: Run, part: PartRecord): Promise<void> {
  await run.writeRecord(`part_${part.track}_${part.job}`, part)
}

export async function readRecords(reader: DocumentReader): Promise<RunRecords> {
  const [season] = await reader.records('season')
  const parts = (await reader.records('part_')).map(({ document }) => PartRecord.parse(document))
  return { parts, ...(season && { season: SeasonRecord.parse(season.document) }) }
}

function inputObject({ address, bytes, generation, md5 }: SourceObject) {
  return { address, bytes, generation, md5: md5 ?? null }
}

async function refuseOther(
  runId: string,
  noted: SeasonRecord,
  season: SeasonRecord,
  earlier: DocumentReader,
  objects: readonly SourceObject[],
): Promise<void> {
  const isSame = noted.inputs === season.inputs && noted.tracks.join() === season.tracks.join()
  if (isSame) return
  const before = (await earlier.records('inputs_')).flatMap(
    ({ document }) => InputsRecord.parse(document).objects,
  )
  const changes = changesOf(before, objects)
  const what = changes.length === 0 ? 'it is of other tracks' : changes.slice(0, 3).join('; ')
  throw new SourceFailed(
    `The timing files are not those that run ${runId} began with: ${what}. Begin a new run`,
  )
}

function changesOf(
  before: z.infer<typeof InputsRecord>['objects'],
  now: readonly SourceObject[],
): readonly string[] {
  const left = new Map(before.map((object) => [object.address, object.generation]))
  const written = now.flatMap(({ address, generation }) => {
    const noted = left.get(address)
    left.delete(address)
    if (noted === generation) return []
    return [noted === undefined ? `${address} is new` : `${address} was written anew`]
  })
  return [...written, ...[...left.keys()].map((address) => `${address} is gone`)]
}

/** 'sections_barber' for each part that a run of these tracks needs. */
export function partsOf({ tracks }: SeasonRecord): readonly { job: JobName; track: string }[] {
  return jobNames.flatMap((job) => tracks.map((track) => ({ job, track })))
}
