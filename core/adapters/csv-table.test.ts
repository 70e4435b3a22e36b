import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCsvTable } from './csv-table.ts'

function rows(text: string): readonly (readonly string[])[] {
  return parseCsvTable(Buffer.from(text)).rows
}

test('names of columns lose the blanks around them and the empty names at the end', () => {
  const { header, headerLine } = parseCsvTable(
    Buffer.from('\uFEFF\r\nNUMBER; LAP_TIME ;;\r\n1;2;;\r\n'),
  )
  expect(header).toEqual(['NUMBER', 'LAP_TIME'])
  expect(headerLine).toBe(2)
})

test('row n is line n + 1, whatever ends the lines and however many are blank', () => {
  expect(rows('a;b\r\n\r\n1;2\n3;4')).toEqual([['a', 'b'], [''], ['1', '2'], ['3', '4']])
})

test('quotes hold delimiters where a file has them, and are text where they are strays', () => {
  expect(rows('a,b\n"1,5","x ""y"""\n')).toEqual([
    ['a', 'b'],
    ['1,5', 'x "y"'],
  ])
  expect(rows('a;b\n"1;2\n3;4"\n')).toEqual([
    ['a', 'b'],
    ['"1', '2'],
    ['3', '4"'],
  ])
  expect(rows('a;b\n"1;2\n3;4\n')).toHaveLength(3)
})

test('the first line that is not UTF-8 is found', () => {
  const bytes = Buffer.from('a;b\nä;1\nö;2\n', 'utf8')
  expect(parseCsvTable(bytes)).not.toHaveProperty('firstBadLine')
  const latin = Buffer.concat([Buffer.from('a;b\n1;2\n'), Buffer.from('ü;2\n', 'latin1')])
  expect(parseCsvTable(latin).firstBadLine).toBe(3)
})

test('any bytes at all are read as a table', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(() => parseCsvTable(bytes)).not.toThrow()
    }),
  )
})

test('cells without delimiters, quotes and line ends are read back as they were', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '1', ' ', 'é', '.', '-', ','), maxLength: 6 })
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1 })
  fc.assert(
    fc.property(table, (cells) => {
      const lines = [['a', 'b', 'c'], ...cells]
      expect(rows(lines.map((line) => `${line.join(';')}\n`).join(''))).toEqual(lines)
    }),
  )
})
