import { expect, test } from 'vitest'
import { checkSentence } from './check-sentence.ts'
import { barberFacts, barberScope, factFor, labelled, patternFact } from './fixtures.ts'

const lap15 = 'ml_pattern_recommendations/barber-r1_13#laps.15'
const given = labelled([
  ...barberFacts,
  patternFact('13', 'lapsDone', 'count', 27), // F29
  patternFact('13', 'cleanLaps', 'count', 24), // F30
  patternFact('13', 'clean.slopeMsPerLap', 'slope', 212.1),
  patternFact('13', 'positionOnRoad', 'position', 12),
  patternFact('13', 'potentialMs', 'gap', 785),
  patternFact('13', 'sections.s1.own.lap', 'lap', 11),
  patternFact('13', 'sections.s2.targetLaps.0', 'lap', 9), // F35
  factFor('tracks/barber#sections.1.lengthM', 'length', 1580.4),
  factFor('tracks/barber#lengthM', 'length', 3674.7),
  patternFact('13', 'idealLapMs', 'lap-time', 97_399),
  factFor('races/barber-r1#date', 'date', '2025-09-06'), // F39
  factFor(`${lap15}.followed.car`, 'car', '46'), // F40
  factFor(`${lap15}.followed.intervalMs`, 'gap', 369),
])

const passes = (text: string) => checkSentence(text, given, barberScope).passed

test.each([
  'You drove 24 green laps.',
  'On the road you finished P12.',
  'Your best lap was lap 8.',
  'In Section 2 your nearest quicker car is car 51.',
  'Your ideal lap is 1:37.399.',
  'The length of a lap is 3,675 m.',
  'In Section 2 your pace ranks 16th.',
  'You are 0.97 s off the composite on your best lap.',
  'Your pace ranks 16th of 22 in Section 2, 16th.',
])('%j passes', (text) => {
  expect(passes(text)).toBe(true)
})

test.each([
  ['a count of other laps', 'You drove 27 green laps.'],
  ['a lap for a count of laps', 'You drove lap 8 green laps.'],
  ['a rank for a count of laps', 'You drove [F4] green laps.'],
  ['places for the race', 'On lap 5 you lost 2 places, which won you the race.'],
  ['a lap for the lap into the pits', 'Your lap into the pits is lap 8.'],
  ['a gap for the time', 'Your ideal lap is 0.785 s.'],
  ['a gap for the pace', 'In Section 2 your pace is 0.548 s.'],
  ['a time for a gap', 'You are 1:37.399 off the quick quarter.'],
  ['the plain trend for the corrected', 'Your trend against the field is [F31].'],
  ['the road for the result', 'Your official position is [F32].'],
  ['a section for the lap', 'The length of a lap is 1,580 m.'],
  ['the lap of a section for the best lap', 'Your best lap was lap 11.'],
  ['a lap without its section', 'Your lap of the own best quarter is lap 9.'],
  ['a lap for a score', 'Your consistency score is lap 8.'],
  ['a section for a score', 'Your consistency score is [F15].'],
  ['a rank for a score', 'Your consistency score is [F4].'],
  ['a lap for a position', 'You finished lap 8.'],
  ['a lap for a count', 'The laps of the race is lap 8.'],
  ['a lap for a car', 'In Section 2 the car to watch is lap 26.'],
  ['a rank for a car', 'In Section 2 the nearest quicker car is [F4].'],
  ['a rank for a count', 'In Section 2 your cars with a pace are [F4].'],
  ['a car for a car', 'Car 22 is car 51.'],
  ['a time for a rank', 'Your rank of the steadiness is [F23].'],
  ['a time for a rank, in tenths', 'Your rank of the steadiness is 2 tenths.'],
  ['a time for what ranks', 'In Section 2 your pace ranks 0.548 s.'],
  ['a date for a count', 'The races of the season is [F39].'],
  ['a time of day for a rank', 'In Section 2 your pace is [F4] hour.'],
  ['minutes for a count', 'In Section 2 your pace rests on [F6] minutes.'],
  ['points for a count', 'In Section 2 there are [F5] points.'],
  ['the best lap of a section', 'In Section 2, your best lap was lap 9.'],
  ['a car against itself', "On lap 15 car 46's gap to car 46 is 0.369 s."],
  ['a gap of the car that it is to', "On lap 15 car 46's interval to it is 0.369 s."],
  ['a car behind itself', 'Car 22 is 0.31 s behind car 22.'],
  ['a section against itself', 'You are slower in Section 2 than in Section 2.'],
  ['one car for all', 'The median of the cars is 1:38.211.'],
  [
    'another name in the tail',
    'You are 0.548 s off the quick quarter in Section 2, which is the best of the field.',
  ],
  ['the most in the tail', 'Your median lap is 1:38.211, the most of all sections.'],
  ['the track for the car', 'In Section 2 you are [F4], and the track got quicker.'],
  ['a lap denied', 'Your best lap was not [F8].'],
  ['corners denied', 'The corners of Section 2 are not Turns 5–11.'],
  ['a car denied', 'In Section 2 your nearest quicker car is not car 51.'],
  ['the id of a document', 'The composite of barber-r1 is [F28] quicker than your best lap.'],
])('%s is withheld: %j', (_what, text) => {
  expect(passes(text)).toBe(false)
})
