import { expect, test } from 'vitest'
import { answered, at, begin, type ConversationStores, framesOf, question } from './chat.ts'

const all = { after: 0, limit: 100 }

/** A forgotten conversation is nowhere. */
export function forgetting({ first, other }: ConversationStores): void {
  test('nothing of a forgotten conversation is left, others are untouched', async () => {
    await begin(first(), 'c1')
    await begin(first(), 'c2')
    await answered(first(), 'c1', question('q1'))
    const frames = await answered(first(), 'c2', question('q1', { answerId: 'of-c2' }))
    await first().forget('c1')
    const again = other()
    expect(await again.find('c1')).toBeUndefined()
    expect(await again.frames('c1', all)).toEqual([])
    expect(await again.answers('c1', 10)).toEqual([])
    expect(await again.answer('c1', 'answer-q1')).toBeUndefined()
    expect(await again.frames('c2', all)).toEqual(frames)
    await again.close()
  })

  test('nothing is added to a forgotten conversation', async () => {
    await begin(first(), 'c1')
    await first().ask('c1', question('q1'))
    await first().forget('c1')
    const gone = { name: 'ConversationGone' }
    const entries = framesOf('answer-q1', 1).map((frame) => ({ frame }))
    await expect(first().append('c1', entries)).rejects.toMatchObject(gone)
    await expect(first().ask('c1', question('q2'))).rejects.toMatchObject(gone)
    expect(await first().unfinished(at(1))).toEqual([])
  })

  test('forgetting twice is no fault', async () => {
    await begin(first(), 'c1')
    await first().forget('c1')
    await first().forget('c1')
    expect(await first().find('c1')).toBeUndefined()
  })
}

/** What has expired is deleted, and nothing else. */
export function purging({ first }: ConversationStores): void {
  test('an old answer goes, a newer one of the same conversation stays as it was', async () => {
    await begin(first(), 'c1')
    await answered(first(), 'c1', question('q1', { expiresAt: at(10) }))
    const frames = await answered(first(), 'c1', question('q2', { expiresAt: at(20) }))
    expect(await first().purge(at(9))).toBe(0)
    expect(await first().purge(at(10))).toBe(1)
    expect(await first().frames('c1', all)).toEqual(frames)
    expect((await first().find('c1'))?.seq).toBe(8)
  })

  test('a conversation without a question goes when its own time is over', async () => {
    await begin(first(), 'c1', at(2))
    await begin(first(), 'c2', at(3))
    expect(await first().purge(at(2))).toBe(0)
    expect(await first().find('c1')).toBeUndefined()
    expect(await first().find('c2')).toBeDefined()
  })
}
