import { expect, test } from 'vitest'
import { checkSentence } from './check-sentence.ts'
import { barberFacts, barberScope, factFor, labelled, patternFact } from './fixtures.ts'

const pattern = (field: string) => `ml_pattern_recommendations/barber-r1_13#${field}`
const over = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => pattern(`laps.${from + at}.correctedMs.lap`))
const median = (from: number, to: number) => `computed:median(${over(from, to).join(',')})`
const field = ['3', '7', '22'].map(
  (car) => `ml_pattern_recommendations/barber-r1_${car}#clean.meanMs`,
)
const weather = 'ml_weather_recommendations/barber-r1'

const given = labelled([
  ...barberFacts,
  patternFact('13', 'lap.paceGapMs', 'gap', -413.2),
  patternFact('13', 'lap.paceGapLowMs', 'gap', -690.4),
  patternFact('13', 'lap.paceGapHighMs', 'gap', -240.1),
  patternFact('13', 'lap.paceMs', 'lap-time', 98_144.9),
  patternFact('13', 'laps.1.lap', 'lap', 1),
  patternFact('13', 'laps.8.lap', 'lap', 8),
  patternFact('13', 'laps.9.lap', 'lap', 9),
  patternFact('13', 'laps.9.timeMs.lap', 'lap-time', 98_009),
  patternFact('13', 'laps.8.timeMs.lap', 'lap-time', 97_428),
  factFor(
    `computed:difference(${pattern('laps.9.timeMs.lap')},${pattern('laps.8.timeMs.lap')})`,
    'gap',
    581,
  ),
  factFor(
    `computed:difference(${pattern('laps.9.timeMs.lap')},${pattern('clean.medianMs')})`,
    'gap',
    -201.5,
  ),
  factFor(`computed:difference(${median(14, 27)},${median(4, 13)})`, 'gap', 561),
  ...[4, 13, 14, 27].map((lap) => patternFact('13', `laps.${lap}.lap`, 'lap', lap)),
  factFor(`computed:mean(${field.join(',')})`, 'lap-time', 99_514),
  factFor('races/barber-r1#classes.am.composite.sumMs', 'lap-time', 96_463),
  factFor('best_case_composites/barber-r1_s2#bestMs', 'section-time', 42_380),
  patternFact('13', 'clean.slopeMsPerLap', 'slope', 47.1),
  patternFact('13', 'clean.meanMs', 'lap-time', 98_020),
  patternFact('13', 'story.best.position', 'position', 12),
  patternFact('13', 'story.best.lap', 'lap', 14),
  patternFact('13', 'story.worst.position', 'position', 19),
  patternFact('13', 'story.worst.lap', 'lap', 4),
  patternFact('13', 'idealLapMs', 'lap-time', 97_390),
  patternFact('13', 'idealCleanMs', 'lap-time', 97_395),
  patternFact('13', 'sections.s1.paceN', 'count', 24),
  patternFact('13', 'quickStreak.fromLap', 'lap', 4),
  patternFact('13', 'quickStreak.toLap', 'lap', 13),
  patternFact('13', 'quickStreak.laps', 'count', 10),
  patternFact('13', 'lapsDone', 'count', 27),
  patternFact('13', 'cleanLaps', 'count', 24),
  factFor('races/barber-r1#date', 'date', '2025-09-06'),
  factFor(`${weather}#field.am.trackChange.slowestLap`, 'lap', 4),
  factFor(`${weather}#field.am.trackChange.quickestLap`, 'lap', 14),
  factFor(`${weather}#field.am.trackChange.rangeMs`, 'gap', 997),
  factFor(`${weather}#trackChange.hasChanged`, 'yes-no', false),
])

/** What was refused once though it is true, by its kind, and what stands near it and is a lie. */
const kinds: Readonly<Record<string, { truths: string; lies: string }>> = {
  'one figure in two sections': {
    truths: `
      You are further off the quick quarter in Section 2 than in Section 1.
      You are closer to the quick quarter in Section 1 than in Section 2.`,
    lies: `
      You are further off the quick quarter in Section 1 than in Section 2.
      You are closer to the quick quarter in Section 2 than in Section 1.
      You are further off the composite in Section 2 than in Section 1.
      You are further off the quick quarter in Section 2 than in Section 2 from the mid loop on.
      You are further off the quick quarter in Section 2 than in Section 4.`,
  },
  'one figure of two cars': {
    truths: `
      Your median is slower than car 22's.
      Car 22's median is quicker than yours.`,
    lies: `
      Your median is quicker than car 22's.
      Car 22's median is slower than yours.
      Your best lap is slower than car 22's.
      Your median is slower than car 51's.
      You are a lap behind car 22.`,
  },
  'the lap has its number': {
    truths: `
      Best lap 1:37.428 on lap 8, pace 0.41 s ahead of the quick quarter, over 24 green laps.
      Your best lap, 1:37.428 on lap 8, is 0.97 s off the best-case composite, 1:36.463.`,
    lies: `
      On lap 8 your pace was 0.41 s ahead of the quick quarter.
      On lap 8, your pace was 0.41 s ahead of the quick quarter.
      Best lap 1:37.428 on lap 9, pace 0.41 s ahead of the quick quarter.
      Your best lap, 1:37.428 on lap 8, is 0.97 s off the best-case composite, 1:37.390.
      On lap 8, over 24 green laps.`,
  },
  'two that are compared stand in two clauses': {
    truths: `
      Lap 9 was 1:38.009 and lap 8 1:37.428: lap 9 was 0.58 s slower.
      Lap 9 was 0.20 s quicker than your median.`,
    lies: `
      Lap 9 was 1:38.009 and lap 8 1:37.428: lap 8 was 0.58 s slower.
      Lap 9 was 1:38.009 and lap 8 1:37.428: lap 9 was 0.58 s quicker.
      Lap 9 was 1:38.009 and lap 14 1:37.428: lap 9 was 0.58 s slower.
      Lap 9 was 0.20 s slower than your median.
      Your median was 0.20 s quicker than lap 9.
      Lap 8 was 0.20 s quicker than your median.`,
  },
  'two stretches of laps': {
    truths: `
      On laps 14 to 27 you were 0.56 s slower than on laps 4 to 13.
      On laps 4 to 13 you were 0.56 s quicker than on laps 14 to 27.`,
    lies: `
      On laps 14 to 27 you were 0.56 s quicker than on laps 4 to 13.
      On laps 4 to 13 you were 0.56 s slower than on laps 14 to 27.
      On laps 14 to 27 you were 0.56 s slower than on laps 4 to 14.
      On laps 13 to 27 you were 0.56 s slower than on laps 4 to 13.
      On laps 14 and 27 you were 0.56 s slower than on laps 4 and 13.
      On lap 14 you were 0.56 s slower than on lap 4.`,
  },
  'against what, before by how much': {
    truths: `
      Against the quick quarter of the field: 0.55 s off in Section 2.
      Against the quick quarter, your pace is 0.41 s ahead.`,
    lies: `
      Against the quick quarter of the field: 0.55 s ahead in Section 2.
      Against the composite: 0.55 s off in Section 2.
      Against you, the quick quarter is 0.55 s ahead in Section 3.
      Against you, the quick quarter is 0.41 s ahead.`,
  },
  'an interval': {
    truths: `
      Your pace is 0.41 s ahead of the quick quarter; anything from 0.69 s to 0.24 s ahead fits your laps.`,
    lies: `
      Your pace is 0.41 s ahead of the quick quarter; anything from 0.69 s to 0.24 s off fits your laps.
      Your pace is 0.41 s ahead of the quick quarter; anything from 0.69 s ahead fits your laps.`,
  },
  'the plain trend': {
    truths: `
      As driven, your laps became 0.047 s a lap slower.`,
    lies: `
      As driven, your laps became 0.047 s a lap quicker.
      Against the field your laps became 0.047 s a lap slower.
      As driven, your laps became 0.074 s a lap slower.
      As driven, your laps became 0.047 s slower.`,
  },
  'places and the results': {
    truths: `
      You ended lap 1 in P18.
      The highest place at the line was P12 on lap 14, the lowest P19 on lap 4.
      In the results you are P14.`,
    lies: `
      You ended lap 1 in P14.
      You ended lap 9 in P18.
      The lowest place at the line was P12 on lap 14.
      The highest place at the line was P12 on lap 4.
      In the results you are P12.`,
  },
  'the ideal lap of all laps and of green ones': {
    truths: `
      Your ideal lap is 1:37.390.
      Your own best sections put together make 1:37.390.
      Your ideal lap of green laps is 1:37.395.`,
    lies: `
      Your ideal lap is 1:37.395.
      Your ideal lap of green laps is 1:37.390.`,
  },
  'the best of a section': {
    truths: `
      The best single time in Section 2 is 42.380 s.`,
    lies: `
      The best single time in Section 1 is 42.380 s.
      Your best in Section 2 is 42.380 s.
      The median in Section 2 is 42.380 s.`,
  },
  'laps that count': {
    truths: `
      24 of your 27 laps count.`,
    lies: `
      27 of your 24 laps count.
      24 of your 27 laps do not count.`,
  },
  'a stretch of quick laps': {
    truths: `
      Your longest run quicker than your own pace was laps 4 to 13: 10 laps in a row.`,
    lies: `
      Your longest run slower than your own pace was laps 4 to 13: 10 laps in a row.
      Your longest run quicker than your own pace was laps 4 to 14: 10 laps in a row.
      Your longest run quicker than your own pace was laps 4 to 13: 24 laps in a row.`,
  },
  'mean and median': {
    truths: `
      Your average lap was 1:38.020; your quicker laps pull the mean down.`,
    lies: `
      Your average lap was 1:38.020; your slower laps pull the mean up.`,
  },
  'the track': {
    truths: `
      The field itself was slowest on lap 4 and quickest on lap 14, 1.00 s apart.
      The track hardly changed.`,
    lies: `
      The field itself was quickest on lap 4 and slowest on lap 14, 1.00 s apart.
      You were slowest on lap 4.
      Your laps were 1.00 s apart.
      The track changed.`,
  },
  'a date': {
    truths: `
      The race was on 6 September 2025.`,
    lies: `
      Your best lap is 6 September 2025.
      The green laps of all cars is 6 September 2025.`,
  },
  'all and nothing': {
    truths: `
      Timing does not say why.`,
    lies: `
      Nothing is off the quick quarter.
      No section is off the quick quarter.
      Car 13 led at the end of lap 9.
      No trend beyond chance.`,
  },
}

const sentencesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
const rows = (which: 'truths' | 'lies') =>
  Object.entries(kinds).flatMap(([kind, sentences]) =>
    sentencesOf(sentences[which]).map((sentence) => [kind, sentence] as const),
  )

test.each(rows('truths'))('%s: %j passes', (_kind, sentence) => {
  expect(checkSentence(sentence, given, barberScope)).toMatchObject({ passed: true })
})

test.each(rows('lies'))('%s: %j is withheld', (_kind, sentence) => {
  expect(checkSentence(sentence, given, barberScope)).toMatchObject({ passed: false })
})

test('nothing is off the quick quarter where all sections are ahead of it', () => {
  const ahead = [1, 2, 3].map((number) =>
    patternFact('13', `sections.s${number}.paceGapMs`, 'gap', -100 * number),
  )
  const passes = (facts: typeof ahead) =>
    checkSentence('Nothing is off the quick quarter.', labelled(facts), barberScope).passed
  expect(passes(ahead)).toBe(true)
  expect(passes(ahead.slice(0, 2))).toBe(false)
  expect(passes([...ahead.slice(0, 2), patternFact('13', 'sections.s3.paceGapMs', 'gap', 4)])).toBe(
    false,
  )
})

test('the order of a list is the order of its gaps', () => {
  const passes = (first: string, second: string, third: string) =>
    checkSentence(
      `Your sections against the quick quarter, the furthest off first: ${first}, ${second} and ${third}.`,
      given,
      barberScope,
    ).passed
  const [one, two, three] = ['Section 1 [F1] off', 'Section 2 [F2] off', 'Section 3 [F3] ahead']
  if (one === undefined || two === undefined || three === undefined) throw new Error('three')
  expect(passes(two, one, three)).toBe(true)
  expect(passes(one, two, three)).toBe(false)
  expect(passes(three, two, one)).toBe(false)
})
