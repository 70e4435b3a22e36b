import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ChatClient } from '../fixtures/chat-client.ts'
import { type IdentityProxy, startIdentityProxy } from '../fixtures/identity-proxy.fixture.ts'
import { echo } from '../fixtures/running-chat.fixture.ts'
import { ownHeader, type RunningReview, runReview } from '../fixtures/running-review.fixture.ts'
import { type Asked, named, tryRoute } from '../fixtures/tried-routes.fixture.ts'
import { reviewRoutes } from './review-routes.ts'
import { hashOf } from './secrets.ts'

/** What nobody who is not signed in may read. */
const canary = 'canarygreen'

let byToken: RunningReview
let proxy: IdentityProxy
let driver: ChatClient
let asked: Asked
let resumeKey: string
let otherKey: string

beforeAll(async () => {
  proxy = await startIdentityProxy()
  byToken = await runReview({ answer: echo })
  driver = await byToken.driver()
  driver.send({ type: 'ask', id: 'q1', text: canary })
  const welcome = await driver.frame('welcome')
  const { answerId } = await driver.frame('done')
  asked = { answerId, conversationId: welcome.conversationId }
  ;({ resumeKey } = welcome)
  const other = await byToken.driver()
  otherKey = (await other.frame('welcome')).resumeKey
})
afterAll(async () => {
  await Promise.all([byToken.stop(), proxy.stop()])
})

const closed = reviewRoutes.filter(({ isOpen }) => !isOpen)
const cookie = (secret: string) => ({ ...ownHeader, cookie: `kaizenlap-coach=${secret}` })

async function expired(): Promise<string> {
  const { id } = await byToken.addCoach(`Expired ${Math.random()}`)
  const session = { hash: hashOf('an-old-one'), coachId: id, expiresAt: '2026-01-01T00:00:00.000Z' }
  await byToken.desk.coaches.openSession(session)
  return 'an-old-one'
}

async function revoked(): Promise<string> {
  const { id, token } = await byToken.addCoach('Revoked')
  const client = await byToken.signIn(token)
  await byToken.desk.coaches.revoke(id, new Date().toISOString())
  return client.cookie.split('=')[1] ?? ''
}

async function signedOut(): Promise<string> {
  const client = await byToken.coach('Signed out')
  expect((await client.ask('POST', '/api/coach/sign-out', {})).status).toBe(200)
  return client.cookie.split('=')[1] ?? ''
}

async function unusedToken(): Promise<string> {
  return (await byToken.addCoach('Never signed in')).token
}

describe('who has not signed in is refused by every route, whatever is shown instead', () => {
  const intruders: Record<string, () => Promise<Record<string, string>> | Record<string, string>> =
    {
      nothing: () => ({ ...ownHeader }),
      'a made-up cookie': () => cookie('x'.repeat(43)),
      'an empty cookie': () => cookie(''),
      'an expired session': async () => cookie(await expired()),
      "a revoked coach's session": async () => cookie(await revoked()),
      'a session that was ended': async () => cookie(await signedOut()),
      'a token in place of a session': async () => cookie(await unusedToken()),
      "the driver's own resume key": () => cookie(resumeKey),
      "another driver's resume key": () => cookie(otherKey),
      'a resume key as a bearer': () => ({ ...ownHeader, authorization: `Bearer ${otherKey}` }),
      "the proxy's header, where tokens count": () => ({
        ...ownHeader,
        'x-goog-iap-jwt-assertion': proxy.assertion(),
      }),
    }
  describe.each(Object.entries(intruders))('%s', (_, headersOf) => {
    let headers: Record<string, string>
    beforeAll(async () => {
      headers = await headersOf()
    })
    test.each(named(closed))('%s', async (_name, route) => {
      const { status, text } = await tryRoute(byToken.origin, route, asked, headers)
      expect(status).toBe(401)
      expect(text).toContain('"unauthorized"')
      expect(text).not.toContain(canary)
    })
  })
})

test('no id can be guessed: 128 bits of chance', () => {
  expect(asked.answerId).toMatch(/^[A-Za-z0-9_-]{22}$/)
  expect(asked.conversationId).toMatch(/^[A-Za-z0-9_-]{22}$/)
})
