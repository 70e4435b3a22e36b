import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { echo } from '../fixtures/running-chat.fixture.ts'
import { ownHeader, type RunningReview, runReview } from '../fixtures/running-review.fixture.ts'
import { named, tryRoute } from '../fixtures/tried-routes.fixture.ts'
import { reviewRoutes } from './review-routes.ts'

let byToken: RunningReview

beforeAll(async () => {
  byToken = await runReview({ answer: echo })
})
afterAll(() => byToken.stop())

const asked = { answerId: 'a'.repeat(22), conversationId: 'c'.repeat(22) }

describe('a signed-in coach is refused from a foreign page', () => {
  let own: Record<string, string>
  beforeAll(async () => {
    own = { ...ownHeader, cookie: (await byToken.coach('At a foreign page')).cookie }
  })
  const strange = [
    ['another origin', { origin: 'https://evil.example' }],
    ['no origin, as a sandboxed page has', { origin: 'null' }],
    ['this host on another port', { origin: 'http://127.0.0.1:1' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }],
  ] as const
  describe.each(strange)('%s', (_, headers) => {
    test.each(named(reviewRoutes))('%s', async (_name, route) => {
      const { status } = await tryRoute(byToken.origin, route, asked, { ...own, ...headers })
      expect(status).toBe(403)
    })
  })

  const changing = reviewRoutes.filter(({ method }) => method !== 'GET')
  test.each(named(changing))('%s wants our own header', async (_name, route) => {
    const { 'X-KaizenLap-Coach': _header, ...without } = own
    expect((await tryRoute(byToken.origin, route, asked, without)).status).toBe(403)
  })

  test('what no form can send is JSON', async () => {
    const response = await fetch(`${byToken.origin}/api/coach/next`, {
      method: 'POST',
      headers: { ...own, 'Content-Type': 'text/plain' },
      body: '{}',
    })
    expect(response.status).toBe(400)
  })
})
