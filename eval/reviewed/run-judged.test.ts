import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { demoSeason } from '../../testing/test-season.ts'
import { composeCoach } from '../../server/compose-coach.ts'
import { readConfig } from '../../server/config.ts'
import { ask, judge } from '../../server/fixtures/review-journey.fixture.ts'
import {
  type CoachClient,
  type RunningReview,
  runReview,
} from '../../server/fixtures/running-review.fixture.ts'
import { runJudged } from './run-judged.ts'

let review: RunningReview
let coach: CoachClient

beforeAll(async () => {
  const { store } = await demoSeason()
  const { answer } = await composeCoach(readConfig({}), openSqliteDocumentStore(store))
  review = await runReview({ documents: openSqliteDocumentStore(store), answer })
  coach = await review.coach('Coach A')
})
afterAll(() => review.stop())

const run = async (version: string) =>
  await runJudged(review.desk, { origin: review.origin, version, now: () => new Date() })

test('judged answers are asked again: what holds, what fails, and what came right in which version', async () => {
  const driver = await review.driver()
  const right = await ask(review, driver, 'what was my best lap?')
  const follow = await ask(review, driver, 'and in race 2?')
  const marked = await ask(review, driver, 'how consistent was I?')
  await judge(coach, right, { verdict: 'right' })
  await judge(coach, follow, { verdict: 'should-have-refused' })
  const wrong = [{ index: 0, from: 0, to: 12 }]
  await judge(coach, marked, { verdict: 'partly', wrong })
  const first = await run('v1')
  expect(first).toMatchObject({ cases: 3, right: 1, fixed: 0 })
  expect(first.failures.map(({ question }) => question)).toEqual([
    'and in race 2?',
    'how consistent was I?',
  ])
  expect(first.failures[0]?.faults).toEqual(['outcome answered'])
  expect(first.failures[1]?.faults[0]).toMatch(/^says "/)

  await judge(coach, follow, { verdict: 'right' })
  expect(await run('v2')).toMatchObject({ cases: 3, right: 2, fixed: 1 })
  const { json } = await coach.ask('GET', '/api/coach/cases')
  expect(json).toMatchObject({
    cases: expect.arrayContaining([
      expect.objectContaining({ answerId: right, state: 'holds', fixedIn: null }),
      expect.objectContaining({ answerId: follow, state: 'fixed', fixedIn: 'v2' }),
      expect.objectContaining({ answerId: marked, state: 'failing' }),
    ]),
  })
})
