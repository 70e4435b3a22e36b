// @vitest-environment node
import { expect, test } from 'vitest'
import type { ServerFrame } from '#core/protocol/chat/frames.ts'
import {
  type ConversationState,
  emptyConversation,
  type Happening,
  isWaiting,
  nextState,
  underWay,
} from './conversation-state.ts'
import { accepted, corrected, ended, said, welcomed, withheld } from './frames-fixture.ts'
import { standingCorrection, textOf } from './turn.ts'

const framed = (frame: ServerFrame): Happening => ({ type: 'frame', frame, nowMs: 1000 })
const asked = (id = 'q1'): Happening => ({ type: 'asked', asked: { id, text: `Question ${id}?` } })

function after(happenings: readonly Happening[], state = emptyConversation): ConversationState {
  return happenings.reduce(nextState, state)
}

/** What the driver reads, a line a question, sentence or mark. */
function read({ turns }: ConversationState): readonly string[] {
  return turns.flatMap(({ id, asked: question, answer, refusal }) => [
    `? ${question?.text ?? id}`,
    ...(answer?.entries ?? []).map((entry) =>
      entry.type === 'sentence' ? textOf(entry) : '[withheld]',
    ),
    ...(answer?.end === undefined ? [] : [answer.end.outcome]),
    ...(refusal === undefined ? [] : [`! ${refusal.code}`]),
  ])
}

const answer = [accepted(1), said(2, 0), withheld(3, 1), said(4, 2), ended(5)]
const answerRead = ['? Question q1?', 'Sentence 0.', '[withheld]', 'Sentence 2.', 'answered']
const start = after([framed(welcomed()), asked()])

test('an answer is read as its frames come', () => {
  const states = answer.map((_, index) => after(answer.slice(0, index + 1).map(framed), start))
  expect(states.map((state) => read(state).length)).toEqual([1, 2, 3, 4, 5])
  expect(read(after(answer.map(framed), start))).toEqual(answerRead)
})

test('frames that come twice are read once', () => {
  const twice = [...answer, ...answer].map(framed)
  expect(read(after(twice, start))).toEqual(answerRead)
  const each = answer.flatMap((frame) => [frame, frame]).map(framed)
  expect(read(after(each, start))).toEqual(answerRead)
})

test('a frame that came twice changes nothing at all', () => {
  const state = after(answer.map(framed), start)
  expect(answer.map(framed).map((happening) => nextState(state, happening) === state)).toEqual(
    answer.map(() => true),
  )
})

test.each([
  ['backwards', [4, 3, 2, 1, 0]],
  ['the first one last', [1, 2, 3, 4, 0]],
  ['the end first', [4, 0, 2, 1, 3]],
])('frames out of order are read in order: %s', (_, order) => {
  const frames = order.flatMap((place) => answer[place] ?? [])
  expect(read(after(frames.map(framed), start))).toEqual(answerRead)
  expect(after(frames.map(framed), start).lastSeq).toBe(5)
})

test('a resumed conversation goes on behind what has arrived', () => {
  const cut = after(answer.slice(0, 3).map(framed), start)
  expect(cut.lastSeq).toBe(3)
  const resumed = after([framed(welcomed({ seq: 5 })), ...answer.slice(3).map(framed)], cut)
  expect(read(resumed)).toEqual(answerRead)
})

test('a conversation read from its beginning again is the same', () => {
  const frames = [...answer, accepted(6, 'q2', 'a2'), said(7, 0, 'a2'), ended(8, 'a2')]
  const whole = after([asked('q2'), ...frames.map(framed)], start)
  expect(read(after([framed(welcomed({ seq: 8 })), ...frames.map(framed)], whole))).toEqual(
    read(whole),
  )
})

test('frames from before are the first, whatever waits to be asked', () => {
  const waiting = after([asked('q9'), framed(welcomed({ seq: 5 })), ...answer.map(framed)])
  expect(read(waiting).at(0)).toBe('? q1')
  expect(read(waiting).at(-1)).toBe('? Question q9?')
})

test('what has expired leaves no hole that is waited for', () => {
  const frames = [accepted(41), said(42, 0), ended(43)]
  const state = after([framed(welcomed({ seq: 43 })), ...frames.map(framed)])
  expect([state.lastSeq, read(state)]).toEqual([43, ['? q1', 'Sentence 0.', 'answered']])
})

test('a question asked elsewhere has the words that the browser keeps', () => {
  const frame = accepted(1, 'q7')
  const kept = { type: 'frame', frame, nowMs: 0, asked: { id: 'q7', text: 'Why?' } } as const
  expect(read(nextState(start, kept)).at(0)).toBe('? Why?')
})

test('one question is under way at a time, until its answer ends', () => {
  expect(underWay(start)?.id).toBe('q1')
  const accept = after(answer.slice(0, 2).map(framed), start)
  expect([underWay(accept)?.id, accept.turns.filter(isWaiting)]).toEqual(['q1', []])
  expect(underWay(after(answer.map(framed), start))).toBeUndefined()
})

test('the place in the queue is told until the first sentence', () => {
  const queued: ServerFrame = { type: 'queued', answerId: 'a1', place: 2 }
  const state = after([accepted(1), queued].map(framed), start)
  expect(state.turns[0]?.answer?.place).toBe(2)
  const second = nextState(state, framed({ ...queued, place: 1 }))
  expect(second.turns[0]?.answer?.place).toBe(1)
  const answering = after([said(2, 0), queued].map(framed), second)
  expect(answering.turns[0]?.answer?.place).toBeUndefined()
})

test('a refused question says why and when, and can be asked once more', () => {
  const refusal: ServerFrame = {
    type: 'error',
    id: 'q1',
    code: 'too-many-questions',
    message: 'Too many questions. Ask again in 12 s.',
    retryAfterMs: 12_000,
  }
  const refused = nextState(start, framed(refusal))
  expect(refused.turns[0]?.refusal?.retryAtMs).toBe(13_000)
  expect([underWay(refused), refused.turns.some(isWaiting)]).toEqual([undefined, false])
  const again = nextState(refused, asked())
  expect(read(again)).toEqual(['? Question q1?'])
  expect(read(after(answer.map(framed), again))).toEqual(answerRead)
})

test('a refused question stays where it was asked', () => {
  const refusal: ServerFrame = { type: 'error', id: 'q2', code: 'busy', message: '' }
  const refused = after([...answer.map(framed), asked('q2'), framed(refusal), asked('q3')], start)
  const next = after([accepted(6, 'q3', 'a3'), ended(7, 'a3')].map(framed), refused)
  expect(next.turns.map(({ id }) => id)).toEqual(['q1', 'q2', 'q3'])
})

test('a question that was refused before the one before it was taken stays behind it', () => {
  const refusal: ServerFrame = { type: 'error', id: 'q2', code: 'busy', message: '' }
  const frames = [refusal, accepted(1), ended(2)].map(framed)
  expect(after([asked('q2'), ...frames], start).turns.map(({ id }) => id)).toEqual(['q1', 'q2'])
})

test('a question that a restart kept away waits to be asked again', () => {
  const restarting: ServerFrame = { type: 'error', id: 'q1', code: 'restarting', message: '' }
  expect(nextState(start, framed(restarting)).turns.filter(isWaiting)).toHaveLength(1)
})

test('an answer that failed is no longer under way', () => {
  const failed: ServerFrame = { type: 'error', id: 'q1', code: 'internal', message: '' }
  const state = after([accepted(1), said(2, 0), failed].map(framed), start)
  expect(underWay(state)).toBeUndefined()
  expect(read(state)).toEqual(['? Question q1?', 'Sentence 0.', '! internal'])
})

test('a stop that comes too late is no fault of the answer', () => {
  const late: ServerFrame = { type: 'error', id: 'q1', code: 'unknown-answer', message: '' }
  expect(read(after([...answer, late].map(framed), start))).toEqual(answerRead)
})

test('of several corrections the last one stands, and may be taken back', () => {
  const standing = (...frames: readonly ServerFrame[]) => {
    const { turns } = after([...answer, ...frames].map(framed), start)
    const corrections = turns[0]?.answer
    const frame = corrections && standingCorrection(corrections)
    return frame && textOf(frame)
  }
  expect(standing(corrected(6, 'Lap 9.'))).toBe('Lap 9.')
  expect(standing(corrected(7, 'Lap 10.'), corrected(6, 'Lap 9.'))).toBe('Lap 10.')
  expect(standing(corrected(6, 'Lap 9.'), corrected(7, '', true))).toBeUndefined()
})

test('a forgotten conversation is empty and says so; what waits is asked in the next', () => {
  const full = after([...answer.map(framed), asked('q2')], start)
  const forgotten = nextState(full, framed({ type: 'forgotten' }))
  expect([read(forgotten), forgotten.lastSeq]).toEqual([['? Question q2?'], 0])
  expect(forgotten.notice?.code).toBe('forgotten')
  const anew = after(
    [framed(welcomed({ conversationId: 'c2' })), framed(accepted(1, 'q2'))],
    forgotten,
  )
  expect(read(anew)).toEqual(['? Question q2?'])
})

test('another conversation does not go on with the frames of the one before', () => {
  const other = after([...answer.map(framed), framed(welcomed({ conversationId: 'c2' }))], start)
  expect([read(other), other.lastSeq, other.seen.size]).toEqual([[], 0, 0])
})

test('that no season is published is told until one is', () => {
  const none: ServerFrame = { type: 'error', code: 'unavailable', message: 'No season yet.' }
  const told = nextState(emptyConversation, framed(none))
  expect(told.notice?.code).toBe('unavailable')
  expect(nextState(told, framed(welcomed())).notice).toBeUndefined()
})

test('a question that never left can be taken back', () => {
  expect(nextState(start, { type: 'withdrawn', id: 'q1' }).turns).toEqual([])
})
