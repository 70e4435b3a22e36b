import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DocumentReader, DocumentStore, Json } from '#core/ports/document-store.ts'
import type { Stores } from './place.ts'
import { requestOf, sheet } from './season.ts'

async function racesOf(store: DocumentStore, ids: readonly string[]): Promise<DocumentReader> {
  const run = await store.beginRun(requestOf('a'))
  await run.write(
    'races',
    ids.map((id) => ({ id, document: { id } })),
  )
  return store.open(run.generation)
}

/** Lists are complete and in the order of the bytes of their ids. */
export function lists({ first }: Stores): void {
  test('ids are listed in the order of their bytes', async () => {
    const ids = ['a_1', 'a-1', 'a', 'B', 'a.1', 'aa', 'a1', 'a-', 'a_', 'a-1_2']
    const reader = await racesOf(first(), ids)
    const { documents, next } = await reader.listText('races', { limit: 10 })
    const bytewise = ids.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    expect(documents.map(({ id }) => id)).toEqual(bytewise)
    expect(next).toBeUndefined()
  })

  test.each([
    ['', 1],
    ['', 7],
    ['a-r1_1', 3],
    ['a-r1_1_', 4],
    ['a-r2_', 100],
    ['nothing', 5],
  ])('pages under prefix "%s" of %i documents are complete and in order', async (prefix, limit) => {
    const cars = ['1', '13', '03', '3-2']
    const ids = ['a-r1', 'a-r2'].flatMap((race) =>
      cars.flatMap((car) => [1, 2, 3].map((n) => `${race}_${car}_s${n}`)),
    )
    const reader = await racesOf(first(), ids)
    const read: string[] = []
    let after: string | undefined
    do {
      // oxlint-disable-next-line no-await-in-loop
      const page = await reader.list('races', { prefix, limit, ...(after && { after }) })
      expect(page.documents.length).toBeLessThanOrEqual(limit)
      read.push(...page.documents.map(({ id }) => id))
      after = page.next
    } while (after !== undefined && read.length <= ids.length)
    const expected = ids.filter((id) => id.startsWith(prefix)).toSorted()
    expect(read).toEqual(expected)
    expect(await reader.count('races', prefix)).toBe(expected.length)
  })

  test('a cursor from elsewhere does not lead out of the prefix', async () => {
    const reader = await racesOf(first(), ['a', 'b', 'c-1', 'c-2', 'd'])
    const page = await reader.listText('races', { prefix: 'c-', after: 'a', limit: 10 })
    expect(page.documents.map(({ id }) => id)).toEqual(['c-1', 'c-2'])
    const behind = await reader.listText('races', { prefix: 'c-', after: 'd', limit: 10 })
    expect(behind).toEqual({ documents: [] })
  })
}

/** What was written is what is read. */
export function values({ first }: Stores): void {
  test('what is not there is undefined', async () => {
    const reader = await racesOf(first(), ['a'])
    expect(await reader.get('races', 'b')).toBeUndefined()
    expect(await reader.get('tracks', 'a')).toBeUndefined()
    expect(await reader.sourceLine('a.csv', 1)).toBeUndefined()
    await expect(first().open(999)).rejects.toMatchObject({ name: 'GenerationGone' })
  })

  test('any JSON is read back byte by byte', { timeout: 30_000 }, async () => {
    const run = await first().beginRun(requestOf('a'))
    const reader = await first().open(run.generation)
    const key = fc.string({ unit: 'binary', maxLength: 10 })
    const documents = fc.dictionary(
      key,
      fc.json({ stringUnit: 'binary', maxDepth: 3 }).map(parsedJson),
      {
        maxKeys: 5,
      },
    )
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        await run.write('tracks', [{ id: 'any', document }])
        const text = JSON.stringify(document)
        expect(await reader.getText('tracks', 'any')).toBe(text)
        expect(JSON.stringify(await reader.get('tracks', 'any'))).toBe(text)
      }),
    )
  })
}

/** The lines behind facts. */
export function sourceLines({ first }: Stores): void {
  test('a line of a timing file is read with its header, and written again replaced', async () => {
    const run = await first().beginRun(requestOf('a'))
    const reader = await first().open(run.generation)
    const sheetLines = { file: sheet, header: ['NUMBER', 'TEAM'], struckOut: ['TEAM'] }
    await run.writeLines([
      {
        ...sheetLines,
        lines: [
          [2, ['13', '']],
          [3, ['0é', '']],
        ],
      },
    ])
    await run.writeLines([
      { ...sheetLines, lines: [[3, ['03', '']]] },
      { ...sheetLines, file: 'b', lines: [] },
    ])
    const { header, struckOut } = sheetLines
    expect(await reader.sourceLine(sheet, 2)).toEqual({ header, struckOut, cells: ['13', ''] })
    expect(await reader.sourceLine(sheet, 3)).toEqual({ header, struckOut, cells: ['03', ''] })
    expect(await reader.sourceLine('b', 3)).toBeUndefined()
  })
}

function parsedJson(text: string): Json {
  const value: Json = JSON.parse(text)
  return value
}
