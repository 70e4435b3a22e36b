import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkAgainst } from './check-sentence.ts'
import { barberScope, labelled } from './fixtures.ts'
import { knownFrom } from './known.ts'
import { factsOf, madeUpRace } from './made-up-race-fixture.ts'
import {
  figureSentences,
  gapSentences,
  liesOf,
  rivalSentences,
  truthOf,
} from './told-sentences-fixture.ts'

test('true sentences pass, and none of thousands that differ in one number, name or word', () => {
  let lies = 0
  fc.assert(
    fc.property(madeUpRace, (one) => {
      const known = knownFrom(labelled(factsOf(one)), barberScope)
      for (const sentence of [
        ...gapSentences(one),
        ...rivalSentences(one),
        ...figureSentences(one),
      ]) {
        const truth = truthOf(sentence)
        expect([truth, checkAgainst(truth, known)]).toMatchObject([truth, { passed: true }])
        for (const lie of liesOf(sentence)) {
          lies++
          expect([lie, checkAgainst(lie, known)]).toMatchObject([lie, { passed: false }])
        }
      }
    }),
    { seed: 20_250_906, numRuns: 60 },
  )
  expect(lies).toBeGreaterThan(10_000)
})
