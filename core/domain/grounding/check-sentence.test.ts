import { expect, test } from 'vitest'
import type { Fact } from '../fact.ts'
import { type FactKind, factShort, factText, unitOf } from '../fact-text.ts'
import { checkSentence } from './check-sentence.ts'
import type { GivenFact, Scope } from './given.ts'

const fact = (id: string, kind: FactKind, value: Fact['value']): Fact => {
  const [collection = '', rest = ''] = id.split('/')
  const [document = '', field = ''] = rest.split('#')
  const short = factShort(kind, value)
  return {
    id,
    label: '',
    value,
    unit: unitOf[kind],
    text: factText(kind, value),
    ...(short !== undefined && { short }),
    document: { collection, id: document, field },
  }
}
const pattern = (
  car: string,
  field: string,
  kind: FactKind,
  value: Fact['value'],
  race = 'barber-r1',
) => fact(`ml_pattern_recommendations/${race}_${car}#${field}`, kind, value)

const facts: readonly Fact[] = [
  pattern('13', 'sections.s1.paceGapMs', 'gap', 114.789), // F1
  pattern('13', 'sections.s2.paceGapMs', 'gap', 547.655),
  pattern('13', 'sections.s3.paceGapMs', 'gap', -30.25),
  pattern('13', 'sections.s2.paceRank', 'rank', 16),
  pattern('13', 'sections.s2.paceOf', 'count', 22), // F5
  pattern('13', 'sections.s2.paceN', 'count', 24),
  pattern('13', 'bestLap.lapTimeMs', 'lap-time', 97_428),
  pattern('13', 'bestLap.lap', 'lap', 8),
  pattern('13', 'sections.s2.watch.car', 'car', '51'),
  pattern('13', 'sections.s2.watch.lap', 'lap', 26), // F10
  pattern('13', 'sections.s2.watch.quickerByMs', 'gap', 310.4),
  pattern('13', 'trend.verdict', 'word', 'improving'),
  pattern('13', 'trend.slopeMsPerLap', 'slope', -21.4),
  pattern('13', 'firstStandsOut', 'yes-no', true),
  pattern('13', 'opportunities.0', 'section', 's2'), // F15
  pattern('13', 'clean.medianMs', 'lap-time', 98_210.5),
  pattern('22', 'clean.medianMs', 'lap-time', 97_900),
  pattern('13', 'laps.5.placesLost', 'places', 2),
  pattern('13', 'laps.5.lostTo.0', 'car', '93'),
  pattern('13', 'position', 'position', 14), // F20
  pattern('13', 'story.positionAfterLap1', 'position', 18),
  pattern('13', 'consistencyScore', 'score', 96),
  pattern('13', 'steadyMs', 'gap', 212.3),
  fact('ml_weather_recommendations/barber-r1#variables.airTempC.mean', 'temperature', 27.34),
  fact('ml_weather_recommendations/barber-r1#otherRace.field.shiftMs', 'gap', 420.2), // F25
  fact('tracks/barber#cornerRanges.s2', 'corners', 'Turns 5–11'),
  pattern('13', 'laps.8.topSpeedKph', 'speed', 182.4),
  pattern('13', 'gapToCompositeMs', 'gap', 965.1),
]
const given: readonly GivenFact[] = facts.map((one, index) => ({
  label: `F${index + 1}`,
  fact: one,
}))
const scope: Scope = {
  trackId: 'barber',
  raceIds: ['barber-r1'],
  cars: ['13', '22'],
  me: '13',
  laps: [],
  sections: [],
  trackNames: { barber: ['barber'], cota: ['cota', 'austin'] },
  raceDates: { 'barber-r1': '2025-09-06', 'barber-r2': '2025-09-07' },
}
const check = (draft: string) => checkSentence(draft, given, scope)
const shown = (draft: string) => {
  const checked = check(draft)
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
  expect(shown(draft).split(':')[0]).toBe(code)
})
