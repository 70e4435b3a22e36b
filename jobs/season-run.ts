import type { TrackId } from '#core/domain/ids.ts'
import type { Problem } from '#core/domain/problem.ts'
import { counted } from '#core/domain/wording.ts'
import type { CollectionCounts, DocumentStore, Run } from '#core/ports/document-store.ts'
import type { SeasonPlan } from '#core/ports/season-reader.ts'
import { countsByRaces } from './expected-counts.ts'
import { type JobName, jobNames } from './job.ts'
import type { MakeWeekend, WeekendStep } from './make-weekend.ts'
import { addCars, type PhraseCoaching, type PhrasedCars } from './phrase-coaching.ts'
import type { OnProgress } from './progress.ts'
import { addTo, newTally, type Tally } from './tally.ts'

/** What a run works with. Ids and clock are handed in. */
export type RunWith = {
  readonly store: DocumentStore
  readonly runId: string
  readonly startedBy: string
  /** Milliseconds that go on evenly. */
  readonly clock: () => number
  readonly onProgress: OnProgress
  /** Absent where the composer writes everything. */
  readonly phrase?: PhraseCoaching
}

/** The weekends of a season, and who makes their documents, how many at a time. */
export type Weekends = {
  readonly plan: SeasonPlan
  readonly make: MakeWeekend
  readonly atOnce: number
}

export type RunOutcome = {
  readonly runId: string
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

/** Rows were refused in a run that was told to be strict; nothing was published. */
class RowsRefused extends NothingComputed {
  override name = 'RowsRefused'
}

/** All five jobs over all weekends, and the flip: the season is published whole or not at all. */
export async function runSeason(
  weekends: Weekends,
  options: { readonly isStrict: boolean },
  runWith: RunWith,
): Promise<RunOutcome> {
  const { store, runId, startedBy } = runWith
  const run = await store.beginRun({ runId, job: 'season', startedBy })
  try {
    const done = await runJobs(run, weekends, jobNames, runWith)
    const { refusedRows, problems } = done.outcome
    if (options.isStrict && refusedRows > 0)
      throw new RowsRefused(
        `${counted(refusedRows, 'row')} refused: nothing was published.`,
        problems,
      )
    await run.publish(done.expected)
    return { ...done.outcome, isPublished: true }
  } catch (error) {
    await run.abandon()
    throw error
  }
}

/** One job alone: its part goes into an unpublished generation, for the next job or for `publish`. */
export async function runOneJob(
  weekends: Weekends,
  job: JobName,
  runWith: RunWith,
): Promise<RunOutcome> {
  const { store, runId, startedBy } = runWith
  const run = await store.beginRun({ runId, job, startedBy })
  try {
    const { outcome } = await runJobs(run, weekends, [job], runWith)
    return { ...outcome, isPublished: false }
  } finally {
    await run.end()
  }
}

/** Verifies the counts of a run that single jobs wrote, and flips to it. */
export async function publishRun(
  runWith: Pick<RunWith, 'store' | 'runId' | 'startedBy'>,
): Promise<CollectionCounts> {
  const { store, runId, startedBy } = runWith
  const run = await store.beginRun({ runId, job: 'publish', startedBy })
  try {
    await run.publish(await countsByRaces(await store.open(run.generation)))
    return await run.counts()
  } finally {
    await run.end()
  }
}

async function runJobs(run: Run, weekends: Weekends, jobs: readonly JobName[], runWith: RunWith) {
  const { clock, onProgress, runId } = runWith
  const startedAt = clock()
  const planned = weekends.plan.tracks
  const tally = newTally()
  const problems = planned.map((): readonly Problem[] => [])
  const of = planned.length * jobs.length
  const queue = planned.entries()
  const workOff = async () => {
    for (const [index, track] of queue) {
      // oxlint-disable no-await-in-loop -- a weekend at a time is what memory has to hold
      let races = 0
      for await (const made of weekends.make(track, jobs)) {
        const step = await phrasedStep(made, run, { track: track.trackId, tally }, runWith)
        await writeStep(run, track.trackId, step, jobs)
        addTo(tally, step)
        if (step.type === 'read') {
          problems[index] = step.problems
          races = step.races
          if (races === 0) tally.steps += jobs.length
          continue
        }
        const { documents, steps: done } = tally
        const tookMs = clock() - startedAt
        onProgress({ job: step.job, track: track.trackId, races, documents, done, of, tookMs })
      }
      // oxlint-enable no-await-in-loop
    }
  }
  await Promise.all(Array.from({ length: weekends.atOnce }, workOff))
  const { races, laps, rowsRead, refusedRows, notes, expected } = tally
  const all = [...weekends.plan.problems, ...problems.flat()]
  if (races === 0) throw new NothingComputed('No race could be computed.', all)
  const counts = await run.counts()
  const tookMs = clock() - startedAt
  const outcome = {
    runId,
    races,
    laps,
    rowsRead,
    refusedRows,
    counts,
    problems: all,
    notes,
    tookMs,
    ...(runWith.phrase && { cars: tally.cars }),
  }
  return { outcome, expected }
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
    await run.writeTexts(collection, documents)
  }
}
