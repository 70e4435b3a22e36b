import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  audience,
  type IdentityProxy,
  startIdentityProxy,
} from '../../server/fixtures/identity-proxy.fixture.ts'
import { createIapVerifier } from './iap-assertion.ts'

let proxy: IdentityProxy

beforeAll(async () => {
  proxy = await startIdentityProxy()
})
afterAll(() => proxy.stop())

const verifier = () => createIapVerifier({ audience, keysUrl: proxy.keysUrl })

test('what the proxy signs names the person', async () => {
  expect(await verifier()(proxy.assertion())).toEqual({
    subject: 'accounts.google.com:100200300',
    email: 'coach.a@team.example',
  })
})

test.each([
  ['nothing', () => ''],
  ['no header', () => 'a.b.c'],
  ['two parts', () => proxy.assertion().split('.').slice(0, 2).join('.')],
  ['no signature', () => `${proxy.assertion().split('.').slice(0, 2).join('.')}.`],
  ['another algorithm', () => proxy.assertion({ header: { alg: 'none' } })],
  ['a shared secret', () => proxy.assertion({ header: { alg: 'HS256' } })],
  ['a key that nobody published', () => proxy.assertion({ isForged: true })],
  ['a key of another name', () => proxy.assertion({ header: { kid: 'key-9' } })],
  ['a key named as what every object has', () => proxy.assertion({ header: { kid: 'toString' } })],
  ['another service', () => proxy.assertion({ claims: { aud: `${audience}-other` } })],
  ['another issuer', () => proxy.assertion({ claims: { iss: 'https://evil.example' } })],
  ['an assertion of yesterday', () => proxy.assertion({ claims: aged(24 * 3600) })],
  [
    'an assertion of a quarter of an hour ago',
    () => proxy.assertion({ claims: aged(15 * 60 + 60) }),
  ],
  ['one from the future', () => proxy.assertion({ claims: aged(-3600) })],
  ['nobody', () => proxy.assertion({ claims: { sub: '' } })],
  ['one whose claims were changed', () => tampered(proxy.assertion())],
])('%s is nobody', async (_, assertion) => {
  expect(await verifier()(assertion())).toBeUndefined()
})

test('keys are fetched once, and again when they cannot be had', async () => {
  const verify = verifier()
  const before = proxy.asked()
  const forged = Array.from({ length: 20 }, (_, index) =>
    verify(proxy.assertion({ header: { kid: `unknown-${index}` } })),
  )
  await Promise.all([...forged, verify(proxy.assertion())])
  await verify(proxy.assertion())
  expect(proxy.asked() - before).toBe(1)
})

function aged(seconds: number) {
  const iat = Math.floor(Date.now() / 1000) - seconds
  return { iat, exp: iat + 600 }
}

function tampered(assertion: string): string {
  const [header = '', claims = '', signature = ''] = assertion.split('.')
  const read: object = JSON.parse(Buffer.from(claims, 'base64url').toString())
  const changed = JSON.stringify({ ...read, sub: 'accounts.google.com:999' })
  return `${header}.${Buffer.from(changed).toString('base64url')}.${signature}`
}
