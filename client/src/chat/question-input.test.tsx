// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { QuestionInput } from './question-input.tsx'
import type { Turn } from './turn.ts'

afterEach(cleanup)

const idle = () => undefined

function draw(busy?: Turn) {
  const sent: string[] = []
  const stopped: string[] = []
  function Asking() {
    const [draft, setDraft] = useState({ text: '', context: {} })
    return (
      <QuestionInput
        ref={null}
        draft={draft}
        screen={{}}
        busy={busy}
        onChange={setDraft}
        onSend={() => sent.push(draft.text)}
        onStop={(id) => stopped.push(id)}
        onUse={idle}
      />
    )
  }
  render(<Asking />)
  return { sent, stopped, input: screen.getByRole('textbox') }
}

test('Enter sends, Shift and Enter begin a new line', async () => {
  const { sent, input } = draw()
  await userEvent.type(input, 'one{Shift>}{Enter}{/Shift}two{Enter}')
  expect(sent).toEqual(['one\ntwo'])
})

test('nothing, blanks and what is too long are not sent', async () => {
  const { sent, input } = draw()
  await userEvent.type(input, '  {Enter}')
  fireEvent.change(input, { target: { value: 'x'.repeat(2001) } })
  await userEvent.type(input, '{Enter}')
  expect(sent).toEqual([])
  expect(screen.getByRole('status').textContent).toBe(
    '2,001 of 2,000 characters: please shorten it',
  )
})

test('the length is told near its end, not before', () => {
  const { input } = draw()
  fireEvent.change(input, { target: { value: 'x'.repeat(1799) } })
  expect(screen.getByRole('status').textContent).toBe('')
  fireEvent.change(input, { target: { value: 'x'.repeat(1800) } })
  expect(screen.getByRole('status').textContent).toBe('1,800 of 2,000 characters')
})

test('while an answer is written it can be stopped, and what is typed waits', async () => {
  const { sent, stopped, input } = draw({ id: 'q1' })
  await userEvent.type(input, 'next{Enter}')
  expect([sent, input.textContent]).toEqual([[], 'next'])
  await userEvent.click(screen.getByRole('button', { name: 'Stop the answer' }))
  expect(stopped).toEqual(['q1'])
})
