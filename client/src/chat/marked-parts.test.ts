// @vitest-environment node
import { expect, test } from 'vitest'
import { markedParts } from './marked-parts.ts'

const parts = [{ text: 'Your best lap is ' }, { text: 'lap 8', factId: 'f' }, { text: '.' }]
const marked = (...wrong: readonly { readonly from: number; readonly to: number }[]) =>
  markedParts(parts, wrong).map(({ text, isWrong }) => (isWrong ? `~${text}~` : text))

test.each([
  [[], ['Your best lap is ', 'lap 8', '.']],
  [[{ from: 17, to: 22 }], ['Your best lap is ', '~lap 8~', '.']],
  [[{ from: 5, to: 13 }], ['Your ', '~best lap~', ' is ', 'lap 8', '.']],
  [[{ from: 14, to: 19 }], ['Your best lap ', '~is ~', '~la~', 'p 8', '.']],
  [
    [
      { from: 0, to: 4 },
      { from: 22, to: 23 },
    ],
    ['~Your~', ' best lap is ', 'lap 8', '~.~'],
  ],
  [[{ from: 0, to: 99 }], ['~Your best lap is ~', '~lap 8~', '~.~']],
])('%j strikes through %j', (wrong, expected) => {
  expect(marked(...wrong)).toEqual(expected)
})

test('a number that is struck through still opens its fact', () => {
  expect(markedParts(parts, [{ from: 17, to: 22 }])[1]).toEqual({
    text: 'lap 8',
    factId: 'f',
    isWrong: true,
  })
})
