import { expect, test } from 'vitest'
import { writtenAs } from './written-sentence.ts'

const gap = { id: 'a/b#gapMs', label: '', value: 548, unit: 'ms', text: '0.548 s', document: null }
const rank = { ...gap, id: 'a/b#rank', value: 548 }
const given = [
  { label: 'F1', fact: gap },
  { label: 'F2', fact: rank },
]
const written = {
  kind: 'fact',
  parts: [{ text: 'Nothing but ' }, { text: '0.55 s', factId: gap.id }, { text: ' is off.' }],
} as const

test.each([
  'Nothing but [F1] is off.',
  'Nothing but 0.55 s is off.',
  ' Nothing but  [F1] is off. ',
  'nothing but [F1] is off',
  'So nothing but the 0.55 s was off!',
])('%j is what was written', (draft) => {
  expect(writtenAs(draft, given, [written])).toBe(written)
})

test.each([
  'Nothing but [F2] is off.',
  'Nothing but [F9] is off.',
  'Nothing but 0.56 s is off.',
  'Nothing but [F1] is off, because.',
  'Nothing but [F1] is not off.',
  'Nothing is off but [F1].',
  'Nothing but 0.55 is off.',
  'Nothing but −0.55 s is off.',
])('%j is not', (draft) => {
  expect(writtenAs(draft, given, [written])).toBeUndefined()
})
