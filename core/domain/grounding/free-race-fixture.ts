import { barberFacts, factFor, labelled, patternFact } from './fixtures.ts'

const pattern = (field: string) => `ml_pattern_recommendations/barber-r1_13#${field}`
const over = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => pattern(`laps.${from + at}.correctedMs.lap`))
const median = (from: number, to: number) => `computed:median(${over(from, to).join(',')})`
const field = ['3', '7', '22'].map(
  (car) => `ml_pattern_recommendations/barber-r1_${car}#clean.meanMs`,
)
const weather = 'ml_weather_recommendations/barber-r1'

/** What a car's race at Barber holds, with figures that are computed of it. */
export const freeRace = labelled([
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
  { ...factFor(`computed:count(${field.join(',')})`, 'count', 3), label: 'Cars with a mean' },
  { ...factFor(`computed:count(${over(14, 27).join(',')})`, 'count', 14), label: 'Green laps' },
  { ...factFor(`computed:count(${over(4, 13).join(',')})`, 'count', 10), label: 'Green laps' },
  patternFact('13', 'story.placesWon', 'count', 4),
  patternFact('13', 'story.placesLost', 'count', 0),
  patternFact('13', 'sections.s1.shareOfSpread', 'share', 0.42),
  patternFact('13', 'sections.s2.shareOfSpread', 'share', 0.31),
  patternFact('13', 'sections.s3.shareOfSpread', 'share', 0.12),
  patternFact('13', 'sections.s1.own.lap', 'lap', 8),
  patternFact('13', 'sections.s2.own.lap', 'lap', 9),
  patternFact('13', 'sections.s3.own.lap', 'lap', 8),
  factFor('races/barber-r1#classes.am.composite.sumMs', 'lap-time', 96_463),
  factFor(
    `computed:difference(${pattern('idealLapMs')},races/barber-r1#classes.am.composite.sumMs)`,
    'gap',
    927,
  ),
  factFor('best_case_composites/barber-r1_s2#bestMs', 'section-time', 42_380),
  factFor('best_case_composites/barber-r1_s2#car', 'car', '51'),
  factFor('best_case_composites/barber-r1_s2#repeatedBy.0', 'car', '22'),
  factFor('best_case_composites/barber-r1_s2#bestClean.bestMs', 'section-time', 42_401),
  factFor('best_case_composites/barber-r1_s2#bestClean.car', 'car', '72'),
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
