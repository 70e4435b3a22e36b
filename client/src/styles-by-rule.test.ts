import { expect, test } from 'vitest'
import { withRulesFor } from './styles-by-rule.ts'

/** Stronger than the rules of classes, wherever those stand. */
const rule = (at: number) => `[data-drawn="${at}"]`.repeat(4)

test('style attributes become rules, equal ones the same rule', () => {
  const html =
    '<p style="width:1px">a</p><p id="b" style="color:red;font-family:&quot;Inter&quot;">b</p><p style="width:1px">c</p>'
  expect(withRulesFor(html, [{ name: 'kl', css: 'p{}' }])).toEqual({
    html: '<p data-drawn="0">a</p><p id="b" data-drawn="1">b</p><p data-drawn="0">c</p>',
    styles: [
      { name: 'kl', css: 'p{}' },
      { name: 'drawn', css: `${rule(0)}{width:1px}${rule(1)}{color:red;font-family:"Inter"}` },
    ],
  })
})

test('text that looks like an attribute stays text, and without attributes nothing changes', () => {
  const html = '<p>he said style=&quot;width:1px&quot;</p>'
  expect(withRulesFor(html, [])).toEqual({ html, styles: [] })
})
