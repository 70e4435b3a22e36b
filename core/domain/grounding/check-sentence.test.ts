import { expect, test } from 'vitest'
import { checkSentence } from './check-sentence.ts'
import { barberFacts, barberScope, labelled } from './fixtures.ts'

const given = labelled(barberFacts)
const shown = (draft: string) => {
  const checked = checkSentence(draft, given, barberScope)
  if (!checked.passed) return `${checked.reason.code}: ${checked.reason.detail ?? ''}`
  return checked.parts
    .map(({ text, factId }) => (factId === undefined ? text : `‹${text}›`))
    .join('')
}

test.each([
  [
    'Section 2 is the biggest part: [F2] off the quick quarter, [F4] of [F5], over [F6] green laps.',
    'Section 2 is the biggest part: ‹0.548 s› off the quick quarter, ‹16th› of ‹22›, over ‹24› green laps.',
  ],
  [
    'You are half a second off the quick quarter in Section 2.',
    'You are ‹0.55 s› off the quick quarter in Section 2.',
  ],
  [
    'In S2 you are just over half a second slower than the quick quarter.',
    'In S2 you are ‹0.55 s› slower than the quick quarter.',
  ],
  [
    'In Section 2, you are about 0.5 s off the quickest quarter of the field.',
    'In Section 2, you are about ‹0.55 s› off the quickest quarter of the field.',
  ],
  [
    'In sector two you are 548 ms off the quick quarter.',
    'In sector two you are ‹0.55 s› off the quick quarter.',
  ],
  ['Your best lap was 1:37.428 on lap 8.', 'Your best lap was ‹1:37.428› on lap ‹8›.'],
  ['Your best lap was [F7] on [F8].', 'Your best lap was ‹1:37.428› on ‹lap 8›.'],
  ['Your best lap was 1:37.4.', 'Your best lap was ‹1:37.428›.'],
  [
    'Watch car 51 on lap 26 in Section 2: 0.31 s quicker there.',
    'Watch car ‹51› on lap ‹26› in Section 2: ‹0.31 s› quicker there.',
  ],
  [
    'Car 51 is three tenths quicker than you in Section 2.',
    'Car ‹51› is ‹0.31 s› quicker than you in Section 2.',
  ],
  [
    'You are three tenths slower than car 51 in Section 2.',
    'You are ‹0.31 s› slower than car ‹51› in Section 2.',
  ],
  ['Section 2 stands out.', 'Section 2 stands out.'],
  [
    'In Section 3 you are 0.03 s ahead of the quick quarter.',
    'In Section 3 you are ‹0.03 s› ahead of the quick quarter.',
  ],
  ['You gained [F13] on the field.', 'You gained ‹0.021 s a lap› on the field.'],
  [
    'Your median is [F16], slower than the [F17] of car 22.',
    'Your median is ‹1:38.211›, slower than the ‹1:37.900› of car 22.',
  ],
  ['On lap 5 you lost two places, to car 93.', 'On lap 5 you lost ‹2› places, to car ‹93›.'],
  ['You finished P14.', 'You finished ‹P14›.'],
  ['You finished 14th.', 'You finished ‹P14›.'],
  ['Your consistency score is 96 of 100.', 'Your consistency score is ‹96 of 100›.'],
  ['Half of your laps lie within ±0.21 s.', 'Half of your laps lie within ±‹0.21 s›.'],
  ['The air was 27.3 °C on average.', 'The air was ‹27.3 °C› on average.'],
  ['The air averaged 81 °F.', 'The air averaged ‹27.3 °C›.'],
  ['The field was [F25] slower than in Race 2.', 'The field was ‹0.420 s› slower than in Race 2.'],
  ['Section 2 (Turns 5–11) is the biggest part.', 'Section 2 (‹Turns 5–11›) is the biggest part.'],
  ['On lap 8 your top speed was 113 mph.', 'On lap ‹8› your top speed was ‹182.4 km/h›.'],
  ['Your best lap is 0.97 s off the composite.', 'Your best lap is ‹0.97 s› off the composite.'],
  ['A tow may have helped you in Section 2.', 'A tow may have helped you in Section 2.'],
  ['Hypothesis: braking in Section 2.', 'Hypothesis: braking in Section 2.'],
  ['Braking points are not in the timing data.', 'Braking points are not in the timing data.'],
  ['Film where you brake in Section 2.', 'Film where you brake in Section 2.'],
])('%j passes', (draft, text) => {
  expect(shown(draft)).toBe(text)
})

test.each([
  ['Timing data cannot show where you brake.', 'note'],
  ['This may be due to traffic, but timing cannot show it.', 'hypothesis'],
  ['Focus on Section 2 first.', 'action'],
  ['You finished P14, up from P18 after lap 1.', 'fact'],
])('%j is a %s', (draft, kind) => {
  expect(checkSentence(draft, given, barberScope)).toMatchObject({ passed: true, kind })
})
