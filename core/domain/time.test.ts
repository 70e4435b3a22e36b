import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatTime, parseTimeMs } from './time.ts'

test.each([
  ['1:37.428', 97_428],
  ['27.2', 27_200],
  ['39.57', 39_570],
  ['62.0', 62_000],
  ['91.594', 91_594],
  ['12:21.996', 741_996],
  ['48:46.001', 2_926_001],
  ['75:00.000', 4_500_000],
  ['0:00:42.522', 42_522],
  ['13:42:35.322', 49_355_322],
  ['24:00:12.3', 86_412_300],
  [' 1:37.428 ', 97_428],
  // As a float, 1.001 * 1000 is 1000.9999999999999 and 4.35 * 1000 is 4350.000000000001 in some orders.
  ['1.001', 1001],
  ['0:04.35', 4350],
])('%s is %i ms', (text, ms) => {
  expect(parseTimeMs(text)).toBe(ms)
})

test.each([
  '',
  ' ',
  '.',
  '.5',
  '27',
  '27.',
  '1:37',
  '1:37.4280',
  '1:7.428',
  '1:60.000',
  '1:60:00.000',
  '1:2:03.004',
  ':37.428',
  '1::37.428',
  '::1.0',
  '-1:37.428',
  '+2.740',
  '1e3.0',
  '1:37,428',
  'abc',
  '1.2.3',
  '1:37.4x',
  '0x1.0',
  '1234567.0',
  '1:00:00:00.000',
  'NaN',
  '１.5',
])('%j is no time', (text) => {
  expect(parseTimeMs(text)).toBeUndefined()
})

test.each([
  [0, '0.000'],
  [43_148, '43.148'],
  [59_999.5, '1:00.000'],
  [97_428, '1:37.428'],
  [3_599_999, '59:59.999'],
  [3_723_004, '1:02:03.004'],
  [43_344.5, '43.345'],
  [43_344.49, '43.344'],
  [-304, '−0.304'],
  [-0.5, '0.000'],
])('%d ms is written %s', (ms, text) => {
  expect(formatTime(ms)).toBe(text)
})

test('what is written is read back, to the millisecond, for up to 48 hours', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 172_800_000 }), (ms) => {
      expect(parseTimeMs(formatTime(ms))).toBe(ms)
    }),
  )
})

test('a time under a minute may lose its last zeros and its minute', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 59_999 }), (ms) => {
      const short = `${Math.floor(ms / 1000)}.${String(ms % 1000).padStart(3, '0')}`
      expect(parseTimeMs(short.replace(/(\.\d+?)0+$/, '$1'))).toBe(ms)
      expect(parseTimeMs(`0:${short.padStart(6, '0')}`)).toBe(ms)
    }),
  )
})

test('any text is a time of whole milliseconds or no time', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('0', '1', '5', '9', ':', '.', '-', ' ', 'x'),
        maxLength: 14,
      }),
      (text) => {
        const ms = parseTimeMs(text)
        expect(ms === undefined || (Number.isSafeInteger(ms) && ms >= 0)).toBe(true)
      },
    ),
  )
})
