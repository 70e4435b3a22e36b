import { expect, test } from 'vitest'
import { claimed, judged, withDerived } from '#core/protocol/review/judging.ts'
import type { Judgment } from '#core/protocol/review/judgment.ts'
import { answered, at, begin, question } from '../conversation-store-contract/chat.ts'
import { all, closeAll, derivedOf, judgment, listed, type OpenPlace } from './place.ts'

/** An entry is changed by one at a time. */
export function changing({ stores, other }: OpenPlace): void {
  test('what was kept comes back, also from another opening', async () => {
    const entry = await listed(stores(), 'c1')
    const again = other()
    expect(await again.reviews.find('answer-c1')).toEqual(entry)
    expect(await again.reviews.find('answer-c2')).toBeUndefined()
    await closeAll(again)
  })

  test('what is made of the entry is kept, and nothing where nothing is made', async () => {
    const entry = await listed(stores(), 'c1')
    const { reviews } = stores()
    const changed = await reviews.change(entry, (before) => before && { ...before, isForTwo: true })
    expect(changed).toEqual({ ...entry, isForTwo: true })
    expect(await reviews.change(entry, () => undefined)).toBeUndefined()
    expect(await reviews.find('answer-c1')).toEqual(changed)
  })

  test('an answer that is not stored, or is of another conversation, gets no entry', async () => {
    const entry = await listed(stores(), 'c1')
    const { conversations, reviews } = stores()
    await begin(conversations, 'c2', at(20))
    const strangers = [
      { answerId: 'answer-c9', conversationId: 'c1' },
      { answerId: 'answer-c1', conversationId: 'c2' },
      { answerId: 'answer-c1', conversationId: 'c9' },
    ]
    for (const place of strangers) {
      // One after another: each would be seen in the list.
      // oxlint-disable-next-line no-await-in-loop
      expect(await reviews.change(place, () => ({ ...entry, ...place }))).toBeUndefined()
    }
    expect((await reviews.list(all)).entries).toEqual([entry])
  })
}

/** Several coaches at once lose nothing. */
export function contending({ stores, other }: OpenPlace): void {
  test('of coaches who want one answer at the same moment, one gets it', async () => {
    const entry = await listed(stores(), 'c1')
    const again = other()
    const take = async (coachId: string, index: number) => {
      const { reviews } = index % 2 === 0 ? stores() : again
      const claim = { coachId, coach: coachId, until: at(3) }
      return await reviews.change(entry, (before) => before && claimed(before, claim, at(2)))
    }
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    const taken = await Promise.all(names.map(take))
    const winners = taken.filter((one) => one !== undefined)
    expect(winners).toHaveLength(1)
    expect((await again.reviews.find('answer-c1'))?.claim).toEqual(winners[0]?.claim)
    await closeAll(again)
  })

  test('judgments of the same moment are all kept', async () => {
    const entry = await listed(stores(), 'c1')
    const again = other()
    const coaches = ['a', 'b', 'c', 'd']
    await Promise.all(
      coaches.map(async (coachId, index) => {
        const { reviews } = index % 2 === 0 ? stores() : again
        await reviews.change(entry, (before) => before && judged(before, judgment(coachId)))
      }),
    )
    const judgments: readonly Judgment[] = (await again.reviews.find('answer-c1'))?.judgments ?? []
    expect(judgments.map(({ coachId }) => coachId).toSorted()).toEqual(coaches)
    await closeAll(again)
  })

  test('an answer that has ended and has no entry is told, until it has one', async () => {
    const { conversations, reviews } = stores()
    await begin(conversations, 'c1', at(20))
    await conversations.ask('c1', question('running', { answerId: 'running' }))
    expect(await reviews.unlisted(10)).toEqual([])
    await begin(conversations, 'c2', at(20))
    await answered(conversations, 'c2', question('q1', { answerId: 'answer-c2' }))
    const place = { answerId: 'answer-c2', conversationId: 'c2' }
    expect(await reviews.unlisted(10)).toEqual([place])
    const derived = await derivedOf(conversations, 'c2')
    await reviews.change(place, (before) => withDerived(before, derived))
    expect(await reviews.unlisted(10)).toEqual([])
  })
}
