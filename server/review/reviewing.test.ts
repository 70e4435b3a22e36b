import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  AgreementAnswer,
  AuditAnswer,
  CasesAnswer,
  TrendsAnswer,
} from '#core/protocol/review/insight-answers.ts'
import { AnswersAnswer, NextAnswer, ProgressAnswer } from '#core/protocol/review/queue-answers.ts'
import { ReadingAnswer } from '#core/protocol/review/reading-answers.ts'
import { ask, get, judge } from '../fixtures/review-journey.fixture.ts'
import { echo } from '../fixtures/running-chat.fixture.ts'
import {
  type CoachClient,
  type RunningReview,
  runReview,
} from '../fixtures/running-review.fixture.ts'

let review: RunningReview
let coach: CoachClient

beforeAll(async () => {
  review = await runReview({ answer: echo })
  coach = await review.coach('Coach A')
})
afterAll(() => review.stop())

describe('what a driver forgets is nowhere', () => {
  test('not in queue, search, reading, export, cases or by id', async () => {
    const driver = await review.driver()
    const answerId = await ask(review, driver, 'zanzibar: how far am I off the composite?')
    const kept = await review.driver()
    const keptId = await ask(review, kept, 'zanzibar: what was my best lap?')
    await judge(coach, answerId, { verdict: 'right' })
    const { conversationId } = await driver.frame('welcome')
    const everywhere = async () =>
      await Promise.all(
        [
          '/api/coach/answers?words=zanzibar',
          '/api/coach/answers?limit=500',
          '/api/coach/cases',
          '/api/coach/export',
          '/api/coach/export?format=csv',
        ].map(async (path) => await (await coach.fetch(path)).text()),
      )
    expect((await everywhere()).every((text) => text.includes('zanzibar: how far'))).toBe(true)
    driver.send({ type: 'forget' })
    await driver.frame('forgotten')
    const after = await everywhere()
    expect(after.every((text) => !text.includes(answerId))).toBe(true)
    expect(after.every((text) => !text.includes('zanzibar: how far'))).toBe(true)
    expect(after[0]).toContain(keptId)
    expect((await coach.fetch(`/api/coach/answers/${answerId}`)).status).toBe(404)
    expect((await coach.fetch(`/api/coach/conversations/${conversationId}`)).status).toBe(404)
    expect((await judge(coach, answerId, { verdict: 'right' })).status).toBe(404)
  })

  test('a coach deletes for a driver who asks for it: open sockets are told', async () => {
    const driver = await review.driver()
    const answerId = await ask(review, driver, 'what was my best lap?')
    const { conversationId } = await driver.frame('welcome')
    const path = `/api/coach/conversations/${conversationId}`
    expect((await coach.ask('DELETE', path)).json).toEqual({ deleted: true })
    await driver.frame('forgotten')
    expect((await coach.ask('DELETE', path)).status).toBe(404)
    expect(await review.desk.reviews.find(answerId)).toBeUndefined()
  })
})

test('what is claimed is given to nobody else', async () => {
  const driver = await review.driver()
  for (const text of ['what was my best lap?', 'how consistent was I?', 'where do I lose time?'])
    await ask(review, driver, text)
  const others = await Promise.all(
    ['B', 'C', 'D', 'E'].map((name) => review.coach(`Coach ${name}`)),
  )
  const next = async (one: CoachClient) => {
    const { json } = await one.ask('POST', '/api/coach/next', {})
    return NextAnswer.parse(json).item?.answerId
  }
  const given = await Promise.all([coach, ...others].map(next))
  const ids = given.filter((id) => id !== undefined)
  expect(ids.length).toBeGreaterThan(2)
  expect(new Set(ids).size).toBe(ids.length)
  const [mine = ''] = ids
  const other = others.find((_, index) => given[index + 1] !== mine)
  expect((await other?.ask('POST', `/api/coach/answers/${mine}/claim`))?.status).toBe(409)
  expect((await judge(other ?? coach, mine, { verdict: 'right' })).status).toBe(409)
  expect((await coach.ask('DELETE', `/api/coach/answers/${mine}/claim`)).status).toBe(200)
  expect((await other?.ask('POST', `/api/coach/answers/${mine}/claim`))?.status).toBe(200)
})

describe('of two opinions neither knows the other', () => {
  let two: RunningReview
  let [first, second]: CoachClient[] = []
  let answerId: string
  beforeAll(async () => {
    two = await runReview({
      answer: echo,
      desk: { settings: { sample: 1, forTwo: 1, retentionDays: 90 } },
    })
    first = await two.coach('Coach A')
    second = await two.coach('Coach B')
    answerId = await ask(two, await two.driver(), 'my best lap please')
  })
  afterAll(() => two.stop())
  const by = (client: CoachClient | undefined) => client ?? coach
  const next = async (client: CoachClient | undefined) =>
    NextAnswer.parse((await by(client).ask('POST', '/api/coach/next', {})).json).item?.answerId

  test('the second coach is given what the first has judged, and sees nothing of it', async () => {
    expect(await next(first)).toBe(answerId)
    const correction = [{ text: 'Look at lap 9.', isOwnWords: true }]
    await judge(by(first), answerId, { verdict: 'wrong', correction, note: 'secretly' })
    expect(await next(first)).toBeUndefined()
    const path = `/api/coach/answers/${answerId}`
    const own = await get(by(first), path, ReadingAnswer)
    expect(own.judgments).toMatchObject([{ verdict: 'wrong' }])
    const others = [path, '/api/coach/answers', '/api/coach/cases', '/api/coach/export']
    for (const other of others) {
      const text = await (await by(second).fetch(other)).text()
      expect(text).not.toContain('Look at lap 9')
      expect(text).not.toContain('secretly')
      expect(text).not.toContain('"wrong"')
    }
    const found = await get(by(second), '/api/coach/answers?verdict=wrong', AnswersAnswer)
    expect(found.answers).toEqual([])
    expect(await next(second)).toBe(answerId)
    const read = await get(by(second), path, ReadingAnswer)
    expect(read).toMatchObject({ judgments: [], hiddenJudgments: 1, item: { verdict: null } })
  })

  test('with the second both are known, and agreement is counted', async () => {
    await judge(by(second), answerId, { verdict: 'partly' })
    const path = `/api/coach/answers/${answerId}`
    const read = await get(by(first), path, ReadingAnswer)
    expect(read.judgments.map(({ verdict }) => verdict)).toEqual(['wrong', 'partly'])
    const agreement = await get(by(first), '/api/coach/agreement', AgreementAnswer)
    expect(agreement).toMatchObject({ n: 1, agreed: 0, kappa: 0 })
    expect(agreement.pairs).toMatchObject([{ coaches: ['Coach A', 'Coach B'], n: 1 }])
    const progress = await get(by(first), '/api/coach/progress', ProgressAnswer)
    expect(progress).toMatchObject({
      queued: 1,
      open: 0,
      secondOpinion: 0,
      judged: 1,
      judgedByMe: 1,
    })
  })

  test('the judged answer is a case; trends count it; all of it is in the audit log', async () => {
    const { cases } = await get(by(first), '/api/coach/cases', CasesAnswer)
    expect(cases).toMatchObject([{ answerId, questions: ['my best lap please'] }])
    const trends = await get(by(first), '/api/coach/trends', TrendsAnswer)
    expect(trends).toMatchObject({
      questions: 1,
      intents: [{ name: 'echo', n: 1 }],
      right: { hits: 0, n: 1 },
      days: [{ questions: 1, judged: 1, right: 0 }],
    })
    const { entries } = await get(by(first), '/api/coach/audit?limit=500', AuditAnswer)
    const done = new Set(entries.map(({ coach: name, action }) => `${name} ${action}`))
    for (const action of ['signed-in', 'claimed', 'read', 'judged', 'listed', 'exported'])
      expect(done).toContain(`Coach B ${action}`)
    expect(JSON.stringify(entries)).not.toContain('best lap')
  })
})

test.each([
  ['/api/coach/answers?limit=0', 'limit'],
  ['/api/coach/answers?cursor=abc', 'cursor is not one of this list'],
  ['/api/coach/answers?words=%21%21', 'has no word in it'],
  ['/api/coach/answers?verdict=good', 'verdict'],
  ['/api/coach/answers?from=yesterday', 'is not a day'],
  ['/api/coach/answers?colour=red', "'colour' is not a parameter here"],
  ['/api/coach/trends?from=2026-03-02&to=2026-03-01', 'is after the last one'],
  ['/api/coach/export?format=xml', 'give jsonl or csv'],
  ['/api/coach/audit?cursor=%3Cx%3E', 'cursor is not one of this list'],
])('%s is answered with what is wrong', async (path, message) => {
  const { status, json } = await coach.ask('GET', path)
  expect(status).toBe(400)
  expect(JSON.stringify(json)).toContain(message)
})

test('pages of answers hold each once', async () => {
  const driver = await review.driver()
  const ids: string[] = []
  for (const text of ['page one', 'page two', 'page three'])
    ids.push(await ask(review, driver, text))
  const first = await get(coach, '/api/coach/answers?words=page&limit=2', AnswersAnswer)
  const rest = `/api/coach/answers?words=page&limit=2&cursor=${first.nextCursor}`
  const second = await get(coach, rest, AnswersAnswer)
  const paged = [...first.answers, ...second.answers].map(({ answerId }) => answerId)
  expect(paged).toEqual(ids)
  expect(second.nextCursor).toBeUndefined()
})
