import { beforeAll, expect, test } from 'vitest'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import type { DocumentReader } from '#core/ports/document-store.ts'
import { demoSeason } from '../../testing/test-season.ts'
import { findAnyFact } from './find-any-fact.ts'

let reader: DocumentReader

beforeAll(async () => {
  const current = await openSqliteDocumentStore((await demoSeason()).store).current()
  if (current === undefined) throw new Error('the demo season is not published')
  reader = current
})

const find = async (id: string) =>
  await findAnyFact(async (collection, document) => await reader.get(collection, document), id)
const lap = (car: string, number: number) =>
  `ml_pattern_recommendations/barber-r1_${car}#laps.${number}.timeMs.lap`

test('a computed fact is computed again from its operands', async () => {
  const [a, b] = [await find(lap('13', 8)), await find(lap('22', 8))]
  const difference = await find(`computed:difference(${lap('13', 8)},${lap('22', 8)})`)
  expect(difference?.value).toBe(Number(a?.value) - Number(b?.value))
  expect(difference?.operands).toEqual([lap('13', 8), lap('22', 8)])
  expect(difference?.text).toMatch(/^\d+\.\d{3} s$/)
})

test('computed facts nest', async () => {
  const mean = `computed:mean(${lap('13', 8)},${lap('13', 9)})`
  const nested = await find(`computed:difference(${lap('22', 8)},${mean})`)
  const values = [await find(lap('22', 8)), await find(lap('13', 8)), await find(lap('13', 9))]
  const [own = 0, eight = 0, nine = 0] = values.map((fact) => Number(fact?.value))
  expect(nested?.value).toBeCloseTo(own - (eight + nine) / 2, 6)
})

test.each([
  ['an operation that there is not', `computed:guess(${lap('13', 8)})`],
  ['an operand that is not there', `computed:mean(${lap('13', 8)},${lap('13', 999)})`],
  ['nothing', 'computed:mean()'],
  ['brackets without end', `computed:mean(${lap('13', 8)}`],
  ['no fact', 'whatever'],
])('%s is none', async (_name, id) => {
  expect(await find(id)).toBeUndefined()
})

test('a speed in miles an hour opens the one that was read', async () => {
  const speed = 'ml_pattern_recommendations/barber-r1_13#laps.8.topSpeedKph'
  const read = await find(speed)
  const turned = await find(`computed:in-mph(${speed})`)
  expect(Number(turned?.value)).toBeCloseTo(Number(read?.value) / 1.609344, 9)
  expect(turned).toMatchObject({ unit: 'mph', operands: [speed] })
  expect(turned?.text).toMatch(/^\d+\.\d mph$/)
})
