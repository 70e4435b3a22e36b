import { expect, test } from 'vitest'
import { readFilter, searchOf } from './queue-filter.ts'

test('filters survive the address and back; what is none is left out', () => {
  const search = new URLSearchParams(
    'words=heat&outcome=not-in-data&trackId=barber&car=13&from=yesterday&chart=gaps&verdict=great',
  )
  const filter = readFilter(search)
  expect(filter).toEqual({ words: 'heat', outcome: 'not-in-data', trackId: 'barber', car: '13' })
  expect(readFilter(searchOf(filter))).toEqual(filter)
})
