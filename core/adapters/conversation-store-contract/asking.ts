import { expect, test } from 'vitest'
import { RaceId } from '#core/domain/ids.ts'
import { answered, at, begin, type ConversationStores, question, record } from './chat.ts'

/** A question is kept once. */
export function asking({ first, other }: ConversationStores): void {
  test('what was asked, on which screen and with which scope comes back', async () => {
    await begin(first(), 'c1')
    const context = { raceId: RaceId.parse('barber-r1'), lap: 8 }
    const asked = question('q1', { context, scope: { filter: { without: [8] } } })
    expect(await first().ask('c1', asked)).toBeUndefined()
    const again = other()
    expect(await again.answers('c1', 10)).toEqual([{ ...asked, conversationId: 'c1', frames: [] }])
    await again.close()
  })

  test('the same question id is answered with what was asked then', async () => {
    await begin(first(), 'c1')
    const frames = await answered(first(), 'c1', question('q1'))
    const second = question('q1', { answerId: 'second', text: 'Another one' })
    const again = other()
    expect(await again.ask('c1', second)).toMatchObject({ answerId: 'answer-q1', frames })
    await again.close()
    expect(await first().answers('c1', 10)).toHaveLength(1)
    expect((await first().answerTo('c1', 'q1'))?.answerId).toBe('answer-q1')
    expect(await first().answerTo('c1', 'q2')).toBeUndefined()
  })

  test('the same question id in another conversation is another question', async () => {
    await begin(first(), 'c1')
    await begin(first(), 'c2')
    await first().ask('c1', question('q1'))
    expect(await first().ask('c2', question('q1', { answerId: 'of-c2' }))).toBeUndefined()
    expect(await first().answer('c1', 'of-c2')).toBeUndefined()
    expect(await first().answer('c2', 'of-c2')).toMatchObject({ conversationId: 'c2' })
  })

  test('the last answers come oldest first', async () => {
    await begin(first(), 'c1')
    for (const id of ['q1', 'q2', 'q3']) {
      // In order: it is what is tested.
      // oxlint-disable-next-line no-await-in-loop
      await first().ask('c1', question(id))
    }
    const last = await first().answers('c1', 2)
    expect(last.map(({ questionId }) => questionId)).toEqual(['q2', 'q3'])
  })

  test('a question keeps its conversation as long as itself', async () => {
    await begin(first(), 'c1', at(2))
    await first().ask('c1', question('q1', { expiresAt: at(20) }))
    expect((await first().find('c1'))?.expiresAt).toBe(at(20))
  })
}

/** An answer has an outcome from its last frame on. */
export function ending({ first, other }: ConversationStores): void {
  test('an answer that nobody ended is seen, until it is', async () => {
    await begin(first(), 'c1')
    await begin(first(), 'c2')
    await first().ask('c1', question('q1'))
    await first().ask('c2', question('q1', { answerId: 'of-c2' }))
    const again = other()
    expect((await again.unfinished(at(1))).toSorted()).toEqual(['c1', 'c2'])
    await answered(again, 'c1', question('q1'))
    expect(await first().unfinished(at(1))).toEqual(['c2'])
    await again.close()
  })

  test('outcome and record come with the last frame', async () => {
    await begin(first(), 'c1')
    await answered(first(), 'c1', question('q1'))
    expect(await first().answer('c1', 'answer-q1')).toMatchObject({ outcome: 'answered', record })
  })

  test('feedback replaces the feedback before; an unknown answer has none', async () => {
    await begin(first(), 'c1')
    await answered(first(), 'c1', question('q1'))
    const wrong = { verdict: 'wrong', note: 'It was lap 9.', at: at(2) } as const
    expect(await first().giveFeedback('c1', 'answer-q1', wrong)).toBe(true)
    const helpful = { verdict: 'helpful', at: at(3) } as const
    expect(await first().giveFeedback('c1', 'answer-q1', helpful)).toBe(true)
    expect((await first().answer('c1', 'answer-q1'))?.feedback).toEqual(helpful)
    expect(await first().giveFeedback('c1', 'answer-q9', wrong)).toBe(false)
    expect(await first().giveFeedback('c9', 'answer-q1', wrong)).toBe(false)
  })
}
