import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { publishSeason } from '../fixtures/season-documents.ts'
import { echo } from '../fixtures/running-chat.fixture.ts'
import { openClient } from '../fixtures/chat-client.ts'
import { ownHeader, type RunningReview, runReview } from '../fixtures/running-review.fixture.ts'
import { ensureFirstCoach } from './first-coach.ts'
import { hashOf } from './secrets.ts'

let review: RunningReview
beforeAll(async () => {
  review = await runReview({ answer: echo })
})
afterAll(() => review.stop())

const signIn = async (
  { origin }: RunningReview,
  token: string,
  headers: Record<string, string> = {},
) =>
  await fetch(`${origin}/api/coach/sign-in`, {
    method: 'POST',
    headers: { ...ownHeader, 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ token }),
  })

test('a token signs in for twelve hours, by a cookie that no script can read', async () => {
  const { token } = await review.addCoach('Coach A')
  const answer = await signIn(review, token)
  expect(await answer.json()).toMatchObject({ coach: { name: 'Coach A' }, auth: 'token' })
  const [cookie = ''] = answer.headers.getSetCookie()
  expect(cookie).toMatch(
    /^kaizenlap-coach=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/,
  )
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('elsewhere than on this machine the cookie is for https alone', async () => {
  const { token } = await review.addCoach('Coach B')
  const secret = async (host: string) => {
    return await new Promise<string>((resolve, reject) => {
      const asked = request(
        `${review.origin}/api/coach/sign-in`,
        { method: 'POST', headers: { ...ownHeader, host, 'content-type': 'application/json' } },
        (response) => resolve(String(response.headers['set-cookie']?.[0])),
      )
      asked.on('error', reject)
      asked.end(JSON.stringify({ token }))
    })
  }
  expect(await secret('coach.example')).toMatch(/^__Host-kaizenlap-coach=.*; Secure$/)
  expect(await secret('192.168.1.5:8080')).toMatch(/^__Host-kaizenlap-coach=.*; Secure$/)
  expect(await secret('localhost:8080')).not.toContain('Secure')
})

test('neither tokens nor sessions are stored or logged as they are', async () => {
  const { token } = await review.addCoach('Coach C')
  const { cookie } = await review.signIn(token)
  const secret = cookie.split('=')[1] ?? ''
  const coaches = await review.desk.coaches.coaches()
  expect(JSON.stringify(coaches)).not.toContain(token)
  expect(coaches.map(({ keyHash }) => keyHash)).toContain(hashOf(token))
  expect(await review.desk.coaches.session(secret, new Date().toISOString())).toBeUndefined()
  expect(review.logged.join('')).not.toContain(token)
  expect(review.logged.join('')).not.toContain(secret)
})

test('signing out ends the session and no other', async () => {
  const { token } = await review.addCoach('Coach D')
  const [here, there] = [await review.signIn(token), await review.signIn(token)]
  const answer = await here.ask('POST', '/api/coach/sign-out', {})
  expect(answer.json).toEqual({ signedOut: true, continueAt: null })
  expect((await here.ask('GET', '/api/coach/me')).status).toBe(401)
  expect((await there.ask('GET', '/api/coach/me')).status).toBe(200)
})

describe('who tries tokens', () => {
  let tried: RunningReview
  beforeAll(async () => {
    tried = await runReview({ answer: echo })
  })
  afterAll(() => tried.stop())

  test('is told the same of wrong and revoked ones, and after ten to come back later', async () => {
    const { id, token: revoked } = await tried.addCoach('Revoked')
    await tried.desk.coaches.revoke(id, new Date().toISOString())
    const { token } = await tried.addCoach('Right')
    const wrong = await signIn(tried, 'not a token at all')
    expect(wrong.status).toBe(401)
    expect(await (await signIn(tried, revoked)).json()).toEqual(await wrong.json())
    // Signing in rightly is no attempt that failed.
    for (let time = 0; time < 12; time++) expect((await signIn(tried, token)).status).toBe(200)
    const many = await Promise.all(Array.from({ length: 20 }, () => signIn(tried, 'guess')))
    expect(many.filter(({ status }) => status === 401)).toHaveLength(8)
    const late = await signIn(tried, token)
    expect(late.status).toBe(429)
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(600)
    const { entries } = await tried.desk.coaches.audit({ limit: 100 })
    expect(entries.filter(({ action }) => action === 'sign-in-refused')).toHaveLength(10)
  })
})

describe('the first coach', () => {
  let empty: RunningReview
  beforeAll(async () => {
    empty = await runReview({ answer: echo })
  })
  afterAll(() => empty.stop())
  const ensure = async (token?: string) =>
    await ensureFirstCoach({ ...empty.desk, ...(token !== undefined && { token }) })

  test('gets a token at the first start, and never again', async () => {
    const token = await ensure()
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(await ensure()).toBeUndefined()
    expect((await signIn(empty, token ?? '')).status).toBe(200)
  })

  test('takes the token that is set, and the old one ends with all its sessions', async () => {
    expect(await ensure('a-token-that-was-set')).toBeUndefined()
    const old = await empty.signIn('a-token-that-was-set')
    expect((await old.ask('GET', '/api/coach/me')).status).toBe(200)
    await ensure('another-token-instead')
    expect((await old.ask('GET', '/api/coach/me')).status).toBe(401)
    expect((await signIn(empty, 'a-token-that-was-set')).status).toBe(401)
    expect((await signIn(empty, 'another-token-instead')).status).toBe(200)
  })

  test('who was revoked stays so at the next start with the same token', async () => {
    await empty.desk.coaches.revoke('first', new Date().toISOString())
    await ensure('another-token-instead')
    expect((await signIn(empty, 'another-token-instead')).status).toBe(401)
  })
})

describe('with SURFACE=coach', () => {
  let own: RunningReview
  beforeAll(async () => {
    const documents = openSqliteDocumentStore(':memory:')
    await publishSeason(documents, 'run-1')
    own = await runReview({ documents, answer: echo, app: { isForCoaches: true } })
  })
  afterAll(() => own.stop())

  test.each(['/api/races', '/api/openapi.json', '/api/quality', '/api/races/barber-r1/cars'])(
    '%s is for who has signed in',
    async (path) => {
      expect((await fetch(own.origin + path)).status).toBe(401)
      const client = await own.coach(`Reader of ${path}`)
      expect((await client.fetch(path)).status).toBe(200)
      // Known answers are no way around.
      expect((await fetch(own.origin + path)).status).toBe(401)
    },
  )

  test.each(['/health', '/api/coach/sign-in'])('%s is there for everybody', async (path) => {
    expect((await fetch(own.origin + path)).status).toBe(200)
  })

  test('the chat is for who has signed in', async () => {
    await expect(own.driver()).rejects.toThrow('401')
    const { cookie } = await own.coach('In the chat')
    const url = `${own.origin.replace('http', 'ws')}/chat`
    const client = await openClient(url, { headers: { cookie } })
    expect((await client.hello()).type).toBe('welcome')
    client.socket.close()
  })
})
