import { expect, test } from 'vitest'
import { draftOf, judgmentOf, sentencesOf } from './judging-draft.ts'

test('each line is a sentence, own words begin with a mark, empty lines are none', () => {
  expect(sentencesOf('Section 2 is 0.548 s off.\n\n>  The curb was wet. \n>\n')).toEqual([
    { text: 'Section 2 is 0.548 s off.', isOwnWords: false },
    { text: 'The curb was wet.', isOwnWords: true },
  ])
})

test('a judgment that was given can be taken up again as it was', () => {
  const draft = draftOf({
    coachId: 'c1',
    coach: 'Coach 1',
    at: '2026-03-01T10:00:00.000Z',
    verdict: 'partly',
    wrong: [{ index: 0, from: 2, to: 5 }],
    correction: [
      { parts: [{ text: 'Section 2: ' }, { text: '0.548 s', factId: 'a/b#c' }], isOwnWords: false },
      { parts: [{ text: 'The curb was wet.' }], isOwnWords: true },
    ],
    note: null,
    deliveredAt: null,
  })
  expect(draft.correction).toBe('Section 2: 0.548 s\n> The curb was wet.')
  expect(judgmentOf(draft)).toEqual({
    verdict: 'partly',
    wrong: [{ index: 0, from: 2, to: 5 }],
    correction: [
      { text: 'Section 2: 0.548 s', isOwnWords: false },
      { text: 'The curb was wet.', isOwnWords: true },
    ],
    note: null,
  })
})

test('without a verdict there is nothing to save', () => {
  expect(judgmentOf(draftOf(undefined))).toBeUndefined()
})
