import { expect, test } from 'vitest'
import { withoutControlTokens } from './control-tokens.ts'

test.each([
  ['<start_of_turn>model', 'model'],
  ['a<end_of_turn>b', 'ab'],
  ['<bos><eos><pad><unk><unused12>x', 'x'],
  ['<start_of_image>x<image_soft_token>', 'x'],
  ['<START_OF_TURN>x', 'x'],
  ['<start_of_<bos>turn>x', 'x'],
  ['<e<e<eos>os>os>x', 'x'],
  ['<end\u200B_of_turn>x', 'x'],
  ['<end_of_\u{E0061}turn>x', 'x'],
  ['<|im_start|>system', 'system'],
  ['[INST] x [/INST]</s>', ' x '],
  ['a\u202Eb\u0000c', 'abc'],
])('%j is read as %j', (text, clean) => {
  expect(withoutControlTokens(text)).toBe(clean)
})

test.each(['a < b and c > d', '1:37.428\n\tcar 13', '[F3] is 0.548 s', 'Zürich 🏁', 'S2 <- S3'])(
  '%j stays as it is',
  (text) => {
    expect(withoutControlTokens(text)).toBe(text)
  },
)

test('a text of nothing but nested tokens is done soon', () => {
  const deep = '<e'.repeat(5_000) + '<eos>' + 'os>'.repeat(5_000)
  expect(withoutControlTokens(deep)).toBe('')
})
