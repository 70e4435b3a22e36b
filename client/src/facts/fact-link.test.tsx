// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import type { Fact } from '#core/domain/fact.ts'
import type { FactAnswer } from '#core/protocol/rest/fact-answer.ts'
import { factQuery } from '../api/fact-query.ts'
import { SpotlightProvider, useSpotlight } from '../screen/spotlight.tsx'
import { FactLink } from './fact-link.tsx'

afterEach(cleanup)

const at = 'ml_pattern_recommendations/barber-r1_3#laps.8.timeMs.s2'
const read: FactAnswer = {
  fact: {
    id: at,
    label: 'Car 3, lap 8: Section 2, as driven',
    value: 42_862,
    unit: 'ms',
    text: '42.862 s',
    document: {
      collection: 'ml_pattern_recommendations',
      id: 'barber-r1_3',
      field: 'laps.8.timeMs.s2',
    },
    source: { file: 'laps.CSV', line: 90, column: 'S2_LARGE' },
  },
  line: {
    file: 'laps.CSV',
    line: 90,
    header: ['NUMBER', 'TEAM', 'S2_LARGE'],
    cells: ['3', '', '0:42.862'],
    struckOut: ['TEAM'],
  },
  cell: { column: 'S2_LARGE', index: 2, text: '0:42.862' },
}
const computed: Fact = {
  id: `computed:best(${at})`,
  label: 'The best of 1 values',
  value: 42_862,
  unit: 'ms',
  text: '42.862 s',
  document: null,
  operands: [at],
}

/** The panel's code is loaded when it is first opened. */
const whenLoaded = { timeout: 30_000 }

function show(fact: Fact | undefined, factId: string) {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  queries.setQueryData(factQuery(at).queryKey, read)
  render(
    <QueryClientProvider client={queries}>
      <SpotlightProvider>
        <FactLink factId={factId} text="42.862 s" fact={fact} />
        <Lit />
      </SpotlightProvider>
    </QueryClientProvider>,
  )
}

function Lit() {
  return <output>{JSON.stringify(useSpotlight().spot ?? null)}</output>
}

test('a number opens what it was computed from, down to the cell of the file, and back', async () => {
  const user = userEvent.setup()
  show(computed, computed.id)
  await user.click(screen.getByRole('button', { name: '42.862 s' }))
  const panel = within(await screen.findByRole('dialog', { name: computed.label }, whenLoaded))
  await user.click(panel.getByRole('button', { name: /Car 3, lap 8/ }))
  expect(panel.getByRole('heading', { name: /Line 90 of the file, column S2_LARGE/ })).toBeDefined()
  expect(panel.getByText('0:42.862').tagName).toBe('MARK')
  expect(panel.getByText('struck out')).toBeDefined()
  await user.click(panel.getByRole('button', { name: 'Back to the fact before' }))
  expect(panel.getByRole('heading', { name: 'Computed from one fact' })).toBeDefined()
})

test('closing gives the keyboard back to the number', async () => {
  const user = userEvent.setup()
  show(undefined, at)
  const link = screen.getByRole('button', { name: '42.862 s' })
  await user.click(link)
  await user.click(await screen.findByRole('button', { name: 'Close' }, whenLoaded))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.activeElement).toBe(link)
})

test('a number that is pointed at lights its lap and section', async () => {
  const user = userEvent.setup()
  show(undefined, at)
  await user.hover(screen.getByRole('button', { name: '42.862 s' }))
  expect(screen.getByRole('status').textContent).toBe(
    JSON.stringify({ raceId: 'barber-r1', car: '3', lap: 8, section: 's2' }),
  )
  await user.unhover(screen.getByRole('button', { name: '42.862 s' }))
  expect(screen.getByRole('status').textContent).toBe('null')
})
