import { expect, test } from 'vitest'
import { findFilters } from './find-filters.ts'

const read = (text: string) => findFilters({ text, mentions: [] })

test.each([
  ['my pace if you forget everything before lap 10', { from: 10 }],
  ['my pace without the laps before lap 10', { from: 10 }],
  ["before lap 10 doesn't count, what is my pace", { from: 10 }],
  ['anything before lap 10 should not count, my mean lap?', { from: 10 }],
  ['what is my pace ignoring laps before 10', { from: 10 }],
  ['average excluding everything up to lap 10', { from: 11 }],
  ['skip everything until lap 12, my average?', { from: 12 }],
  ['ignore anything after lap 15, how was i', { to: 15 }],
  ['my consistency if you leave out all laps after lap 20', { to: 20 }],
  ['everything after lap 20 was rubbish, whats my pace without that', { to: 20 }],
  ['my median, disregard what came after lap 12', { to: 12 }],
  ['my mean without everything from lap 18 on', { to: 17 }],
  ['my pace from lap 10', { from: 10 }],
  ['my median until lap 12', { to: 12 }],
])('%s', (text, stretch) => {
  expect(read(text).mentions).toEqual([{ type: 'stretch', ...stretch }])
})

test('of words that leave out something unread no stretch is kept', () => {
  const text = 'without really wanting anything that was before lap 10'
  expect(read(text).mentions).toEqual([])
})
