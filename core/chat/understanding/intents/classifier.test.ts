import { expect, test } from 'vitest'
import type { Classifier } from './classifier.ts'
import { createClassifier, learnPhrasings, readPhrasing } from './classifier.ts'
import { isSure } from './decide-intent.ts'
import { readExampleIntents } from '../fixtures.ts'
import type { Intent } from './intent.ts'
import { pickedIntent, pickSchema } from './pick-schema.ts'

const { intents, related } = await readExampleIntents()
const fold = 5

function classifierOf(some: readonly Intent[]): Classifier {
  return createClassifier(some, related, learnPhrasings(some, related))
}

/** Learns from four fifths of the phrasings and is asked the rest. */
function heldOut() {
  const learnt = intents.map((intent) => ({
    ...intent,
    phrasings: intent.phrasings.filter((_, index) => index % fold !== 2),
  }))
  const classifier = classifierOf(learnt)
  return intents.flatMap(({ id, phrasings }) =>
    phrasings
      .filter((_, index) => index % fold === 2)
      .map((phrasing) => {
        const candidates = classifier.classify(readPhrasing(phrasing))
        return { isRight: candidates[0]?.id === id, isSure: isSure(candidates) }
      }),
  )
}

const results = heldOut()

test('phrasings that were not learnt from are told apart', () => {
  const right = results.filter(({ isRight }) => isRight)
  const sure = results.filter((one) => one.isSure)
  const rightOfSure = sure.filter(({ isRight }) => isRight)
  expect(right.length / results.length).toBeGreaterThan(0.76)
  expect(sure.length / results.length).toBeGreaterThan(0.7)
  expect(rightOfSure.length / sure.length).toBeGreaterThan(0.85)
})

test('the same phrasings make the same classifier', () => {
  const few = intents.slice(0, 8)
  const reading = readPhrasing('what was my best lap in race 2')
  const [first, second] = [1, 2].map(() => classifierOf(few).classify(reading))
  expect(first).toEqual(second)
})

test('each phrasing belongs to one intent', () => {
  const all = intents.flatMap(({ phrasings }) => phrasings)
  const twice = all.filter((text, index) => all.indexOf(text) !== index)
  expect(twice).toEqual([])
})

test('each intent has at least 20 phrasings', () => {
  const few = intents.filter(({ phrasings }) => phrasings.length < 20)
  expect(few.map(({ id }) => id)).toEqual([])
})

test('a model may pick one of the candidates, or none', () => {
  const candidates = intents.slice(0, 2)
  const [first] = candidates
  expect(pickSchema(candidates).properties.intent.enum).toEqual([
    ...candidates.map(({ id }) => id),
    'none',
  ])
  expect(pickedIntent({ intent: first?.id }, candidates)).toBe(first?.id)
})

test.each([[{ intent: 'none' }], [{ intent: 'made-up' }], ['text'], [null], [{}]])(
  'a model that answers %j has picked nothing',
  (answer) => {
    expect(pickedIntent(answer, intents.slice(0, 2))).toBeUndefined()
  },
)
