// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { Announcer } from './announcer.tsx'
import { emptyConversation, nextState } from './conversation-state.ts'
import { accepted, ended, said, withheld } from './frames-fixture.ts'

afterEach(cleanup)

const answer = [accepted(1), said(2, 0), withheld(3, 1), said(4, 2), ended(5)]
const asked = { type: 'asked', asked: { id: 'q1', text: 'Why?' } } as const
const whole =
  'Coach: Sentence 0. [A sentence was withheld. It gave a number that is not in the data.] Sentence 2.'

function toldAfterEach(first = emptyConversation): readonly string[] {
  const { rerender } = render(<Announcer turns={first.turns} />)
  let state = first
  return answer.map((frame) => {
    state = nextState(state, { type: 'frame', frame, nowMs: 0 })
    rerender(<Announcer turns={state.turns} />)
    return screen.getByRole('status').textContent
  })
}

test('an answer is told once, when all of it is there', () => {
  expect(toldAfterEach(nextState(emptyConversation, asked))).toEqual(['', '', '', '', whole])
})

test('an answer of before, restored, is not told', () => {
  expect(toldAfterEach()).toEqual(['', '', '', '', ''])
})
