import { openClassifier } from '../core/adapters/open-classifier.ts'

/** Once for all tests, so that no service that one of them starts has to learn them. */
export async function setup(): Promise<void> {
  await openClassifier('.')
}
