import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { realSeason as realFolder } from '#core/adapters/real-season.ts'
import type { Fact } from '#core/domain/fact.ts'
import { parseTimeMs } from '#core/domain/time.ts'
import { documentOf, type Collection } from '#core/protocol/documents/collections.ts'
import { RaceDocument } from '#core/protocol/documents/race-document.ts'
import { factOf } from '#core/protocol/facts/fact-catalogue.ts'
import { scalarFields, valueAt } from '#core/protocol/facts/fact-entry.ts'
import { parseDocument } from '#core/protocol/facts/find-fact.ts'
import { collections, type DocumentReader, type DocumentStore } from '#core/ports/document-store.ts'
import { demoSeason, realSeason } from '../testing/test-season.ts'

/** Numbers that are no facts: where something was read, and how a track is drawn. */
const notFacts = [
  /(^|\.)line$/,
  /^resultLine$/,
  /^outline\./,
  /^cornerPositions\./,
  /^sections\.\d+\.subSections\./,
  /^(kphLengthM|pitInM|pitOutM|speedTrapM)$/,
]

const seasons = [
  ['demo', async () => await demoSeason()],
  ...(realFolder === undefined
    ? []
    : [['real', async () => await realSeason(realFolder ?? '')] as const]),
] as const

describe.each(seasons)('the %s season', (_name, season) => {
  let store: DocumentStore
  let reader: DocumentReader
  const races = new Map<string, RaceDocument>()

  beforeAll(async () => {
    store = openSqliteDocumentStore((await season()).store)
    const current = await store.current()
    if (current === undefined) throw new Error('no season is published')
    reader = current
    for await (const [id, document] of each('races')) races.set(id, RaceDocument.parse(document))
  })
  afterAll(async () => await store.close())

  async function* each(collection: Collection, every = 1): AsyncGenerator<[string, object]> {
    let after: string | undefined
    let index = 0
    do {
      const page = await reader.list(collection, { limit: 500, ...(after && { after }) })
      for (const { id, document } of page.documents) {
        if (index++ % every === 0) yield [id, document]
      }
      after = page.next
    } while (after !== undefined)
  }

  function factsIn(collection: Collection, id: string, stored: object) {
    const parsed = parseDocument(collection, stored)
    const raceId = valueAt(stored, 'raceId')
    const race = typeof raceId === 'string' ? races.get(raceId) : undefined
    return (field: string) => factOf(parsed, id, field, race)
  }

  // Every hundredth section document: they are all made alike, and there are 21,000 of them.
  const sampleOf = (collection: Collection) =>
    collection === 'ml_section_recommendations'
      ? 97
      : collection === 'ml_pattern_recommendations'
        ? 5
        : 1

  test.each(collections)('%s parse as what they are said to be', async (collection) => {
    let documents = 0
    for await (const [, document] of each(collection)) {
      expect(documentOf[collection].safeParse(document).error).toBeUndefined()
      documents++
    }
    expect(documents).toBeGreaterThan(0)
  })

  test.each(collections)('every number of %s is a fact with a text', async (collection) => {
    const missing = new Set<string>()
    for await (const [id, document] of each(collection, sampleOf(collection))) {
      const fact = factsIn(collection, id, document)
      for (const field of scalarFields(document)) {
        if (typeof valueAt(document, field) !== 'number') continue
        if (notFacts.some((pattern) => pattern.test(field))) continue
        const text = fact(field)?.text ?? ''
        if (text === '' || /NaN|undefined|not known/.test(text))
          missing.add(`${field.replaceAll(/\d+/g, '0')} reads '${text}'`)
      }
    }
    expect([...missing]).toEqual([])
  })

  test.each(collections)(
    'what the facts of %s come from can be opened',
    async (collection) => {
      const broken = new Map<string, string>()
      for await (const [id, document] of each(collection, 4 * sampleOf(collection) + 1)) {
        const fact = factsIn(collection, id, document)
        for (const field of scalarFields(document)) {
          const found = fact(field)
          if (found?.value === undefined || found.value === null) continue
          const kind = `${collection} ${field.replaceAll(/\d+/g, '0')}`
          if (broken.has(kind)) continue
          if (found.source !== undefined && !(await opensAt(found)))
            broken.set(kind, JSON.stringify(found.source))
          for (const operand of found.operands ?? []) {
            if (!(await isThere(operand))) broken.set(kind, operand)
          }
        }
      }
      expect([...broken]).toEqual([])
    },
    120_000,
  )

  const known = new Map<string, Promise<object | undefined>>()
  async function isThere(operand: string): Promise<boolean> {
    const [path = '', field = ''] = operand.split('#')
    const [name = '', id = ''] = path.split('/')
    const collection = collections.find((one) => one === name)
    if (collection === undefined) return false
    const stored = known.get(path) ?? reader.get(collection, id)
    known.set(path, stored)
    const document = await stored
    return document !== undefined && valueAt(document, field) !== undefined
  }

  /** The cell says what the fact says. */
  async function opensAt({ source, value, unit }: Fact): Promise<boolean> {
    if (source === undefined) return false
    const line = await reader.sourceLine(source.file, source.line)
    const cell = line?.cells[line.header.indexOf(source.column)]
    if (cell === undefined) return false
    if (unit !== 'ms' || typeof value !== 'number' || source.column === 'HOUR') return true
    return parseTimeMs(cell) === value
  }
})
