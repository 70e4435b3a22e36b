import { expect, test } from 'vitest'
import { withDerived } from '#core/protocol/review/judging.ts'
import { answered, at, question } from '../conversation-store-contract/chat.ts'
import { all, closeAll, derivedOf, list, listed, type OpenPlace } from './place.ts'

/** What drivers forget and what expires is in no review either. */
export function forgetting({ stores, other }: OpenPlace): void {
  test('with a forgotten conversation its reviews, words and counts are gone', async () => {
    await listed(stores(), 'c1', { words: ['tyre'] })
    const kept = await listed(stores(), 'c2', { words: ['tyre'] })
    const again = other()
    await again.conversations.forget('c1')
    await closeAll(again)
    const { reviews } = stores()
    expect(await reviews.find('answer-c1')).toBeUndefined()
    expect((await reviews.list({ ...all, terms: ['word:tyre'] })).entries).toEqual([kept])
    expect((await reviews.list(all)).entries).toEqual([kept])
    expect(await reviews.count('word:tyre')).toBe(1)
    expect(await reviews.unlisted(10)).toEqual([])
  })

  test('an entry made while its conversation is forgotten does not come back', async () => {
    await listed(stores(), 'c1')
    const { conversations, reviews } = stores()
    const derived = await derivedOf(conversations, 'c1')
    await conversations.forget('c1')
    const make = () => withDerived(undefined, derived)
    expect(await reviews.change(derived, make)).toBeUndefined()
    expect((await reviews.list(all)).entries).toEqual([])
  })

  test('with an answer that expires its review goes, others of the conversation stay', async () => {
    const { conversations, reviews } = stores()
    await listed(stores(), 'c1')
    const later = question('q2', { answerId: 'later', expiresAt: at(25) })
    await answered(conversations, 'c1', later)
    const derived = await derivedOf(conversations, 'c1', { answerId: 'later', words: ['later'] })
    await list(reviews, derived)
    expect(await conversations.purge(at(20))).toBe(1)
    const { entries } = await reviews.list(all)
    expect(entries.map(({ answerId }) => answerId)).toEqual(['later'])
    expect(await reviews.count('all')).toBe(1)
  })
}
