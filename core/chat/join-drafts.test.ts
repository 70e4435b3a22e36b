import { expect, test } from 'vitest'
import { action, exact, fact, note, textOf } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import { joinDrafts } from './join-drafts.ts'

const factOf = (field: string, text: string): Fact => ({
  id: `computed:difference(${field})`,
  label: field,
  value: 1,
  unit: 'ms',
  text,
  document: null,
})
const gap = factOf('gap', '0.100 s')
const lap = factOf('lap', 'lap 4')

const draft = (sentences: readonly ReturnType<typeof note>[], asked: readonly Fact[] = []) => ({
  outcome: 'answered' as const,
  sentences,
  facts: asked,
  asked: asked.map(({ id }) => id),
  suggestions: [],
})
const told = (drafts: Parameters<typeof joinDrafts>[0]) => joinDrafts(drafts).sentences.map(textOf)

const where = draft([fact`There you lose ${exact(gap)}.`])
const first = action`Work there first: ${exact(gap)}.`

test('advice that says no more than the answer before makes room for the next', () => {
  const next = action`Watch that on ${exact(lap)}.`
  expect(told([where, draft([first, next])])).toEqual([
    textOf(where.sentences[0] ?? first),
    textOf(next),
  ])
})

test('the only advice stays, and so does advice with a figure of its own', () => {
  expect(told([where, draft([first])])).toContain(textOf(first))
  const own = action`Work on ${exact(lap)} first.`
  expect(told([where, draft([own, first])])).toContain(textOf(own))
})

test('of three questions each keeps its first sentence', () => {
  const [one, two, three] = ['One.', 'Two.', 'Three.'].map((text) =>
    draft([note`${text}`, note`${text} More.`]),
  )
  if (one === undefined || two === undefined || three === undefined) throw new Error('too few')
  expect(told([one, two, three])).toEqual(['One.', 'Two.', 'Three.'])
})
