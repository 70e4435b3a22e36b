import { expect, test } from 'vitest'
import type { Coach } from '#core/ports/coach-store.ts'
import type { AuditEntry } from '#core/protocol/review/insight-answers.ts'
import { at } from '../conversation-store-contract/chat.ts'
import { closeAll, type OpenPlace } from './place.ts'

const coach = (id: string, change: Partial<Coach> = {}): Coach => ({
  id,
  name: `Coach ${id}`,
  keyHash: `key of ${id}`,
  createdAt: at(1),
  ...change,
})

const session = (hash: string, coachId: string, expiresAt = at(5)) => ({ hash, coachId, expiresAt })

/** Coaches and their sessions. */
export function signingIn({ stores, other }: OpenPlace): void {
  test('a coach is found by the key, by every opening', async () => {
    await stores().coaches.add(coach('a'))
    const again = other()
    expect(await again.coaches.byKey('key of a')).toEqual(coach('a'))
    expect(await again.coaches.byKey('key of b')).toBeUndefined()
    expect(await again.coaches.coaches()).toEqual([coach('a')])
    await closeAll(again)
  })

  test.each([
    ['id', { id: 'a' }],
    ['name', { name: 'Coach a' }],
    ['key', { keyHash: 'key of a' }],
  ])('no two coaches have one %s', async (_, same) => {
    const { coaches } = stores()
    expect(await coaches.add(coach('a'))).toBe(true)
    expect(await coaches.add(coach('b', same))).toBe(false)
    expect(await coaches.coaches()).toEqual([coach('a')])
  })

  test('a session ends by itself, or when it is ended', async () => {
    const { coaches } = stores()
    await coaches.add(coach('a'))
    await coaches.openSession(session('s1', 'a'))
    await coaches.openSession(session('s2', 'a'))
    expect(await coaches.session('s1', at(4))).toEqual({ coach: coach('a'), expiresAt: at(5) })
    expect(await coaches.session('s1', at(5))).toBeUndefined()
    expect(await coaches.session('other', at(4))).toBeUndefined()
    await coaches.endSession('s1')
    expect(await coaches.session('s1', at(4))).toBeUndefined()
    expect(await coaches.session('s2', at(4))).toBeDefined()
  })
}

/** A revoked coach is out at once. */
export function revoking({ stores }: OpenPlace): void {
  test('a revoked coach has no session any more, and is revoked once', async () => {
    const { coaches } = stores()
    await coaches.add(coach('a'))
    await coaches.add(coach('b'))
    await coaches.openSession(session('of a', 'a'))
    await coaches.openSession(session('of b', 'b'))
    expect(await coaches.revoke('a', at(2))).toBe(true)
    expect(await coaches.revoke('a', at(3))).toBe(false)
    expect(await coaches.revoke('c', at(3))).toBe(false)
    expect(await coaches.byKey('key of a')).toEqual(coach('a', { revokedAt: at(2) }))
    expect(await coaches.session('of a', at(4))).toBeUndefined()
    expect(await coaches.session('of b', at(4))).toBeDefined()
    await coaches.openSession(session('late', 'a'))
    expect(await coaches.session('late', at(4))).toBeUndefined()
  })

  test('with a new key the old one and its sessions are worth nothing', async () => {
    const { coaches } = stores()
    await coaches.add(coach('a'))
    await coaches.openSession(session('s1', 'a'))
    await coaches.revoke('a', at(2))
    expect(await coaches.replaceKey('a', 'new key')).toBe(true)
    expect(await coaches.byKey('key of a')).toBeUndefined()
    expect(await coaches.byKey('new key')).toEqual(coach('a', { keyHash: 'new key' }))
    expect(await coaches.session('s1', at(4))).toBeUndefined()
    expect(await coaches.replaceKey('c', 'other key')).toBe(false)
  })
}

const noted = (day: number): AuditEntry => ({
  at: at(day),
  coachId: 'a',
  coach: 'Coach a',
  action: 'read',
  answerId: `answer-${day}`,
  conversationId: null,
  count: null,
})

/** What coaches did is kept for its time. */
export function noting({ stores, other }: OpenPlace): void {
  test('notes come newest first, a page at a time', async () => {
    const { coaches } = stores()
    for (const day of [1, 2, 3]) {
      // In order: it is what is tested.
      // oxlint-disable-next-line no-await-in-loop
      await coaches.note(noted(day), at(20))
    }
    const again = other()
    const first = await again.coaches.audit({ limit: 2 })
    expect(first.entries).toEqual([noted(3), noted(2)])
    const { next = '' } = first
    const second = await again.coaches.audit({ limit: 2, after: next })
    expect(second).toEqual({ entries: [noted(1)] })
    await closeAll(again)
  })

  test('what has expired is deleted, and nothing else', async () => {
    const { coaches } = stores()
    await coaches.add(coach('a'))
    await coaches.openSession(session('short', 'a', at(2)))
    await coaches.openSession(session('long', 'a', at(9)))
    await coaches.note(noted(1), at(2))
    await coaches.note(noted(2), at(9))
    await coaches.purge(at(3))
    expect((await coaches.audit({ limit: 9 })).entries).toEqual([noted(2)])
    expect(await coaches.session('short', at(1))).toBeUndefined()
    expect(await coaches.session('long', at(1))).toBeDefined()
    expect(await coaches.coaches()).toHaveLength(1)
  })
}
