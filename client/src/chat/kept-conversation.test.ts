// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { browserKeep, nothingKept } from './kept-conversation.ts'

beforeEach(() => localStorage.clear())

const kept = {
  ...nothingKept,
  conversationId: 'c1',
  resumeKey: 'k1',
  questions: [{ id: 'q1', text: 'Why?' }],
}

test('what one page keeps, the next one reads', () => {
  browserKeep().write(kept)
  expect(browserKeep().read()).toEqual(kept)
})

test.each(['{', '{"questions":1}', 'null', '{"questions":[],"verdicts":{}}'])(
  'what cannot be read is as good as nothing: %s',
  (text) => {
    localStorage.setItem('kaizenlap-conversation', text)
    expect(browserKeep().read()).toEqual(nothingKept)
  },
)

test('where storage is forbidden, it is kept as long as the page lives', () => {
  const keep = browserKeep(() => {
    throw new DOMException('forbidden', 'SecurityError')
  })
  keep.write(kept)
  expect(keep.read()).toEqual(kept)
})

test('of very many questions the last ones are kept', () => {
  const questions = Array.from({ length: 250 }, (_, index) => ({ id: `q${index}`, text: 'Why?' }))
  browserKeep().write({ ...kept, questions })
  expect(browserKeep().read().questions).toHaveLength(200)
  expect(browserKeep().read().questions.at(-1)?.id).toBe('q249')
})
