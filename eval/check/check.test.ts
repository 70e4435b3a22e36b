import { beforeAll, expect, test } from 'vitest'
import { demoSeason } from '../../testing/test-season.ts'
import { checkReport } from './check-report.ts'
import { draftsOf, type GivenDraft } from './drafts.ts'
import { fillingsOf, sentenceOf } from './fill.ts'
import { measuredCheck } from './measured-check.ts'
import { Paraphrase, readParaphrases } from './paraphrase.ts'
import { tryCheck } from './try-check.ts'
import { twinsOf, valuesOf } from './twins.ts'

let drafts: readonly GivenDraft[] = []
beforeAll(async () => {
  const { store } = await demoSeason()
  drafts = await draftsOf(store, '.', { races: 1, cars: 3, phrasings: 1 })
}, 120_000)

const text = 'In {section} you are {gap} {off|ahead of} the quick quarter.'
const gap = Paraphrase.parse({
  of: 'the gap in a section',
  facts: { gap: 'sections.{section}.paceGapMs' },
  way: 'gap',
  texts: [text],
})

function filled() {
  for (const draft of drafts) {
    const byId = new Map(draft.given.map((given) => [given.fact.id, given]))
    const filling = fillingsOf(gap, draft, byId).find(({ isAbove }) => isAbove === true)
    if (filling !== undefined) return { draft, filling }
  }
  throw new Error('no gap above zero in the demo season')
}

test('of the false twins of all paraphrases none passes, and of the true ones most do', async () => {
  const run = measuredCheck(tryCheck(drafts, await readParaphrases('seeds/paraphrases')))
  expect(run.leaked).toEqual([])
  expect(run.lies.map(({ n }) => n > 100)).toEqual(run.lies.map(() => true))
  for (const { file, rate } of run.truths) expect([file, Number(rate) > 0.85]).toEqual([file, true])
  expect(Number(run.own.rate)).toBeGreaterThan(0.42)
})

test('a paraphrase says what its facts are, cited or typed', () => {
  const { filling } = filled()
  expect(sentenceOf(text, filling, 'cited')).toMatch(
    /^In Section \d you are \[F\d+\] off the quick quarter\.$/,
  )
  expect(sentenceOf(text, filling, 'typed')).toMatch(/are \d+\.\d{3} s off/)
  expect(sentenceOf(text, filling, 'short')).toMatch(/are \d+\.\d\d s off/)
})

test('a paraphrase has a false twin of each kind that fits it', () => {
  const { draft, filling } = filled()
  const twins = twinsOf(text, filling, 'typed', draft, valuesOf(drafts))
  expect(new Set(twins.map(({ kind }) => kind))).toEqual(
    new Set(['number', 'fact', 'car', 'comparison', 'unit', 'section']),
  )
  const truth = sentenceOf(text, filling, 'typed')
  for (const twin of twins) expect(twin.text).not.toBe(truth)
})

test('a lie that passes misses the goal and is listed', () => {
  const lie = { pattern: 'number: …', text: 'Your best lap was 1:00.000.', passed: true }
  const truth = { pattern: 'best lap', text: 'Your best lap was 1:37.428.', passed: true }
  const truths = new Map([['familiar', [truth]]])
  const whole = measuredCheck({ own: [truth], truths, lies: new Map([['number', []]]) })
  expect(whole.goals.every(({ isMet }) => isMet)).toBe(true)
  const leaking = measuredCheck({ own: [truth], truths, lies: new Map([['number', [lie]]]) })
  expect(leaking.goals.filter(({ isMet }) => !isMet)).toHaveLength(1)
  expect(checkReport('demo', leaking)).toContain(lie.text)
})
