import { expect, test } from 'vitest'
import { at, begin, type ConversationStores, framesOf, question } from './chat.ts'

const one = { id: 'instance-1', until: at(3) }
const two = { id: 'instance-2', until: at(9) }
const asked = question('q1', { writer: one })
const entriesFrom = (seq: number, answerId = 'answer-q1') =>
  framesOf(answerId, seq).map((frame) => ({ frame }))

/** One process writes an answer; another one only when that has died. */
export function claiming({ first, other }: ConversationStores): void {
  test('a writer is kept, goes on, and gives way when it was not heard of', async () => {
    await begin(first(), 'c1')
    await first().ask('c1', asked)
    const second = other()
    expect((await second.answer('c1', 'answer-q1'))?.writer).toEqual(one)
    expect(await second.claim('c1', 'answer-q1', two, at(2))).toBe('taken')
    expect(await first().claim('c1', 'answer-q1', { ...one, until: at(5) }, at(4))).toBe('writes')
    expect(await second.claim('c1', 'answer-q1', two, at(4))).toBe('taken')
    expect(await second.claim('c1', 'answer-q1', two, at(5))).toBe('writes')
    expect(await first().claim('c1', 'answer-q1', one, at(6))).toBe('taken')
    await second.close()
  })

  test('an answer that has ended, or is not there, is nobody’s to write', async () => {
    await begin(first(), 'c1')
    await first().ask('c1', asked)
    await first().append('c1', entriesFrom(1), one.id)
    expect(await first().claim('c1', 'answer-q1', one, at(2))).toBe('taken')
    expect(await first().claim('c1', 'answer-q9', one, at(2))).toBe('taken')
    expect(await first().claim('c9', 'answer-q1', one, at(2))).toBe('taken')
  })

  test('the writer hears that its driver wants the answer ended', async () => {
    await begin(first(), 'c1')
    await first().ask('c1', asked)
    const second = other()
    expect(await second.askToStop('c1', 'q1')).toBe(true)
    await second.close()
    expect(await first().claim('c1', 'answer-q1', one, at(2))).toBe('stop')
    await first().append('c1', entriesFrom(1), one.id)
    expect(await first().askToStop('c1', 'q1')).toBe(false)
    expect(await first().askToStop('c1', 'q9')).toBe(false)
  })

  test('an answer is unfinished only when nobody writes it', async () => {
    await begin(first(), 'c1')
    await first().ask('c1', asked)
    expect(await first().unfinished(at(2))).toEqual([])
    expect(await first().unfinished(at(3))).toEqual(['c1'])
  })
}

/** What a process writes that was thought dead changes nothing. */
export function fencing({ first, other }: ConversationStores): void {
  test('only its writer adds to an answer, and nobody when it has ended', async () => {
    await begin(first(), 'c1')
    await first().ask('c1', asked)
    const second = other()
    const taken = { name: 'AnswerTaken' }
    await expect(second.append('c1', entriesFrom(1))).rejects.toMatchObject(taken)
    await expect(second.append('c1', entriesFrom(1), two.id)).rejects.toMatchObject(taken)
    expect(await second.claim('c1', 'answer-q1', two, at(3))).toBe('writes')
    await expect(first().append('c1', entriesFrom(1), one.id)).rejects.toMatchObject(taken)
    await second.append('c1', entriesFrom(1), two.id)
    await expect(second.append('c1', entriesFrom(5), two.id)).rejects.toMatchObject(taken)
    expect((await first().find('c1'))?.seq).toBe(4)
    await second.close()
  })

  test('while one answer is written no other question is kept, then it is', async () => {
    await begin(first(), 'c1')
    await first().ask('c1', asked)
    const second = other()
    const next = question('q2', { writer: two, askedAt: at(2) })
    await expect(second.ask('c1', next)).rejects.toMatchObject({ name: 'AnswerRunning' })
    expect(await second.ask('c1', asked)).toMatchObject({ answerId: 'answer-q1' })
    expect(await second.answerTo('c1', 'q2')).toBeUndefined()
    await first().append('c1', entriesFrom(1), one.id)
    expect(await second.ask('c1', next)).toBeUndefined()
    await second.close()
  })
}
