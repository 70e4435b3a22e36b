import type { Batch } from './batch.ts'
import type { Job } from './job.ts'
import { patternDocuments } from './pattern-documents.ts'
import type { Weekend } from './weekend.ts'

/** Job 4: what a car's laps say once the track is taken out, its ledger, and its race. */
export const patterns: Job = {
  name: 'patterns',
  writes: ['ml_pattern_recommendations'],
  batches: patternBatches,
}

function* patternBatches(weekend: Weekend): Iterable<Batch> {
  for (const race of weekend.races)
    yield { collection: 'ml_pattern_recommendations', documents: patternDocuments(race) }
}
