import { expect, test } from 'vitest'
import { buffersOf, gatherDocuments } from './gathered-documents.ts'

const decoder = new TextDecoder()

test.each([
  ['none', []],
  ['a few', [{ a: 1 }, {}, { corners: 'Turns 1–4 ✓ 𝄞' }]],
  [
    'more than one buffer holds',
    Array.from({ length: 9 }, (_, n) => ({ text: `${n}–`.repeat(40_000) })),
  ],
])('%s come back as the JSON of what was given, in order', (_, documents) => {
  const gathered = gatherDocuments()
  for (const [index, document] of documents.entries()) gathered.add(`d${index}`, document)
  const found = gathered.all().map(({ id, utf8 }) => ({ id, text: decoder.decode(utf8) }))
  expect(found).toEqual(
    documents.map((document, index) => ({ id: `d${index}`, text: JSON.stringify(document) })),
  )
})

test('documents share their buffers', () => {
  const gathered = gatherDocuments()
  for (let n = 0; n < 1000; n++) gathered.add(`d${n}`, { text: '–'.repeat(500) })
  expect(buffersOf(gathered.all()).size).toBe(6)
})
