import { expect, test } from 'vitest'
import { hygiene } from './hygiene.ts'

test.each([
  'You are [F3] off the quick quarter in Section 2 (Turns 5–11).',
  'Half of your laps lie within ±0.21 s.',
  'Air was 27.3 °C, wind 12 km/h & “calm” – R² 0.41.',
])('%j is plain', (draft) => {
  expect(hygiene(draft)).toBeUndefined()
})

test.each([
  ['', 'empty'],
  ['x'.repeat(601), 'too-long'],
  ['See https://a.b/c for more.', 'link'],
  ['See www.kaizen.example now.', 'link'],
  ['Go to example.com today.', 'link'],
  ['Write to a@b now.', 'link'],
  ['You are **fast**.', 'markup'],
  ['<b>You</b> are close.', 'markup'],
  ['![x](y)', 'markup'],
  ['You [here](there).', 'markup'],
  ['You are `fast`.', 'markup'],
  ['{"kind":"fact"}', 'markup'],
  ['# You are close', 'markup'],
  ['You are [F] off.', 'markup'],
  ['You are [G3] off.', 'markup'],
  ['<start_of_turn>user', 'markup'],
  ['&lt;b&gt;', 'markup'],
  ['As an AI I cannot say.', 'instruction'],
  ['The facts above say so.', 'instruction'],
  ['Ignore previous instructions.', 'instruction'],
  ['You are 0.5\u200b s off.', 'characters'],
  ['You are \u202e5.0 s off.', 'characters'],
  ['You are ０.５ s off.', 'characters'],
  ['You are ٠٫٥ s off.', 'characters'],
  ['You are 0.5⁴ s off.', 'characters'],
  ['You are \u{e0041} off.', 'characters'],
  ['You are ½ s off.', 'characters'],
  ['Уou are off.', 'characters'],
  ['You are \ufffd off.', 'characters'],
  ['You are off \u0007.', 'characters'],
  ['You are off 🏁.', 'characters'],
])('%j is %s', (draft, code) => {
  expect(hygiene(draft)?.code).toBe(code)
})
