import { expect, test } from 'vitest'
import { foldedWords } from './folded-words.ts'

test.each([
  ['Où est-ce que je perds à Sébring?', ['ou', 'est', 'ce', 'que', 'je', 'perds', 'a', 'sebring']],
  ['STRASSE straße Straße', ['strasse']],
  ['my 1:39.167, +0.55 s', ['my', '1:39.167', '0.55', 's']],
  ['lap 8, lap 9', ['lap', '8', '9']],
  ['①ｆｕｌｌ', ['1full']],
  ['Ångström ÅNGSTRÖM', ['angstrom']],
  ['Łódź İstanbul', ['lodz', 'istanbul']],
  ["don't", ['don', 't']],
  ['', []],
  ['— !? 🏁', []],
])('%s is folded', (text, words) => {
  expect(foldedWords(text)).toEqual(words)
})

test('an endless word is cut alike in text and search', () => {
  const endless = 'x'.repeat(5000)
  expect(foldedWords(endless)).toEqual(foldedWords(`${endless}y`))
})
