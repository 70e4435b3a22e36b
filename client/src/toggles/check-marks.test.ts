import { expect, test } from 'vitest'
import { checkMarks, checkSpan } from './check-marks.ts'

const card = { paceGapMs: 548, aimGapMs: 457 }

test('a card asks for its aim, and is held against what happens by itself', () => {
  const marks = checkMarks(card, { usualShiftMs: -83 })
  expect(marks.map(({ words, ms }) => [words, ms])).toEqual([
    ['asked', -91],
    ['usual', -83],
    ['unchanged', 0],
  ])
})

test('a usual shift that is not known is not zero', () => {
  const marks = checkMarks(card, { usualShiftMs: null })
  expect(marks.map(({ words }) => words)).toEqual(['asked', 'unchanged'])
})

test('the plot reaches over the interval and all marks', () => {
  expect(checkSpan(checkMarks(card, { usualShiftMs: -83 }), -153, 20)).toEqual([-153, 20])
  expect(checkSpan(checkMarks(card, { usualShiftMs: -83 }), -40, -20)).toEqual([-91, 0])
})
