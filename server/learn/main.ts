import { join } from 'node:path'
import { openClassifier } from '#core/adapters/open-classifier.ts'

// A step of the build: what the chat learns from its phrasings is there when a service starts.
await openClassifier(join(import.meta.dirname, '..', '..'))
