// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { LinkedParts } from './linked-parts.tsx'

afterEach(cleanup)

const fact = (text: string) => ({ text, factId: 'ml_pattern_recommendations/barber-r1_13#laps' })

test.each([
  [
    [
      { text: 'In ' },
      fact('Section 3'),
      { text: ' (' },
      fact('Turns 12–17'),
      { text: '), ' },
      fact('2nd'),
      { text: '.' },
    ],
  ],
  [[fact('P1'), { text: ', after ' }, fact('lap 1')]],
  [
    [
      { text: 'Within ±' },
      fact('0.24 s'),
      { text: '' },
      fact('16th'),
      { text: ').' },
      { text: ' (So.' },
    ],
  ],
  [[{ text: '(.' }]],
])('whatever stands beside a number, all of %j is said', (parts) => {
  const { container } = render(
    <QueryClientProvider client={new QueryClient()}>
      <LinkedParts parts={parts} />
    </QueryClientProvider>,
  )
  expect(container.textContent).toBe(parts.map(({ text }) => text).join(''))
})
