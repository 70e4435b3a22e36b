import type { TrackId } from '#core/domain/ids.ts'
import type { Problem } from '#core/domain/problem.ts'
import type { CollectionCounts, DocumentStore, Run } from '#core/ports/document-store.ts'
import type { PlannedTrack, SeasonInputs, SeasonPlan } from '#core/ports/season-reader.ts'
import { SourceFailed } from '#core/ports/timing-source.ts'
import type { JobName } from './job.ts'
import type { MakeWeekend, WeekendRead, WeekendStep } from './make-weekend.ts'
import type { PhraseCoaching } from './phrase-coaching.ts'
import { addCars, type PhrasedCars } from './phrased-cars.ts'
import type { OnProgress } from './progress.ts'
import { notePart, noteSeason } from './run-records.ts'
import { addTo, newTally, type Tally } from './tally.ts'
import { type Task, tracksOf } from './task.ts'

/** What a run works with. Ids and clock are handed in. */
export type RunWith = {
  readonly store: DocumentStore
  readonly runId: string
  readonly startedBy: string
  /** Milliseconds that go on evenly. */
  readonly clock: () => number
  readonly onProgress: OnProgress
  /** Absent where this process has all tracks to itself. */
  readonly task?: Task
  /** Absent where the composer writes everything. */
  readonly phrase?: PhraseCoaching
}

/** The weekends of a season, and who makes their documents, how many at a time. */
export type Weekends = {
  readonly plan: SeasonPlan
  readonly inputs: SeasonInputs
  readonly make: MakeWeekend
  readonly atOnce: number
}

export type RunOutcome = {
  readonly runId: string
  /** Those of this process. */
  readonly tracks: readonly TrackId[]
  readonly task?: Task
  /** Of the bucket that the season is read from; 0 for folders and zips. */
  readonly objects: number
  readonly races: number
  readonly laps: number
  readonly rowsRead: number
  readonly refusedRows: number
  /** Documents of the run by collection. */
  readonly counts: CollectionCounts
  readonly problems: readonly Problem[]
  /** What has to be known about the data of its races: they are in the documents of races. */
  readonly notes: number
  readonly tookMs: number
  /** Absent where the composer wrote everything. */
  readonly cars?: PhrasedCars
  /** Whether this is now the season that is read. */
  readonly isPublished: boolean
}

/** Nothing of the data could be computed; the problems say why. */
export class NothingComputed extends Error {
  override name = 'NothingComputed'
  readonly problems: readonly Problem[]
  constructor(message: string, problems: readonly Problem[]) {
    super(message)
    this.problems = problems
  }
}

/** Runs jobs on the weekends of this process, and writes what they make. */
export async function runJobs(
  run: Run,
  weekends: Weekends,
  jobs: readonly JobName[],
  runWith: RunWith,
): Promise<RunOutcome> {
  const { clock, runId, store, task, phrase } = runWith
  const startedAt = clock()
  await noteSeason(run, await store.open(run.generation), weekends.plan, weekends.inputs)
  const tracks = tracksOf(weekends.plan, task)
  const work = { run, weekends, jobs, runWith, startedAt, of: tracks.length * jobs.length }
  const tally = newTally()
  const problems = tracks.map((): readonly Problem[] => [])
  const queue = longestFirst(tracks).values()
  const workOff = async () => {
    for (const [index, track] of queue)
      // oxlint-disable-next-line no-await-in-loop -- a weekend at a time is what memory has to hold
      problems[index] = await makeWeekend(track, tally, work)
  }
  await Promise.all(Array.from({ length: weekends.atOnce }, workOff))
  const { races, laps, rowsRead, refusedRows, notes } = tally
  const all = [...weekends.plan.problems, ...problems.flat()]
  // Other tasks may have the races: then it is for the last step to say that there are none.
  if (races === 0 && task === undefined)
    throw new NothingComputed('No race could be computed.', all)
  return {
    runId,
    tracks: tracks.map(({ trackId }) => trackId),
    objects: weekends.inputs.objects.length,
    races,
    laps,
    rowsRead,
    refusedRows,
    counts: await run.counts(),
    problems: all,
    notes,
    tookMs: clock() - startedAt,
    isPublished: false,
    ...(task && { task }),
    ...(phrase && { cars: tally.cars }),
  }
}

/** So that the last weekends, which all but one thread may have to wait for, are short. */
function longestFirst(tracks: readonly PlannedTrack[]): readonly [number, PlannedTrack][] {
  const bytesOf = ({ races }: PlannedTrack) =>
    races.reduce((sum, { timing }) => sum + timing.bytes, 0)
  return [...tracks.entries()].toSorted(([, a], [, b]) => bytesOf(b) - bytesOf(a))
}

type Work = {
  readonly run: Run
  readonly weekends: Weekends
  readonly jobs: readonly JobName[]
  readonly runWith: RunWith
  readonly startedAt: number
  /** Steps to do. */
  readonly of: number
}

/** Makes a weekend's documents, writes them, and gives what was wrong with its files. */
async function makeWeekend(
  planned: PlannedTrack,
  tally: Tally,
  work: Work,
): Promise<readonly Problem[]> {
  const { run, weekends, jobs, runWith, startedAt, of } = work
  const track = planned.trackId
  let read: WeekendRead | undefined
  // oxlint-disable no-await-in-loop -- each step is written before the next one is made
  for await (const made of weekends.make(planned, jobs)) {
    const step = await phrasedStep(made, run, { track, tally }, runWith)
    if (step.type === 'read') refuseOtherInputs(step, weekends)
    await writeStep(run, track, step, jobs)
    addTo(tally, step)
    if (step.type === 'read') {
      read = step
      continue
    }
    if (read !== undefined) await noteDone(run, step.job, track, read)
    const { documents, races, steps: done } = tally
    const tookMs = runWith.clock() - startedAt
    runWith.onProgress({
      job: step.job,
      track,
      races: read?.races ?? races,
      documents,
      done,
      of,
      tookMs,
    })
  }
  if (read?.races === 0) {
    tally.steps += jobs.length
    for (const job of jobs) await noteDone(run, job, track, read)
  }
  // oxlint-enable no-await-in-loop
  return read?.problems ?? []
}

/** A thread lists the files for itself: what it read has to be what the run noted. */
function refuseOtherInputs(read: WeekendRead, { inputs }: Weekends): void {
  if (read.inputs !== inputs.digest)
    throw new SourceFailed(
      'The timing files changed while the run began. Nothing was published: run again',
    )
}

async function noteDone(run: Run, job: JobName, track: TrackId, read: WeekendRead): Promise<void> {
  const { expected, refusedRows, inputs } = read
  await notePart(run, { job, track, expected, refusedRows, inputs: inputs ?? null })
}

/** A weekend's coaching in the model's words; every other step as it is. */
async function phrasedStep(
  step: WeekendStep,
  run: Run,
  { track, tally }: { readonly track: TrackId; readonly tally: Tally },
  { phrase, clock, onProgress }: RunWith,
): Promise<WeekendStep> {
  if (phrase === undefined || step.type === 'read' || step.job !== 'coaching') return step
  const startedAt = clock()
  const { documents, races } = tally
  const phrased = await phrase(step, run, (done, of) => {
    const tookMs = clock() - startedAt
    onProgress({ job: step.job, track, races, documents, done, of, tookMs, ofCars: true })
  })
  tally.cars = addCars(tally.cars, phrased.cars)
  return phrased.step
}

/** Writes what was made of a weekend, and clears what an earlier try left of it. */
async function writeStep(
  run: Run,
  trackId: TrackId,
  step: WeekendStep,
  jobs: readonly JobName[],
): Promise<void> {
  if (step.type === 'read') {
    // The lines belong to the first job of a run, so that single jobs do not write them again.
    if (jobs.includes('composites')) await run.writeLines(step.lines)
    return
  }
  for (const collection of step.writes) {
    // oxlint-disable-next-line no-await-in-loop -- each before what is written in its place
    for (const prefix of [`${trackId}-r`, `${trackId}_`]) await run.clear(collection, prefix)
  }
  for (const { collection, documents } of step.batches) {
    // oxlint-disable-next-line no-await-in-loop -- the store takes one batch at a time
    await run.writeEncoded(collection, documents)
  }
}
