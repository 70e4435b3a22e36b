import { writeUntilKilled } from './document-store-contract/write-until-killed.ts'
import { openSqliteDocumentStore } from './sqlite-document-store.ts'

// `open` makes many new stores; what else a process of tests does, every store does.
const [mode, file = '', name = 'run'] = process.argv.slice(2)

if (mode === 'open') {
  const opened = Array.from({ length: 30 }, (_, n) => openSqliteDocumentStore(`${file}-${n}`))
  await Promise.all(opened.map((store) => store.close()))
} else {
  await writeUntilKilled(openSqliteDocumentStore(file), mode, name)
}
