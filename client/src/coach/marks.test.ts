// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { nextWholeSentence, sentenceAttribute, selectedWords, trimmed, withMark } from './marks.ts'

test('marks that meet become one, others stay in their order', () => {
  const marks = [
    { index: 0, from: 0, to: 4 },
    { index: 1, from: 10, to: 14 },
  ]
  expect(withMark(marks, { index: 0, from: 3, to: 9 })).toEqual([
    { index: 0, from: 0, to: 9 },
    { index: 1, from: 10, to: 14 },
  ])
  expect(withMark(marks, { index: 0, from: 20, to: 22 })).toHaveLength(3)
})

test('a mark holds words, not the blanks beside them', () => {
  expect(trimmed({ index: 2, from: 3, to: 9 }, 'you  lost time')).toEqual([
    { index: 2, from: 5, to: 9 },
  ])
  expect(trimmed({ index: 2, from: 3, to: 5 }, 'you  lost time')).toEqual([])
})

test('by keyboard the mark goes from sentence to sentence, and then away', () => {
  const sentences = [
    { index: 0, length: 12 },
    { index: 2, length: 7 },
  ]
  const words = { index: 2, from: 1, to: 3 }
  const first = nextWholeSentence([], sentences)
  expect(first).toEqual([{ index: 0, from: 0, to: 12 }])
  const second = nextWholeSentence(first, sentences)
  expect(second).toEqual([{ index: 2, from: 0, to: 7 }])
  expect(nextWholeSentence(second, sentences)).toEqual([])
  expect(nextWholeSentence([words], sentences)).toEqual([{ index: 0, from: 0, to: 12 }, words])
})

test('a selection over two sentences, begun within a cited number, marks both', () => {
  document.body.innerHTML = `<div id="c"><p><span ${sentenceAttribute}="0">You are <b>0.548 s</b> off.</span></p>
    <p>withheld</p><p><span ${sentenceAttribute}="2">Section 3 is close.</span></p></div>`
  const column = document.getElementById('c')
  const number = document.querySelector('b')?.firstChild
  const last = document.querySelector(`[${sentenceAttribute}="2"]`)?.firstChild
  if (!column || !number || !last) throw new Error('the page is not as the test made it')
  globalThis.getSelection()?.setBaseAndExtent(number, 2, last, 9)
  expect(selectedWords(column)).toEqual([
    { index: 0, from: 10, to: 20 },
    { index: 2, from: 0, to: 9 },
  ])
})
