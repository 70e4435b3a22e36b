import type { DatabaseSync } from 'node:sqlite'
import {
  RunRefused,
  type Collection,
  type CollectionCounts,
  type EncodedDocument,
  type GenerationInfo,
  type Run,
  type SourceFileLines,
  type StoredDocument,
} from '#core/ports/document-store.ts'
import {
  countsOf,
  encoded,
  outdated,
  refuseOlder,
  refuseOtherCounts,
  refuseOtherIds,
  refuseUnlessPublished,
} from './run-checks.ts'
import { transaction } from './sqlite-file.ts'
import {
  allGenerations,
  findGeneration,
  pointAt,
  pointedAt,
  pointTo,
  removeGeneration,
  tablesOf,
} from './sqlite-generations.ts'
import { collectionNumber, endOf, recordsNumber } from './sqlite-reader.ts'

type OpenRun = {
  readonly database: DatabaseSync
  readonly runId: string
  readonly generation: number
  readonly now: () => Date
  /** Lets the next run in. */
  readonly release: () => void
  /** The same, and leaves this one waiting. */
  readonly leave: () => void
}

export function createRun(open: OpenRun): Run {
  const { database, runId, generation, now, release, leave } = open
  let stage: 'writing' | 'published' | 'ended' = 'writing'
  const writer = prepareWriter(database, generation)

  const whileWriting = <Result>(work: () => Result): Promise<Result> =>
    Promise.try(() => {
      if (stage !== 'writing') throw new RunRefused(`Run ${runId} is ${stage}: it writes no more.`)
      return transaction(database, () => {
        refusePublished(database, generation, runId)
        return work()
      })
    })

  return {
    runId,
    generation,
    write: (collection, documents) =>
      whileWriting(() => writer.write(collection, documents.map(encoded))),
    writeEncoded: (collection, batch) => whileWriting(() => writer.write(collection, batch)),
    writeLines: (files) => whileWriting(() => writer.writeLines(files)),
    writeRecord: (id, record) => whileWriting(() => writer.writeRecord({ id, document: record })),
    clear: (collection, prefix = '') => whileWriting(() => writer.clear(collection, prefix)),
    counts: () => Promise.try(() => writer.counts()),
    publish: async (expected) => {
      const info = await durably(database, () =>
        whileWriting(() => {
          refuseOtherCounts(writer.counts(), expected)
          const previous = pointedAt(database)
          refuseOlder(runId, generation, previous)
          for (const each of outdated(allGenerations(database), generation, previous)) {
            removeGeneration(database, each.generation)
          }
          return pointAt(database, generation, now())
        }),
      )
      stage = 'published'
      return info
    },
    abandon: async () => {
      await whileWriting(() => removeGeneration(database, generation))
      stage = 'ended'
      release()
    },
    end: () =>
      Promise.try(() => {
        if (stage === 'ended') return
        stage = 'ended'
        leave()
      }),
  }
}

/** Makes a generation that was published before the one that is read, if all of it is there. */
export function activateGeneration(
  database: DatabaseSync,
  generation: number,
  expected: CollectionCounts,
): Promise<GenerationInfo> {
  return durably(database, () =>
    Promise.try(() =>
      transaction(database, () => {
        const info = findGeneration(database, generation)
        refuseUnlessPublished(generation, info)
        refuseOtherCounts(countDocuments(database, generation), expected)
        pointTo(database, generation)
        return info
      }),
    ),
  )
}

function prepareWriter(database: DatabaseSync, generation: number) {
  const { documents, files, lines } = tablesOf(generation)
  const put = database.prepare(
    `INSERT INTO ${documents} (collection, id, text) VALUES (?, ?, CAST(? AS TEXT))
     ON CONFLICT (collection, id) DO UPDATE SET text = excluded.text`,
  )
  const remove = database.prepare(
    `DELETE FROM ${documents} WHERE collection = ? AND id >= ? AND id < ?`,
  )
  const putFile = database.prepare(
    `INSERT INTO ${files} (file, header, struck_out) VALUES (?, ?, ?)
     ON CONFLICT (file) DO UPDATE SET header = excluded.header, struck_out = excluded.struck_out
     RETURNING file_number`,
  )
  const putLine = database.prepare(`INSERT OR REPLACE INTO ${lines} VALUES (?, ?, ?)`)

  const writeUnder = (number: number, batch: readonly EncodedDocument[]) => {
    refuseOtherIds(batch)
    for (const { id, utf8 } of batch) put.run(number, id, utf8)
  }

  return {
    write: (collection: Collection, batch: readonly EncodedDocument[]) =>
      writeUnder(collectionNumber(collection), batch),
    writeRecord: (record: StoredDocument) => writeUnder(recordsNumber, [encoded(record)]),
    writeLines: (batch: readonly SourceFileLines[]) => {
      for (const { file, header, struckOut, lines: rows } of batch) {
        const row = putFile.get(file, JSON.stringify(header), JSON.stringify(struckOut))
        const fileNumber = Number(row?.['file_number'])
        for (const [line, cells] of rows) putLine.run(fileNumber, line, JSON.stringify(cells))
      }
    },
    clear: (collection: Collection, prefix: string) => {
      remove.run(collectionNumber(collection), prefix, endOf(prefix))
    },
    counts: () => countDocuments(database, generation),
  }
}

function countDocuments(database: DatabaseSync, generation: number): CollectionCounts {
  const { documents } = tablesOf(generation)
  const count = database.prepare(`SELECT count(*) AS found FROM ${documents} WHERE collection = ?`)
  return countsOf((name) => Number(count.get(collectionNumber(name))?.['found']))
}

/** Another task may have published the run that this one still writes. */
function refusePublished(database: DatabaseSync, generation: number, runId: string): void {
  if (findGeneration(database, generation)?.state !== 'published') return
  throw new RunRefused(`Run ${runId} is published: it is written no more.`)
}

/** A cut of power may undo the last batches of a run, whole ones; never a season that was published. */
async function durably<Result>(
  database: DatabaseSync,
  work: () => Promise<Result>,
): Promise<Result> {
  database.exec('PRAGMA synchronous = FULL')
  try {
    return await work()
  } finally {
    database.exec('PRAGMA synchronous = NORMAL')
  }
}
