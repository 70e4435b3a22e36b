import type { SeasonPlan } from '#core/ports/season-reader.ts'

/** One of several processes that share the tracks of a season out: Cloud Run counts them from 0. */
export type Task = { readonly index: number; readonly count: number }

/** What is wrong with the variables that Cloud Run sets; the message names them. */
export class BadTask extends Error {
  override name = 'BadTask'
}

/** The task that the environment says this process is; absent where it has the work to itself. */
export function readTask(
  environment: Readonly<Record<string, string | undefined>>,
): Task | undefined {
  const { CLOUD_RUN_TASK_INDEX: at = '0', CLOUD_RUN_TASK_COUNT: of = '1' } = environment
  const [index, count] = [wholeNumber(at), wholeNumber(of)]
  if (index === undefined || count === undefined || index >= count)
    throw new BadTask(
      `CLOUD_RUN_TASK_INDEX='${at}' of CLOUD_RUN_TASK_COUNT='${of}' is no task: give an index from 0 up to one less than the count, or neither`,
    )
  return count === 1 ? undefined : { index, count }
}

function wholeNumber(text: string): number | undefined {
  return /^[0-9]{1,5}$/.test(text) ? Number(text) : undefined
}

/** The tracks of a task: the same at each of its tries, and each track in one task. */
export function tracksOf(plan: SeasonPlan, task: Task | undefined): SeasonPlan['tracks'] {
  if (task === undefined) return plan.tracks
  return plan.tracks.filter((_, at) => at % task.count === task.index)
}
