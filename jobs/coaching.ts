import type { Batch, Job } from './job.ts'

/** Job 5: what a coach would say of each car, from what jobs 1 to 4 wrote. */
export const coaching: Job = {
  name: 'coaching',
  writes: ['coaching_insights'],
  batches: coachingBatches,
}

function* coachingBatches(): Iterable<Batch> {
  yield { collection: 'coaching_insights', documents: [] }
}
