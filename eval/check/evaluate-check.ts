import { join } from 'node:path'
import { draftsOf, type Extent } from './drafts.ts'
import { type CheckMeasured, measuredCheck } from './measured-check.ts'
import { readParaphrases } from './paraphrase.ts'
import { tryCheck } from './try-check.ts'

const wholeSeason: Extent = { races: 8, cars: 5, phrasings: 2 }

/** Puts a published season's sentences to the check: the composer's, seeds/paraphrases, and false twins of those. */
export async function evaluateCheck(
  store: string,
  root: string,
  extent: Extent = wholeSeason,
): Promise<CheckMeasured> {
  const paraphrases = await readParaphrases(join(root, 'seeds', 'paraphrases'))
  return measuredCheck(tryCheck(await draftsOf(store, root, extent), paraphrases))
}
