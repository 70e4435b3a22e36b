import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Classifier, createClassifier } from '#core/chat/understanding/intents/classifier.ts'
import type { Learnt } from '#core/chat/understanding/intents/softmax.ts'
import { readIntentSeeds } from './intent-seeds.ts'
import { hashSources, learntFile, readLearnt, writeLearnt } from './learnt-file.ts'

/**
 * The classifier of a checkout or a container. It is learnt in the build; where that is missing or of other phrasings, a
 * thread learns it, so that nobody else waits, and it is kept for the next start.
 */
export async function openClassifier(root: string): Promise<Classifier> {
  const seeds = join(root, 'seeds')
  const { intents, related } = await readIntentSeeds(seeds)
  return createClassifier(intents, related, await learntOf(root, seeds))
}

async function learntOf(root: string, seeds: string): Promise<Learnt> {
  const file = learntFile(root)
  const learntFrom = hashSources(root)
  const kept = await readLearnt(file, learntFrom)
  if (kept !== undefined) return kept
  const learnt = await learnInThread(seeds)
  // A folder that cannot be written costs these seconds at the next start again.
  await writeLearnt(file, learntFrom, learnt).catch(() => undefined)
  return learnt
}

async function learnInThread(seeds: string): Promise<Learnt> {
  const worker = new Worker(new URL('learn-worker.ts', import.meta.url), { workerData: seeds })
  const answers: Learnt[] = await once(worker, 'message')
  const [learnt] = answers
  if (learnt === undefined) throw new Error('The thread that learns phrasings said nothing')
  return learnt
}
