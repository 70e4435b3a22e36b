import { expect, test } from 'vitest'
import type { TranscriptFrame } from '#core/protocol/chat/transcript.ts'
import { answered, at, begin, type ConversationStores, fact, framesOf, question } from './chat.ts'

/** What was written is read again, by every opening of the store. */
export function keeping({ first, other }: ConversationStores): void {
  test('a conversation is found with the hash of its key, another one is not', async () => {
    await begin(first(), 'c1')
    const again = other()
    expect(await again.find('c1')).toEqual({
      id: 'c1',
      keyHash: 'ab'.repeat(32),
      createdAt: at(1),
      expiresAt: at(2),
      seq: 0,
    })
    expect(await again.find('c2')).toBeUndefined()
    await again.close()
  })

  test('frames come back as they were, after any of them, so many at a time', async () => {
    await begin(first(), 'c1')
    const frames = [
      ...(await answered(first(), 'c1', question('q1'))),
      ...(await answered(first(), 'c1', question('q2'))),
    ]
    const again = other()
    expect(await again.frames('c1', { after: 0, limit: 100 })).toEqual(frames)
    expect(await again.frames('c1', { after: 3, limit: 2 })).toEqual(frames.slice(3, 5))
    expect(await again.frames('c1', { after: 8, limit: 100 })).toEqual([])
    expect(await again.frames('c2', { after: 0, limit: 100 })).toEqual([])
    expect((await again.find('c1'))?.seq).toBe(8)
    await again.close()
  })

  test('a correction is a frame of its answer', async () => {
    await begin(first(), 'c1')
    const frames = await answered(first(), 'c1', question('q1'))
    const correction: TranscriptFrame = {
      type: 'correction',
      seq: 5,
      answerId: 'answer-q1',
      coach: 'Coach 1',
      at: at(3),
      wrong: [{ index: 0, from: 4, to: 8 }],
      parts: [{ text: 'It had 27.' }],
    }
    await first().append('c1', [{ frame: correction }])
    expect(await first().answer('c1', 'answer-q1')).toMatchObject({
      outcome: 'answered',
      frames: [...frames, correction],
    })
  })
}

/** What an answer is ended with when its process died. */
export function showing({ first, other }: ConversationStores): void {
  test('facts that sentences show are kept, each once, and are no part of their frames', async () => {
    await begin(first(), 'c1')
    await first().ask('c1', question('q1'))
    const [accepted, sentence] = framesOf('answer-q1', 1)
    if (accepted === undefined || sentence === undefined) throw new Error('there are frames')
    const entries = [accepted, sentence, { ...sentence, seq: 3 }]
    await first().append(
      'c1',
      entries.map((frame) => ({ frame, ...(frame !== accepted && { shown: [fact] }) })),
    )
    const again = other()
    expect(await again.answer('c1', 'answer-q1')).toMatchObject({ frames: entries, shown: [fact] })
    expect(await again.frames('c1', { after: 0, limit: 9 })).toEqual(entries)
    await again.close()
  })
}

/** `seq` grows by one, whoever writes. */
export function sequence({ first, other }: ConversationStores): void {
  test.each([0, 1, 4, 6])('after frame 4, frame %i is refused and nothing changes', async (seq) => {
    await begin(first(), 'c1')
    const frames = await answered(first(), 'c1', question('q1'))
    const strangers = framesOf('answer-q1', seq).map((frame) => ({ frame }))
    const second = other()
    await expect(second.append('c1', strangers)).rejects.toMatchObject({
      name: 'SeqTaken',
    })
    await second.close()
    expect(await first().frames('c1', { after: 0, limit: 100 })).toEqual(frames)
  })

  test('frames that do not follow one another are all refused', async () => {
    await begin(first(), 'c1')
    await first().ask('c1', question('q1'))
    const [one, , three] = framesOf('answer-q1', 1)
    const gap = [one, three].flatMap((frame) => (frame === undefined ? [] : [{ frame }]))
    await expect(first().append('c1', gap)).rejects.toMatchObject({ name: 'SeqTaken' })
    expect(await first().frames('c1', { after: 0, limit: 100 })).toEqual([])
    expect((await first().find('c1'))?.seq).toBe(0)
  })

  test('conversations count each for themselves', async () => {
    await begin(first(), 'c1')
    await begin(first(), 'c2')
    const [one, two] = [question('q1'), question('q1', { answerId: 'of-c2' })]
    const frames = [await answered(first(), 'c1', one), await answered(first(), 'c2', two)]
    expect(frames.map((each) => each.map(({ seq }) => seq))).toEqual([
      [1, 2, 3, 4],
      [1, 2, 3, 4],
    ])
    expect(await first().frames('c2', { after: 0, limit: 9 })).toEqual(frames[1])
  })
}
