import { describe, expect, test } from 'vitest'
import { CarNumber, RaceId, TrackId } from '#core/domain/ids.ts'
import type { Scope } from '../chat/scope.ts'
import type { AnswerRecord, TranscriptFrame } from '../chat/transcript.ts'
import { deriveEntry, type EndedAnswer } from './derive-entry.ts'

const none = { sample: 0, forTwo: 0 }
const record: AnswerRecord = {
  generation: 'run-1',
  model: null,
  promptHash: null,
  firstSentenceMs: 4,
  tookMs: 9,
  withheld: [],
}

const sentence = (text: string, author: 'model' | 'composer' = 'composer'): TranscriptFrame => ({
  type: 'sentence',
  seq: 2,
  answerId: 'a',
  index: 0,
  kind: 'fact',
  author,
  parts: [{ text }],
})

const accepted = (scope: Scope): TranscriptFrame => ({
  type: 'accepted',
  seq: 1,
  id: 'q',
  answerId: 'a',
  scope,
})

const withheld: TranscriptFrame = {
  type: 'withheld',
  seq: 3,
  answerId: 'a',
  index: 1,
  reason: 'It held markup.',
}

const answer = (change: Partial<EndedAnswer> = {}): EndedAnswer => ({
  answerId: 'AAAAAAAAAAAAAAAAAAAAAA',
  conversationId: 'c',
  text: 'Où est-ce que je perds?',
  askedAt: '2026-03-01T10:00:00.000Z',
  expiresAt: '2026-05-30T10:00:00.000Z',
  frames: [accepted({ intents: ['where-time'] }), sentence('In Section 2.')],
  outcome: 'answered',
  record,
  ...change,
})

const barber = RaceId.parse('barber-r1')
const vir = RaceId.parse('vir-r2')
const car = CarNumber.parse('3-2')

test('words are those of question and answer, each once', () => {
  expect(deriveEntry(answer(), none).words).toEqual(
    'ou est ce que je perds in section 2'.split(' '),
  )
})

describe('where it is about', () => {
  test.each([
    [{ intents: [], raceId: barber, car }, {}, { trackIds: ['barber'], raceIds: ['barber-r1'] }],
    [{ intents: [], raceIds: [barber, vir] }, {}, { trackIds: ['barber', 'vir'] }],
    [{ intents: [] }, { raceId: vir, car }, { raceIds: ['vir-r2'], cars: ['3-2'] }],
    [{ intents: [], raceId: barber }, { raceId: vir }, { raceIds: ['barber-r1'] }],
    [{ intents: [], trackId: TrackId.parse('vir') }, {}, { trackIds: ['vir'], raceIds: [] }],
  ])('%j on a screen of %j', (scope, context, places) => {
    const entry = deriveEntry(answer({ frames: [accepted(scope)], context }), none)
    expect(entry).toMatchObject(places)
  })
})

describe('why it is in the queue', () => {
  const at = '2026-03-01T11:00:00.000Z'
  test.each([
    ['nothing', {}, []],
    ['a driver said it is wrong', { feedback: { verdict: 'wrong', at } }, ['flagged']],
    ['a driver said it is unclear', { feedback: { verdict: 'unclear', at } }, ['flagged']],
    ['a driver said it is helpful', { feedback: { verdict: 'helpful', at } }, []],
    ['a sentence was withheld', { frames: [withheld] }, ['withheld']],
    ['it is not in the data', { outcome: 'not-in-data' }, ['not-in-data']],
    ['the model failed', { record: { ...record, hasModelFailed: true } }, ['error']],
  ] as const)('%s', (_, change, reasons) => {
    expect(deriveEntry(answer(change), none).reasons).toEqual(reasons)
  })

  test('an answer that the service had to end is an error', () => {
    const { record: _record, ...cut } = answer({ outcome: 'stopped' })
    expect(deriveEntry(cut, none).reasons).toEqual(['error'])
  })

  test('of the rest, the share that is set, drawn alike each time', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const ids = Array.from(letters, (one) => Array.from(letters, (two) => `${one}${two}`)).flat()
    const drawn = (sample: number) =>
      ids.filter((id) => {
        const answerId = id.padEnd(22, 'M')
        return deriveEntry(answer({ answerId }), { sample, forTwo: 0 }).reasons.includes('sample')
      })
    expect(drawn(0)).toEqual([])
    expect(drawn(1)).toHaveLength(ids.length)
    expect(drawn(0.1).length / ids.length).toBeCloseTo(0.1, 2)
    expect(drawn(0.1)).toEqual(drawn(0.1))
    expect(drawn(0.2)).toEqual(expect.arrayContaining(drawn(0.1)))
  })

  test('a second opinion is drawn apart from the sample', () => {
    const answerId = `AAAAAA${'A'.repeat(2)}______AAAAAAAA`
    const entry = deriveEntry(answer({ answerId }), { sample: 0.5, forTwo: 0.5 })
    expect([entry.reasons, entry.isForTwo]).toEqual([['sample'], false])
  })
})

test('who phrased is the model where one of its sentences is there', () => {
  const withModel = { ...record, model: 'gemma3' }
  const writer = (frames: TranscriptFrame[]) =>
    deriveEntry(answer({ frames, record: withModel }), none).writer
  expect(writer([sentence('By the model.', 'model'), sentence('By code.')])).toBe('gemma3')
  expect(writer([sentence('By code.')])).toBe('composer')
})
