import { describe, expect, test } from 'vitest'
import { termsOf } from './entry-terms.ts'
import {
  claimed,
  isHeldByOther,
  judged,
  letGo,
  undone,
  withDerived,
  withResult,
} from './judging.ts'
import type { Judgment } from './judgment.ts'
import { judgmentsFor, queueStateOf } from './queue-state.ts'
import type { DerivedEntry, ReviewEntry } from './review-entry.ts'

const at = (hour: number) => `2026-03-01T${String(hour).padStart(2, '0')}:00:00.000Z`

const derived: DerivedEntry = {
  answerId: 'a',
  conversationId: 'c',
  askedAt: at(1),
  expiresAt: at(23),
  question: 'q',
  opening: '',
  intents: [],
  trackIds: [],
  raceIds: [],
  cars: [],
  outcome: 'answered',
  writer: 'composer',
  generation: null,
  promptHash: null,
  firstSentenceMs: null,
  tookMs: null,
  sentences: 0,
  withheld: [],
  feedback: null,
  reasons: ['sample'],
  isForTwo: false,
  words: [],
}

const entry = (change: Partial<ReviewEntry> = {}): ReviewEntry => ({
  ...withDerived(undefined, derived),
  ...change,
})

const judgment = (coachId: string, change: Partial<Judgment> = {}): Judgment => ({
  coachId,
  coach: coachId,
  at: at(2),
  verdict: 'right',
  wrong: [],
  correction: [],
  note: null,
  deliveredAt: null,
  ...change,
})

const claim = (coachId: string, until: string) => ({ coachId, coach: coachId, until })

describe('a claim', () => {
  test('keeps others away until its time is over', () => {
    const held = claimed(entry(), claim('anna', at(5)), at(4))
    if (held === undefined) throw new Error('it was free')
    expect(isHeldByOther(held, 'ben', at(4))).toBe(true)
    expect(isHeldByOther(held, 'anna', at(4))).toBe(false)
    expect(isHeldByOther(held, 'ben', at(5))).toBe(false)
    expect(claimed(held, claim('ben', at(9)), at(4))).toBeUndefined()
    expect(claimed(held, claim('ben', at(9)), at(5))?.claim?.coachId).toBe('ben')
    expect(claimed(held, claim('anna', at(9)), at(4))?.claim?.until).toBe(at(9))
  })

  test('is let go by its coach alone, and by judging', () => {
    const held = entry({ claim: claim('anna', at(5)) })
    expect(letGo(held, 'ben')).toBeUndefined()
    expect(letGo(held, 'anna')?.claim).toBeNull()
    expect(judged(held, judgment('anna')).claim).toBeNull()
    expect(judged(held, judgment('ben')).claim?.coachId).toBe('anna')
  })
})

describe('judgments', () => {
  test('are one a coach; the newer replaces, and undoing brings back', () => {
    const once = judged(entry(), judgment('anna'))
    const twice = judged(once, judgment('anna', { verdict: 'wrong' }))
    expect(twice.judgments.map(({ verdict }) => verdict)).toEqual(['wrong'])
    const back = undone(twice, 'anna')
    expect(back?.judgments).toEqual(once.judgments)
    expect(back && undone(back, 'anna')?.judgments).toEqual([])
    expect(undone(once, 'ben')).toBeUndefined()
  })

  test('of one coach are no business of another', () => {
    const both = judged(judged(entry(), judgment('anna')), judgment('ben', { verdict: 'wrong' }))
    const again = judged(both, judgment('anna', { verdict: 'partly' }))
    expect(undone(again, 'ben')?.judgments).toMatchObject([{ coachId: 'anna', verdict: 'partly' }])
    expect(undone(again, 'anna')?.judgments).toEqual(both.judgments)
  })

  test('stay when the entry is derived anew', () => {
    const done = withResult(judged(entry(), judgment('anna')), {
      at: at(3),
      version: '1',
      model: null,
      isRight: true,
      faults: [],
    })
    const anew = withDerived(done, { ...derived, reasons: ['flagged'] })
    expect(anew).toEqual({ ...done, reasons: ['flagged'] })
  })
})

describe('the state in the queue', () => {
  const forTwo = { isForTwo: true }
  test.each([
    ['not-queued', entry({ reasons: [] })],
    ['open', entry()],
    ['judged', judged(entry(), judgment('anna'))],
    ['judged', judged(entry({ reasons: [] }), judgment('anna'))],
    ['judged', judged(entry({ reasons: [], ...forTwo }), judgment('anna'))],
    ['second-opinion', judged(entry(forTwo), judgment('anna'))],
    ['judged', judged(judged(entry(forTwo), judgment('anna')), judgment('ben'))],
  ])('%s', (state, one) => {
    expect(queueStateOf(one)).toBe(state)
    expect(termsOf(one)).toContain(`state:${state}`)
  })

  test('a first opinion is known to its coach alone, also by its terms', () => {
    const half = judged(entry(forTwo), judgment('anna', { verdict: 'wrong' }))
    expect(judgmentsFor('anna', half)).toHaveLength(1)
    expect(judgmentsFor('ben', half)).toEqual([])
    expect(termsOf(half).filter((term) => term.startsWith('verdict:'))).toEqual([])
    const whole = judged(half, judgment('ben'))
    expect(judgmentsFor('ben', whole)).toHaveLength(2)
    expect(termsOf(whole)).toEqual(expect.arrayContaining(['verdict:wrong', 'verdict:right']))
  })
})
