import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { parse } from 'csv-parse/sync'

/**
 * The floor under a season run: read the same files, parse them with the same CSV library into the
 * same columns, and write documents of the same ids and sizes (in bytes) into SQLite. Nothing is computed.
 * The CSV lines that a run keeps for facts are no documents: the floor leaves them out.
 * Arguments: a JSON file with the paths, a store that holds the season, the file to write.
 * Prints the seconds in which sizes were looked up: they are no part of the floor.
 */
const [list = '', like = '', out = ''] = process.argv.slice(2)
let lookedUpMs = 0
let cells = 0

for (const file of JSON.parse(readFileSync(list, 'utf8'))) {
  const rows: string[][] = parse(readFileSync(String(file)), {
    bom: true,
    delimiter: ';',
    quote: false,
    record_delimiter: '\n',
    relax_column_count: true,
  })
  for (const row of rows) cells += row.length
}

const sizes = new DatabaseSync(like, { readOnly: true })
const target = new DatabaseSync(out)
target.exec(`PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
  CREATE TABLE documents (collection INTEGER, id TEXT, text TEXT, PRIMARY KEY (collection, id))`)
const insert = target.prepare('INSERT INTO documents VALUES (?, ?, ?)')

const table = sizes
  .prepare(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'documents%' ORDER BY name DESC`,
  )
  .get()
const rows = sizes
  .prepare(`SELECT collection, id, octet_length(text) AS size FROM ${String(table?.['name'])}`)
  .iterate()

function nextRows() {
  const batch = []
  while (batch.length < 2000) {
    const next = rows.next()
    if (next.done === true) break
    batch.push(next.value)
  }
  return batch
}

for (;;) {
  const lookingUpAt = performance.now()
  const batch = nextRows()
  lookedUpMs += performance.now() - lookingUpAt
  if (batch.length === 0) break
  target.exec('BEGIN')
  for (const { collection, id, size } of batch)
    insert.run(Number(collection), String(id), 'x'.repeat(Number(size)))
  target.exec('COMMIT')
}
target.close()
sizes.close()
process.stdout.write(JSON.stringify({ lookedUpSeconds: lookedUpMs / 1000, cells }))
