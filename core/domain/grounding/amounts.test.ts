import { expect, test } from 'vitest'
import { readAmount } from './amounts.ts'
import { tokensOf } from './tokens.ts'

const read = (text: string) => {
  const tokens = tokensOf(text)
  const found = readAmount(tokens, 0)
  return found && { ...found.amount, isAll: found.next === tokens.length }
}

const s = { base: 'ms', worth: 1000 }
const tenths = { base: 'ms', worth: 100 }

test.each([
  ['0.548 s', 0.548, 3, s],
  ['0.5s', 0.5, 1, s],
  ['0,41 s', 0.41, 2, s],
  ['1:37.428', 97.428, 3, s],
  ['1:37', 97, 0, s],
  ['1:02:03.004', 3723.004, 3, s],
  ['half a second', 0.5, 1, s],
  ['half-a-second'.replaceAll('-', ' '), 0.5, 1, s],
  ['half a tenth', 0.5, 1, tenths],
  ['a quarter of a second', 0.25, 2, s],
  ['three quarters of a second', 0.75, 2, s],
  ['three tenths', 3, 0, tenths],
  ['three tenths of a second', 3, 0, tenths],
  ['a tenth', 1, 0, tenths],
  ['a tenth and a half', 1.5, 1, tenths],
  ['one and a half tenths', 1.5, 1, tenths],
  ['a couple of tenths', 2, 0, tenths],
  ['five hundredths', 5, 0, { base: 'ms', worth: 10 }],
  ['twenty-two milliseconds', 22, 0, { base: 'ms', worth: 1 }],
  ['zero point five four seconds', 0.54, 2, s],
  ['a second', 1, 0, s],
  ['41 %', 41, 0, { base: '%', worth: 1 }],
  ['forty-one percent', 41, 0, { base: '%', worth: 1 }],
  ['182.4 km/h', 182.4, 1, { base: 'km/h', worth: 1 }],
  ['113 mph', 113, 0, { base: 'km/h', worth: 1.609344 }],
  ['27.3 °C', 27.3, 1, { base: '°C', worth: 1 }],
  ['27 degrees Celsius', 27, 0, { base: '°C', worth: 1 }],
  ['0.02 s a lap', 0.02, 2, { base: 'ms/lap', worth: 1000 }],
  ['0.02 seconds per lap', 0.02, 2, { base: 'ms/lap', worth: 1000 }],
  ['96 of 100', 96, 0, { base: 'points', worth: 1 }],
  ['21,435', 21_435, 0, undefined],
  ['a hundred and five', 105, 0, undefined],
  ['two thousand', 2000, 0, undefined],
  ['a dozen', 12, 0, undefined],
  ['twenty two', 22, 0, undefined],
  ['24', 24, 0, undefined],
])('%j', (text, value, decimals, unit) => {
  expect(read(text)).toEqual({
    value,
    decimals,
    ...(unit && { unit }),
    form: text.includes(':') ? 'time' : 'number',
    isAll: true,
  })
})

test.each([
  ['12th', 12],
  ['twelfth', 12],
  ['twenty-second', 22],
  ['3rd', 3],
])('%j is a rank', (text, value) => {
  expect(read(text)).toEqual({ value, decimals: 0, form: 'ordinal', isAll: true })
})

test.each([
  ['+0.548 s', '+'],
  ['−0.304 s', '-'],
  ['-0.304 s', '-'],
  ['±0.21 s', '±'],
])('%j has a sign', (text, sign) => {
  expect(read(text)).toMatchObject({ sign, unit: s })
})

test('Fahrenheit is degrees Celsius times 5/9, 32 below', () => {
  expect(read('81 °F')).toMatchObject({ value: 81, unit: { base: '°C', worth: 5 / 9 } })
})

test.each(['word', 'one of them', 'first', 'second', 'a lap', 'no', '1.234,5', '1:75.2', '12:345'])(
  '%j is no number',
  (text) => {
    expect(read(text)).toBeUndefined()
  },
)
