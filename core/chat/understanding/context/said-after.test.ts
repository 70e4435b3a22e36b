import { expect, it } from 'vitest'
import { CarNumber } from '#core/domain/ids.ts'
import { saidAfter } from './said-after.ts'

const after = (
  intent: string,
  { car, cars, lap }: { car?: string; cars?: string[]; lap?: number } = {},
) => ({
  text: '',
  scope: {
    intents: [intent],
    ...(car !== undefined && { car: CarNumber.parse(car) }),
    ...(cars !== undefined && { cars: cars.map((one) => CarNumber.parse(one)) }),
    ...(lap !== undefined && { lap }),
  },
})

it.each([
  ['how far am I from it?', after('ideal-lap'), 'how far is my best lap from my ideal lap'],
  [
    'And how far off it was I',
    after('ideal-lap', { car: '22' }),
    "how far is car 22's best lap from car 22's ideal lap",
  ],
  ['so from when', after('trend'), 'from which lap did my pace drop'],
  ['did that one count?', after('gaps'), 'did that one count?'],
  ['was it a clean one', after('lap-apart', { lap: 12 }), 'did lap 12 count'],
  [
    'was he faster in race 2 too?',
    after('compare-cars', { cars: ['13', '22'] }),
    'was car 22 faster than me in race 2',
  ],
])('reads %j after an answer', (text, last, meant) => {
  expect(saidAfter(text, last, '13')).toBe(meant)
})

it('leaves what the answer before did not tell', () => {
  expect(saidAfter('was it a clean one', after('lap-apart'), '13')).toBe('was it a clean one')
  expect(saidAfter('from when', after('pace'), '13')).toBe('from when')
  expect(saidAfter('from when', undefined, '13')).toBe('from when')
})
