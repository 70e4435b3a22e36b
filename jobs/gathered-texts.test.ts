import { expect, test } from 'vitest'
import { gatherTexts } from './gathered-texts.ts'

test.each([
  ['none', []],
  ['a few', ['{"a":1}', '', '{"corners":"Turns 1–4"}']],
  ['more than one long string holds', Array.from({ length: 9 }, (_, n) => `${n}–`.repeat(40_000))],
])('%s come back as they were given, in order', (_, texts) => {
  const gathered = gatherTexts()
  for (const [index, text] of texts.entries()) gathered.add(`d${index}`, text)
  expect(gathered.all()).toEqual(texts.map((text, index) => ({ id: `d${index}`, text })))
})
