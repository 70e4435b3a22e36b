import { writeUntilKilled } from './document-store-contract/write-until-killed.ts'
import { connectFirestore } from './firestore-database.ts'
import { createFirestoreDocumentStore } from './firestore-document-store.ts'

const [mode, emulator = '', project = '', name = 'run', leaseMs] = process.argv.slice(2)
const database = connectFirestore({ project, emulator })
const store = createFirestoreDocumentStore(database, { leaseMs: Number(leaseMs), graceMs: 0 })
await writeUntilKilled(store, mode, name)
