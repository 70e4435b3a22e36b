import { expect, test } from 'vitest'
import { checkSentence } from './check-sentence.ts'
import { barberFacts, barberScope, labelled } from './fixtures.ts'

const given = labelled(barberFacts)
const verdictOn = (draft: string) => {
  const checked = checkSentence(draft, given, barberScope)
  if (!checked.passed) return checked.reason.code
  return 'passed'
}

test.each([
  // Wrong numbers.
  ['In Section 2 you are 0.458 s off the quick quarter.', 'number'],
  ['In Section 2 you are 0.5477 s off the quick quarter.', 'number'],
  ['In Section 2 you are 0.547655 s off the quick quarter.', 'number'],
  ['In Section 2 you are 0.56 s off the quick quarter.', 'number'],
  ['In Section 2 you are seven tenths off the quick quarter.', 'number'],
  ['In Section 2 you are 0.548 ms off the quick quarter.', 'number'],
  ['In Section 2 you are half a tenth off the quick quarter.', 'number'],
  ['In Section 2 you are 0.548 km/h off the quick quarter.', 'number'],
  ['Your best lap was 1:37.42.', 'number'],
  ['Your best lap was 1:37.482.', 'number'],
  ['The air was 27.34 °C on average.', 'number'],
  ['The air was 27.3 °F on average.', 'number'],
  ['On lap 8 your top speed was 182.4 mph.', 'number'],
  ['You finished thirteenth.', 'number'],
  ['You finished P41.', 'number'],
  ['Your consistency score is 69.', 'number'],
  // The right number on the wrong one.
  ['In Section 1 you are 0.548 s off the quick quarter.', 'wrong-place'],
  ['In Section 1 you are [F2] off the quick quarter.', 'wrong-place'],
  ['You are [F2] off the quick quarter.', 'wrong-place'],
  ['In Section 2 car 22 is [F2] off the quick quarter.', 'wrong-place'],
  ['In Race 2 you were [F2] off the quick quarter in Section 2.', 'wrong-place'],
  ['On lap 9 your top speed was 182.4 km/h.', 'wrong-place'],
  ["Car 22's best lap was 1:37.428.", 'wrong-place'],
  ["Your median is [F17], slower than car 22's [F16].", 'wrong-place'],
  ['At COTA your best lap was 1:37.428.', 'wrong-place'],
  // The right number by the wrong name.
  ['Your ideal lap is 1:37.428.', 'figure'],
  ['Your average lap is [F16].', 'figure'],
  ['In Section 2 you are [F2] off the composite.', 'figure'],
  ['In Section 2 you are [F2] off your own best.', 'figure'],
  ['Section 2 is the biggest part, over [F6] cars.', 'figure'],
  // Names that nothing is about.
  ['Your best lap was 1:37.428 on lap 9.', 'wrong-place'],
  ['Watch car 51 on lap 8 in Section 2.', 'entity'],
  ['Watch car 52 in Section 2.', 'entity'],
  ['Watch car 51 in Section 1.', 'entity'],
  ['Watch lap 12.', 'entity'],
  ['Look at Turn 5.', 'entity'],
  ['Section 3 (Turns 5–11) is close.', 'entity'],
  ['The race was on 8 September 2025.', 'entity'],
  ['COTA is next.', 'entity'],
  // Turned comparisons.
  ['In Section 1 you are [F1] off the quick quarter, in Section 2 [F2] ahead.', 'direction'],
  [
    'The quick quarter is [F1] quicker than you in Section 1, in Section 2 [F2] slower.',
    'direction',
  ],
  ['You are [F1] off the quick quarter in Section 1, in Section 3 [F3] off.', 'direction'],
  ['In Section 2 you are [F2] ahead of the quick quarter.', 'direction'],
  ['In Section 2 you are [F2] quicker than the quick quarter.', 'direction'],
  ['In Section 2 the quick quarter is [F2] slower.', 'direction'],
  ['In Section 2 you are not slower than the quick quarter, by [F2].', 'direction'],
  ['In Section 3 you are [F3] off the quick quarter.', 'direction'],
  ['In Section 3 your gap to the quick quarter is [F3].', 'direction'],
  ['Car 51 is [F11] slower than you in Section 2.', 'direction'],
  ['You are [F11] quicker than car 51 in Section 2.', 'direction'],
  ['Your median is [F16], quicker than the [F17] of car 22.', 'direction'],
  ['Car 22 is slower than you.', 'direction'],
  ['You lost [F13] to the field.', 'direction'],
  ['You are fading.', 'direction'],
  ['The field was [F25] quicker than in Race 2.', 'direction'],
  ['On lap 5 you won two places.', 'direction'],
  ['You passed car [F19] on lap 5.', 'direction'],
  ['Section 1 is the biggest part.', 'direction'],
  ['Section 1 stands out.', 'direction'],
  ['Section 2 does not stand out.', 'direction'],
  ['Section 2 is your strength.', 'direction'],
  ['Section 3 is the worst.', 'direction'],
  ['The sections are close.', 'direction'],
  ['You were not [F4] in Section 2.', 'direction'],
  // Beyond timing.
  ['You brake too late in Section 2.', 'beyond-timing'],
  ['You lose time in Section 2 because of traffic.', 'beyond-timing'],
  ['Car 93 held up car 13 on lap 5.', 'beyond-timing'],
  ['Timing does not show braking, but you brake too late.', 'beyond-timing'],
  ['Brake later in Section 2.', 'beyond-timing'],
  ['Braking may cost you 0.548 s in Section 2.', 'hypothesis'],
  ['You may have lost [F2] in Section 2 in traffic.', 'hypothesis'],
  ['You could find three tenths there.', 'hypothesis'],
  // Citations and words.
  ['In Section 2 you are [F99] off the quick quarter.', 'unknown-citation'],
  ['In Section 2 you are outclassed.', 'unknown-word'],
  ['Verstappen is next.', 'unknown-word'],
  ['Du bist zu langsam.', 'unknown-word'],
  ['You crashed in Section II.', 'unknown-word'],
])('%j is withheld: %s', (draft, code) => {
  expect(verdictOn(draft)).toBe(code)
})
