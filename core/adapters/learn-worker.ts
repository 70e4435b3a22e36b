import { parentPort, workerData } from 'node:worker_threads'
import { learnPhrasings } from '#core/chat/understanding/intents/classifier.ts'
import { readIntentSeeds } from './intent-seeds.ts'

const { intents, related } = await readIntentSeeds(String(workerData))
parentPort?.postMessage(learnPhrasings(intents, related))
