import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Expectation, readCases } from './question.ts'

const seeds = join(import.meta.dirname, '..', 'seeds')
const cases = await readCases(join(seeds, 'questions'))
const expectations: readonly Expectation[] = cases.flatMap(({ turns }) =>
  turns.map(({ expect: one }) => one),
)

test('there are at least 300 questions for each season', () => {
  for (const season of ['demo', 'real']) {
    const questions = cases
      .filter((one) => one.season === 'both' || one.season === season)
      .flatMap(({ turns }) => turns)
    expect(new Set(questions.map(({ text }) => text.toLowerCase())).size).toBeGreaterThan(300)
  }
})

test('every intent is asked for', () => {
  const asked = new Set(expectations.flatMap(({ intent = [] }) => intent))
  const intents = readdirSync(join(seeds, 'intents')).map((name) => name.replace('.json', ''))
  expect(intents.filter((intent) => !asked.has(intent))).toEqual([])
  expect([...asked].filter((intent) => !intents.includes(intent))).toEqual([])
})

test('a question that is to be answered says what a right answer holds', () => {
  const empty = cases.flatMap(({ id, turns }) =>
    turns.flatMap(({ expect: { outcome, intent, facts, cites, says } }) =>
      outcome.includes('answered') &&
      !outcome.includes('asked-back') &&
      !(intent ?? facts ?? cites ?? says)
        ? [id]
        : [],
    ),
  )
  expect(empty).toEqual([])
})
