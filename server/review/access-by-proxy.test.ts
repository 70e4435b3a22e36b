import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createIapVerifier } from '#core/adapters/iap-assertion.ts'
import {
  audience,
  type IdentityProxy,
  startIdentityProxy,
} from '../fixtures/identity-proxy.fixture.ts'
import { echo } from '../fixtures/running-chat.fixture.ts'
import { ownHeader, type RunningReview, runReview } from '../fixtures/running-review.fixture.ts'
import { named, tryRoute } from '../fixtures/tried-routes.fixture.ts'
import { reviewRoutes } from './review-routes.ts'

let byProxy: RunningReview
let proxy: IdentityProxy

beforeAll(async () => {
  proxy = await startIdentityProxy()
  const verifyAssertion = createIapVerifier({ audience, keysUrl: proxy.keysUrl })
  byProxy = await runReview({ answer: echo, desk: { verifyAssertion } })
})
afterAll(async () => {
  await Promise.all([byProxy.stop(), proxy.stop()])
})

const asked = { answerId: 'a'.repeat(22), conversationId: 'c'.repeat(22) }
const closed = reviewRoutes.filter(({ isOpen }) => !isOpen)

describe('behind the proxy only what it signs counts', () => {
  const iap = (assertion: string) => ({ ...ownHeader, 'x-goog-iap-jwt-assertion': assertion })
  const old = () => Math.floor(Date.now() / 1000) - 3600
  const intruders: Record<string, () => Record<string, string>> = {
    nothing: () => ({ ...ownHeader }),
    'a forged assertion': () => iap(proxy.assertion({ isForged: true })),
    'an assertion for another service': () => iap(proxy.assertion({ claims: { aud: '/x' } })),
    'a replayed assertion that has expired': () =>
      iap(proxy.assertion({ claims: { iat: old(), exp: old() + 600 } })),
    "the proxy's other headers alone": () => ({
      ...ownHeader,
      'x-goog-authenticated-user-email': 'accounts.google.com:coach.a@team.example',
      'x-goog-authenticated-user-id': 'accounts.google.com:100200300',
    }),
    'a session': () => ({ ...ownHeader, cookie: `kaizenlap-coach=${'x'.repeat(43)}` }),
  }
  describe.each(Object.entries(intruders))('%s', (_, headersOf) => {
    test.each(named(closed))('%s', async (_name, route) => {
      expect((await tryRoute(byProxy.origin, route, asked, headersOf())).status).toBe(401)
    })
  })

  test('whom it signs for is a coach, until revoked', async () => {
    const ask = async () => {
      const headers = iap(proxy.assertion())
      return await fetch(`${byProxy.origin}/api/coach/me`, { headers })
    }
    expect(await (await ask()).json()).toMatchObject({
      coach: { name: 'coach.a' },
      auth: 'iap',
      expiresAt: null,
    })
    const [coach] = await byProxy.desk.coaches.coaches()
    await byProxy.desk.coaches.revoke(coach?.id ?? '', new Date().toISOString())
    expect((await ask()).status).toBe(403)
  })

  test('where the keys cannot be had nobody comes in, and is told to try again', async () => {
    const verifyAssertion = createIapVerifier({ audience, keysUrl: 'http://127.0.0.1:9/keys' })
    const cut = await runReview({ answer: echo, desk: { verifyAssertion } })
    const headers = iap(proxy.assertion())
    expect((await fetch(`${cut.origin}/api/coach/me`, { headers })).status).toBe(503)
    await cut.stop()
  })

  test('no token signs in, and no assertion is logged', async () => {
    const { token } = await byProxy.addCoach('By token')
    await expect(byProxy.signIn(token)).rejects.toThrow('403')
    const assertion = proxy.assertion()
    await fetch(`${byProxy.origin}/api/coach/me`, { headers: iap(`${assertion}x`) })
    expect(byProxy.logged.join('')).not.toContain(assertion.slice(0, 40))
  })
})
