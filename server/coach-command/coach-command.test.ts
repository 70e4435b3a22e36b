import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSqliteCoachStore } from '#core/adapters/sqlite-coach-store.ts'
import { conversationsBeside } from '#core/adapters/sqlite-conversation-file.ts'
import { compileCache } from '../../testing/compile-cache.ts'
import { newFolder } from '../../testing/new-folder.ts'
import { hashOf } from '../review/secrets.ts'

const file = join(newFolder(), 'kaizenlap.db')

type Ended = { readonly code: number; readonly out: string; readonly complaint: string }

function coach(...args: readonly string[]): Promise<Ended> {
  const env = { STORE: `sqlite:${file}` }
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...compileCache, 'server/coach-command/main.ts', ...args],
      { env },
      (error, out, complaint) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, complaint }),
    )
  })
}

test('a coach is added, listed and revoked; the token is told once and signs in', async () => {
  expect((await coach('list')).out).toContain('There are no coaches.')
  const added = await coach('add', 'Coach', 'Anna')
  const token = /now: ([A-Za-z0-9_-]{43})\n$/.exec(added.out)?.[1] ?? ''
  const store = openSqliteCoachStore(conversationsBeside(file))
  expect(await store.byKey(hashOf(token))).toMatchObject({ name: 'Coach Anna' })
  expect(await coach('add', 'coach anna')).toMatchObject({
    code: 1,
    complaint: expect.stringContaining('There is a coach called coach anna already'),
  })
  expect((await coach('list')).out).toMatch(/^Coach Anna {2}since 20\d\d-\d\d-\d\d\n$/)
  expect((await coach('revoke', 'Coach Anna')).out).toContain('may not review any more')
  expect((await coach('revoke', 'Coach Anna')).out).toContain('was revoked before')
  expect((await coach('list')).out).toMatch(/, revoked 20/)
  expect((await store.byKey(hashOf(token)))?.revokedAt).toBeDefined()
  await store.close()
})

test.each([
  [[], 2, 'Usage'],
  [['add'], 2, 'Usage'],
  [['remove', 'x'], 2, 'Usage'],
  [['revoke', 'Nobody'], 1, 'There is no coach called Nobody; there are: Coach Anna'],
  [['add', 'x'.repeat(41)], 1, 'at most 40 characters'],
])('%j ends with %i', async (args, code, complaint) => {
  const ended = await coach(...args)
  expect(ended.code).toBe(code)
  expect(ended.complaint).toContain(complaint)
})
