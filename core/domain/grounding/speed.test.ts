import { expect, test } from 'vitest'
import { checkSentence } from './check-sentence.ts'
import { barberFacts, barberScope, labelled } from './fixtures.ts'

test('a sentence against thirty facts takes well under a millisecond', () => {
  const given = labelled(barberFacts)
  const draft = 'Section 2 is the biggest part: [F2] off the quick quarter, [F4] of [F5].'
  const took = Array.from({ length: 1000 }, () => {
    const start = performance.now()
    checkSentence(draft, given, barberScope)
    return performance.now() - start
  }).toSorted((a, b) => a - b)
  expect(took[500]).toBeLessThan(1)
})
