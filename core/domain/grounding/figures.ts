import { statistics, variables } from './weather-names.ts'

/** What a value is compared with, and what to call it. */
export type Figure = {
  /** Names by which a sentence may call it (name-phrases.ts). */
  readonly tags: readonly string[]
  /** What a positive value says of the thing it is about, against `reference`. */
  readonly sign?: 'slower' | 'quicker' | 'behind' | 'fading' | 'lost' | 'won'
  readonly reference?: string
  /** What a count counts. */
  readonly counts?: 'laps' | 'cars' | 'places' | 'samples' | 'things'
  /** One end of an interval, of no use without the other. */
  readonly isEnd?: boolean
  /** It is read as something else unless the sentence names it. */
  readonly mustBeNamed?: boolean
}

const time = (...tags: string[]): Figure => ({ tags, mustBeNamed: true })
const gap = (reference: string, ...tags: string[]): Figure => ({
  tags: [reference, ...tags],
  reference,
  sign: 'slower',
  mustBeNamed: true,
})
const interval = (...tags: string[]): Figure => ({
  tags: ['interval', ...tags],
  reference: 'car-ahead',
  sign: 'behind',
  mustBeNamed: true,
})
const count = (counts: NonNullable<Figure['counts']>, ...tags: string[]): Figure => ({
  tags,
  counts,
})
const plain = (...tags: string[]): Figure => ({ tags })
const end = (figure: Figure): Figure => ({ ...figure, isEnd: true })

const quickQuarter = gap('quick-quarter', 'pace', 'pace-gap')
const composite = gap('composite')
const shift = gap('other-race', 'shift', 'quick-quarter')

/** By the last names of a field, the longer first: 'clean.bestMs' before 'bestMs'. */
const figures: Readonly<Record<string, Figure>> = {
  timeMs: plain('time'),
  correctedMs: time('corrected'),
  paceMs: time('pace'),
  paceLowMs: end(time('pace')),
  paceHighMs: end(time('pace')),
  paceGapMs: quickQuarter,
  paceGapLowMs: end(quickQuarter),
  paceGapHighMs: end(quickQuarter),
  gapPct: gap('quick-quarter', 'pace'),
  gapToQuickQuarterMs: gap('quick-quarter'),
  gapToFieldMedianMs: gap('field-median'),
  gapToCompositeMs: composite,
  gapToJointMs: gap('joint-composite', 'best-lap'),
  gapToOwnBestMs: gap('own-best'),
  medianGapMs: gap('composite', 'median'),
  meanGapMs: gap('composite', 'mean'),
  aimGapMs: gap('quick-quarter', 'aim'),
  repeatGainMs: {
    tags: ['own-normal', 'repeat-gain', 'own-best-quarter'],
    reference: 'own-normal',
    sign: 'quicker',
    mustBeNamed: true,
  },
  targetMs: time('own-best-quarter', 'target'),
  potentialMs: gap('ideal', 'best-lap', 'potential'),
  quickerByMs: { tags: ['watch', 'pace'], sign: 'quicker' },
  ahead: plain('car-ahead'),
  'watch.car': plain('watch'),
  'watch.lap': plain('watch'),
  drivenMs: time('watch', 'time'),
  paceRank: plain('pace', 'rank'),
  resultRank: plain('result', 'rank'),
  steadyRank: plain('steady', 'rank'),
  rankInLap: plain('rank-in-lap', 'rank'),
  paceN: count('laps', 'pace', 'own-normal', 'own-best-quarter'),
  targetN: {
    ...count('laps', 'own-best-quarter', 'own-normal', 'repeat-gain'),
    mustBeNamed: true,
  },
  paceOf: count('cars', 'pace', 'rank'),
  steadyOf: count('cars', 'steady', 'rank'),
  'sections.n': count('laps'),
  'clean.n': count('laps'),
  'green.n': count('laps'),
  'trend.n': count('laps', 'trend', 'field'),
  'phases.n': count('laps'),
  'trackState.n': count('laps', 'correlation', 'track-moved'),
  'byLap.n': count('laps', 'correlation'),
  'field.n': count('cars', 'field', 'other-race'),
  'traffic.n': count('cars', 'traffic', 'free-laps', 'close-laps'),
  'regression.n': count('laps', 'regression'),
  'regression.needed': count('laps', 'regression'),
  n: count('laps', 'correlation'),
  worstOnLaps: count('laps', 'furthest-off'),
  idealApartLaps: count('laps', 'ideal'),
  lapsDone: count('laps', 'laps-done'),
  cleanLaps: count('laps', 'pace'),
  raceLaps: count('laps'),
  repeatedLaps: count('laps', 'composite'),
  closeLaps: count('laps', 'close-laps'),
  freeLaps: count('laps', 'free-laps'),
  lapsWithinOneSecond: count('laps', 'close-laps'),
  lapsAhead: count('laps'),
  'quickStreak.fromLap': plain('quick-streak'),
  'quickStreak.toLap': plain('quick-streak'),
  'quickStreak.laps': count('laps', 'quick-streak'),
  laps: count('laps'),
  flags: count('laps'),
  cars: count('cars', 'pace', 'result', 'rank', 'quick-quarter'),
  othersAsMuch: count('cars', 'shift'),
  samples: count('samples'),
  dropped: count('samples'),
  placesLost: { ...count('places', 'places-lost'), sign: 'lost' },
  placesWon: { ...count('places', 'places-won'), sign: 'won' },
  placesBelowPace: { ...count('places', 'pace', 'result'), sign: 'lost' },
  meanMs: time('mean'),
  medianMs: time('median'),
  'phases.medianMs': time('median', 'pace', 'phase'),
  stdMs: time('standard-deviation'),
  'clean.bestMs': time('best-lap'),
  'green.bestMs': time('best-lap'),
  'sections.bestMs': time('own-best'),
  'own.bestMs': time('own-best'),
  'bestClean.bestMs': time('composite', 'section-best'),
  bestMs: time('composite', 'section-best'),
  'own.lap': plain('own-best'),
  'own.isClean': plain('own-best'),
  'bestLap.lapTimeMs': time('best-lap'),
  'bestLap.lap': plain('best-lap'),
  'fastestLap.lapTimeMs': time('fastest-lap'),
  'fastestLap.lap': plain('fastest-lap'),
  'fastestLap.car': plain('fastest-lap'),
  idealLapMs: time('ideal'),
  idealCleanMs: time('ideal-green'),
  idealJointMs: time('ideal'),
  sumMs: time('composite'),
  jointMs: time('joint-composite'),
  steadyMs: time('steady'),
  consistencyScore: time('score'),
  shareOfSpread: time('share-of-spread'),
  'trend.slopeMsPerLap': { ...time('trend', 'field'), sign: 'fading', reference: 'field' },
  'trend.lowMs': { ...end(time('trend')), sign: 'fading', reference: 'field' },
  'trend.highMs': { ...end(time('trend')), sign: 'fading', reference: 'field' },
  slopeMsPerLap: { ...time('plain-trend', 'as-driven'), sign: 'fading' },
  intervalMs: interval(),
  'followed.intervalMs': { ...interval('followed'), reference: 'followed' },
  medianIntervalMs: { ...interval('median', 'followed'), reference: 'followed' },
  closeMs: { ...interval('opening'), reference: 'followed' },
  farMs: { ...interval('opening'), reference: 'followed' },
  position: plain('position'),
  positionOnRoad: plain('position', 'on-road'),
  positionAfterLap1: plain('position'),
  'best.position': time('best-position'),
  'worst.position': time('worst-position'),
  differenceMs: gap('free-laps', 'traffic', 'close-laps'),
  'traffic.medianMs': gap('free-laps', 'traffic', 'close-laps'),
  'traffic.lowMs': end(gap('free-laps', 'traffic', 'close-laps')),
  'traffic.highMs': end(gap('free-laps', 'traffic', 'close-laps')),
  'phases.shiftMs': gap('phase-before', 'phase'),
  'field.shiftMs': gap('other-race', 'field'),
  'field.lowMs': end(gap('other-race', 'field')),
  'field.highMs': end(gap('other-race', 'field')),
  'cars.shiftMs': gap('other-race'),
  againstFieldMs: gap('field', 'other-race', 'track-out'),
  'check.shiftMs': shift,
  'check.lowMs': end(shift),
  'check.highMs': end(shift),
  usualShiftMs: { ...shift, tags: [...shift.tags, 'others'] },
  effectMs: { ...time('field-effect', 'field'), sign: 'slower' },
  quickQuarterMs: time('quick-quarter'),
  fieldMedianMs: time('field-median'),
  rangeMs: time('track-range', 'track-changed'),
  rangePct: time('track-range', 'track-changed'),
  topSpeedKph: time('speed'),
  pitTimeMs: time('pit-time'),
  elapsedMs: time('race-time'),
  hourMs: time('local-time'),
  lengthM: time('length'),
  withinMs: time('repeated'),
  rSquared: time('r-squared', 'regression'),
  r: time('correlation'),
  p: time('probability', 'correlation'),
  pAdjusted: time('probability', 'correlation'),
  slopeP: time('probability'),
}

/** What the field with these names is; a field that no name is known of has no tags. */
export function figureOf(names: readonly string[], isPattern: boolean): Figure {
  const last = names.at(-1) ?? ''
  const variable = names.map((name) => variables[name]).find((name) => name !== undefined)
  const weather = variable === undefined ? [] : [variable]
  const statistic = statistics[last]
  if (weather.length > 0 && (statistic !== undefined || variables[last] !== undefined))
    return time(...weather, ...(statistic === undefined ? [] : [statistic]))
  if (last === 'gapToCompositeMs' && isPattern) return gap('composite', 'best-lap')
  const known = figures[names.slice(-2).join('.')] ?? figures[last] ?? plain()
  return weather.length === 0 ? known : { ...known, tags: [...known.tags, ...weather] }
}
