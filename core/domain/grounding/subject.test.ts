import { expect, test } from 'vitest'
import type { Fact } from '../fact.ts'
import { subjectOf } from './subject.ts'

const fact = (id: string, parts: Partial<Fact> = {}): Fact => ({
  id,
  label: '',
  value: 1,
  unit: 'ms',
  text: '0.001 s',
  document: null,
  ...parts,
})

test.each([
  ['tracks/barber#lengthM', { trackIds: ['barber'], raceIds: [], cars: [] }],
  ['races/barber-r1#laps', { trackIds: ['barber'], raceIds: ['barber-r1'], cars: [] }],
  [
    'races/barber-r1#classes.am.composite.fastestLap.lap',
    { laps: [], names: ['classes', 'composite', 'fastestLap', 'lap'] },
  ],
  ['races/barber-r1#dataQuality.0.laps.3.lap', { laps: [] }],
  ['best_case_composites/barber-r1_s1#bestMs', { raceIds: ['barber-r1'], parts: ['s1'] }],
  ['best_case_composites/le-mans-r1_lmgt3_s1#bestMs', { raceIds: ['le-mans-r1'], parts: ['s1'] }],
  ['best_case_composites/barber_s1#bestMs', { trackIds: ['barber'], raceIds: [], parts: ['s1'] }],
  [
    'ml_section_recommendations/barber-r1_13_08_s2#timeMs',
    { cars: ['13'], laps: [8], parts: ['s2'] },
  ],
  [
    'ml_weather_recommendations/barber-r1#field.am.laps.5.effectMs.s2',
    { laps: [5], parts: ['s2'], cars: [] },
  ],
  [
    'ml_weather_recommendations/barber-r1#otherRace.variables.airTempC.otherMean',
    { raceIds: ['barber-r2'] },
  ],
  [
    'ml_weather_recommendations/barber-r2#otherRace.field.shiftMs',
    { raceIds: ['barber-r2', 'barber-r1'] },
  ],
  [
    'ml_pattern_recommendations/barber-r1_3-2#sections.s2.paceGapMs',
    { cars: ['3-2'], parts: ['s2'] },
  ],
  ['ml_pattern_recommendations/barber-r1_13#lap.paceMs', { parts: ['lap'] }],
  ['ml_pattern_recommendations/barber-r1_13#laps.8.timeMs.lap', { laps: [8], parts: ['lap'] }],
  ['ml_pattern_recommendations/barber-r1_13#laps.8.timeMs.s2a', { laps: [8], parts: ['s2a'] }],
  ['ml_pattern_recommendations/barber-r1_13#bestLap.lap', { laps: [], parts: [] }],
  ['coaching_insights/barber-r2_13#previousCard.aimGapMs', { raceIds: ['barber-r1'] }],
  ['coaching_insights/barber-r1_13#card.check.shiftMs', { raceIds: ['barber-r1', 'barber-r2'] }],
])('%s is about %j', (id, about) => {
  expect(subjectOf(fact(id))).toMatchObject(about)
})

test('a gap knows what it is compared with and that + is slower', () => {
  const { figure } = subjectOf(
    fact('ml_pattern_recommendations/barber-r1_13#sections.s2.paceGapMs'),
  )
  expect(figure).toMatchObject({ reference: 'quick-quarter', sign: 'slower' })
})

test('a computed fact is about all that its operands are about', () => {
  const pace = (car: string) => `ml_pattern_recommendations/barber-r1_${car}#lap.paceMs`
  expect(subjectOf(fact(`computed:difference(${pace('13')}, ${pace('22')})`))).toMatchObject({
    cars: ['13', '22'],
    raceIds: ['barber-r1'],
    parts: ['lap'],
    operation: 'difference',
    operands: [pace('13'), pace('22')],
    figure: { sign: 'slower' },
  })
})

test('an answer over many laps is of none of them', () => {
  const lap = (number: number) =>
    `ml_pattern_recommendations/barber-r1_13#laps.${number}.timeMs.lap`
  const id = `computed:median(${[5, 6, 7].map(lap).join(',')})`
  expect(subjectOf(fact(id))).toMatchObject({ laps: [], cars: ['13'] })
})
