import { afterEach, beforeEach, describe } from 'vitest'
import type { DocumentStore } from '#core/ports/document-store.ts'
import type { Place } from './document-store-contract/place.ts'
import { deaths, locks } from './document-store-contract/processes.ts'
import { goingBack, notGoingBack } from './document-store-contract/going-back.ts'
import { keeping, publishing } from './document-store-contract/publishing.ts'
import { lists, sourceLines, values } from './document-store-contract/reading.ts'
import { endsOfTasks, records, tasks } from './document-store-contract/tasks.ts'
import { removing, writing } from './document-store-contract/writing.ts'

const groups = [
  publishing,
  keeping,
  goingBack,
  notGoingBack,
  writing,
  removing,
  lists,
  values,
  sourceLines,
  records,
  locks,
  tasks,
  endsOfTasks,
  deaths,
]

/** What every document store does. */
export function documentStoreContract(name: string, createPlace: () => Place): void {
  let place: Place
  let store: DocumentStore
  beforeEach(() => {
    place = createPlace()
    store = place.open()
  })
  afterEach(async () => {
    await store.close()
  })
  const stores = { first: () => store, other: () => place.open(), place: () => place }
  describe(`document store: ${name}`, () => {
    for (const tests of groups) tests(stores)
  })
}
