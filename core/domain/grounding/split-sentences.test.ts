import { expect, test } from 'vitest'
import { createSentenceSplitter, splitSentences } from './split-sentences.ts'

test.each([
  ['One here. Two there! Three?', ['One here.', 'Two there!', 'Three?']],
  ['Your best lap was 1:37.4. It is close.', ['Your best lap was 1:37.4.', 'It is close.']],
  ['You are 0.5 s. off the field.', ['You are 0.5 s. off the field.']],
  ['You are off by 0.5 s. Section 2 is close.', ['You are off by 0.5 s.', 'Section 2 is close.']],
  ['Watch No. 13 in Section 2.', ['Watch No. 13 in Section 2.']],
  ['No. 13 is close.', ['No. 13 is close.']],
  ['The answer is no. Section 2 is close.', ['The answer is no.', 'Section 2 is close.']],
  ['Off by [F3]. Ranked [F4].', ['Off by [F3].', 'Ranked [F4].']],
  ['13 vs. 22 in Section 2.', ['13 vs. 22 in Section 2.']],
  ['- One thing\n- Another thing', ['One thing', 'Another thing']],
  ['1. Watch car 22.\n2. Try again.', ['Watch car 22.', 'Try again.']],
  ['He said "go." Then it ended.', ['He said "go."', 'Then it ended.']],
  ['Well… it is close.', ['Well… it is close.']],
  ['  ', []],
])('%j', (text, sentences) => {
  expect(splitSentences(text)).toEqual(sentences)
})

test('a stream gives the same sentences however it is cut', () => {
  const text =
    'Your best is 1:37.428. You are [F3] off, e.g. in Section 2. No. 13 is close!\nThe end'
  for (let size = 1; size < 12; size++) {
    const splitter = createSentenceSplitter()
    const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []
    const sentences = [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()]
    expect(sentences).toEqual(splitSentences(text))
  }
})

test('a sentence is given as soon as the next one begins', () => {
  const splitter = createSentenceSplitter()
  expect(splitter.push('You are close. ')).toEqual([])
  expect(splitter.push('N')).toEqual(['You are close.'])
})

test('a stream without an end of sentence is cut', () => {
  const splitter = createSentenceSplitter()
  expect(splitter.push('word '.repeat(1000))).toHaveLength(1)
})
