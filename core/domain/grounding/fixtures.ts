import type { Fact } from '../fact.ts'
import { type FactKind, factShort, factText, unitOf } from '../fact-text.ts'
import type { GivenFact, Scope } from './given.ts'

/** A fact as the catalogue makes it, for tests. */
export function factFor(id: string, kind: FactKind, value: Fact['value']): Fact {
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

/** A fact of a car in race 1 at Barber. */
export function patternFact(
  car: string,
  field: string,
  kind: FactKind,
  value: Fact['value'],
): Fact {
  return factFor(`ml_pattern_recommendations/barber-r1_${car}#${field}`, kind, value)
}

export function labelled(facts: readonly Fact[]): readonly GivenFact[] {
  return facts.map((fact, index) => ({ label: `F${index + 1}`, fact }))
}

/** A question of car 13 about race 1 at Barber, car 22 beside it. */
export const barberScope: Scope = {
  trackId: 'barber',
  raceIds: ['barber-r1'],
  cars: ['13', '22'],
  me: '13',
  laps: [],
  sections: [],
  trackNames: { barber: ['barber'], cota: ['cota', 'austin'] },
  raceDates: { 'barber-r1': '2025-09-06', 'barber-r2': '2025-09-07' },
}

/** What a car's race at Barber holds: F1, F2, … in this order. */
export const barberFacts: readonly Fact[] = [
  patternFact('13', 'sections.s1.paceGapMs', 'gap', 114.789), // F1
  patternFact('13', 'sections.s2.paceGapMs', 'gap', 547.655),
  patternFact('13', 'sections.s3.paceGapMs', 'gap', -30.25),
  patternFact('13', 'sections.s2.paceRank', 'rank', 16),
  patternFact('13', 'sections.s2.paceOf', 'count', 22), // F5
  patternFact('13', 'sections.s2.paceN', 'count', 24),
  patternFact('13', 'bestLap.lapTimeMs', 'lap-time', 97_428),
  patternFact('13', 'bestLap.lap', 'lap', 8),
  patternFact('13', 'sections.s2.watch.car', 'car', '51'),
  patternFact('13', 'sections.s2.watch.lap', 'lap', 26), // F10
  patternFact('13', 'sections.s2.watch.quickerByMs', 'gap', 310.4),
  patternFact('13', 'trend.verdict', 'word', 'improving'),
  patternFact('13', 'trend.slopeMsPerLap', 'slope', -21.4),
  patternFact('13', 'firstStandsOut', 'yes-no', true),
  patternFact('13', 'opportunities.0', 'section', 's2'), // F15
  patternFact('13', 'clean.medianMs', 'lap-time', 98_210.5),
  patternFact('22', 'clean.medianMs', 'lap-time', 97_900),
  patternFact('13', 'laps.5.placesLost', 'places', 2),
  patternFact('13', 'laps.5.lostTo.0', 'car', '93'),
  patternFact('13', 'position', 'position', 14), // F20
  patternFact('13', 'story.positionAfterLap1', 'position', 18),
  patternFact('13', 'consistencyScore', 'score', 96),
  patternFact('13', 'steadyMs', 'gap', 212.3),
  factFor('ml_weather_recommendations/barber-r1#variables.airTempC.mean', 'temperature', 27.34),
  factFor('ml_weather_recommendations/barber-r1#otherRace.field.shiftMs', 'gap', 420.2), // F25
  factFor('tracks/barber#cornerRanges.s2', 'corners', 'Turns 5–11'),
  patternFact('13', 'laps.8.topSpeedKph', 'speed', 182.4),
  patternFact('13', 'gapToCompositeMs', 'gap', 965.1),
]
