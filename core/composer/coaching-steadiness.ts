import type { CoachedCar, Observation } from './coached-car.ts'
import { countCited, lapSpan, rankCited, sectionCited, sectionWithCorners } from './cited-names.ts'
import { offOrAhead } from './cited-names.ts'
import { exact, fact, listed, type Piece, short } from './say.ts'
import { fieldOf } from './cited-names.ts'

/** A run of quick laps this long is worth naming. */
const longStreak = 6

/** Trend against the field (D16), steps in the pace, steadiness (D17), the longest quick run. */
export function steadinessSentences(car: CoachedCar): readonly Observation[] {
  return [...trend(car), ...steps(car), ...steadiness(car), ...streak(car)]
}

function trend(car: CoachedCar): readonly Observation[] {
  const { own, pattern } = car
  if (pattern.trend === null || pattern.trend.verdict === 'steady') return []
  const slope = short(own('trend.slopeMsPerLap'))
  const laps = countCited(own('trend.n'), 'green lap')
  const way = pattern.trend.verdict === 'improving' ? 'gained' : 'lost'
  const link = way === 'gained' ? 'on' : 'to'
  return [
    {
      worth: 80,
      sentence: fact`You ${way} ${slope} ${link} the field over ${laps}, beyond chance${whatTheFieldDid(car)}.`,
    },
  ]
}

function whatTheFieldDid({ weather, key, day }: CoachedCar): Piece {
  const trackChange = weather.field[key]?.trackChange ?? undefined
  if (trackChange === undefined) return ''
  const at = `field.${key}.trackChange`
  return [
    '; the field itself was slowest on ',
    exact(day(`${at}.slowestLap`)),
    ' and quickest on ',
    exact(day(`${at}.quickestLap`)),
  ]
}

/** Change points of the corrected lap time: each later phase against the one before it. */
function steps({ pattern, own }: CoachedCar): readonly Observation[] {
  const span = (at: number) => lapSpan(own(`phases.${at}.fromLap`), own(`phases.${at}.toLap`))
  const parts = pattern.phases.flatMap(({ shiftMs }, index): Piece[] => {
    if (shiftMs === null) return []
    const shift = short(own(`phases.${index}.shiftMs`))
    const way = shiftMs > 0 ? 'slower' : 'quicker'
    return [
      index === 1
        ? ['On ', span(1), ' you were ', shift, ' ', way, ' than on ', span(0)]
        : ['on ', span(index), ' ', shift, ' ', way, ' than that'],
    ]
  })
  if (parts.length === 0) return []
  return [{ worth: 79, sentence: fact`${listed(parts)}, the track taken out.` }]
}

function steadiness({ pattern, own }: CoachedCar): readonly Observation[] {
  if (pattern.steadyMs === null) return []
  const within = short(own('steadyMs'))
  const rank = rankCited(own('steadyRank'), own('steadyOf'))
  const level =
    pattern.trend?.verdict === 'steady' && pattern.phases.length < 2
      ? ', without a trend against the field'
      : ''
  return [
    {
      worth: 65,
      sentence: fact`Half of your laps lie within ±${within}, ${rank} for steadiness${level}.`,
    },
  ]
}

function streak({ pattern, own }: CoachedCar): readonly Observation[] {
  if (pattern.quickStreak === null || pattern.quickStreak.laps < longStreak) return []
  const span = lapSpan(own('quickStreak.fromLap'), own('quickStreak.toLap'))
  return [{ worth: 40, sentence: fact`Your longest run better than your own pace was ${span}.` }]
}

/** The part that the car is best in, by its own measure. */
export function strengthSentences(car: CoachedCar): readonly Observation[] {
  const { own, pattern } = car
  const [best] = pattern.strengths
  // Where nothing is off, the observations before have said how far each section is ahead.
  if (best === undefined || best.quantity === 'lap') return []
  if (pattern.opportunities.length === 0 && best.quantity.length === 2) return []
  const rank = rankCited(own('strengths.0.paceRank'), own(`${fieldOf(best.quantity)}.paceOf`))
  const gap = offOrAhead(own('strengths.0.paceGapMs'))
  const where = sectionWithCorners(car, best.quantity)
  if (!best.isAhead) {
    const lapRank = pattern.lap.paceRank
    const against =
      lapRank === null || best.paceRank >= lapRank
        ? ''
        : [' (', exact(own('lap.paceRank')), ' over the whole lap)']
    return [
      {
        worth: 60,
        sentence: fact`You are closest in ${where}: ${gap} the quick quarter, ${rank}${against}.`,
      },
    ]
  }
  const doubt = best.isSurelyAhead ? '' : ', though not beyond chance'
  return [
    {
      worth: 74,
      sentence: fact`Your strength is ${where}: ${gap} the quick quarter, ${rank}${doubt}.`,
    },
  ]
}

/** The best lap beside the best sections put together. */
export function bestLapSentences(car: CoachedCar): readonly Observation[] {
  const { own, pattern } = car
  if (pattern.bestLap === null || pattern.potentialMs === null) return []
  const best: Piece = [exact(own('bestLap.lapTimeMs')), ' on ', exact(own('bestLap.lap'))]
  const bests = (['s1', 's2', 's3'] as const).filter((section) => pattern.sections[section]?.own)
  const doubtful = bests.find((section) => pattern.sections[section]?.own?.isClean === false)
  if (doubtful !== undefined) {
    if (pattern.idealCleanMs === null) return []
    return [
      {
        worth: 56,
        sentence: fact`Best lap ${best}; your best green sections put together make ${exact(own('idealCleanMs'))}. Your quickest ${sectionCited(car, doubtful)} is from ${exact(own(`sections.${doubtful}.own.lap`))}, which does not count.`,
      },
    ]
  }
  if (pattern.potentialMs === 0)
    return [
      {
        worth: 58,
        sentence: fact`Best lap ${best}: your best sections put together are no quicker.`,
      },
    ]
  return [
    {
      worth: 62,
      sentence: fact`Best lap ${best}, ${short(own('potentialMs'))} off your best sections put together${apart(car)}.`,
    },
  ]
}

/** Where the best sections are from, where each of them is known. */
function apart({ own, pattern }: CoachedCar): Piece {
  if (pattern.idealApartLaps === null || pattern.idealLapMs !== pattern.idealJointMs) return ''
  const laps = (['s1', 's2', 's3'] as const).map((section) => own(`sections.${section}.own.lap`))
  const numbers = [...new Set(laps.map(({ value }) => Number(value)))].toSorted((a, b) => a - b)
  if (numbers.length < 2) return ''
  const first = laps.find(({ value }) => value === numbers[0])
  const last = laps.find(({ value }) => value === numbers.at(-1))
  if (first === undefined || last === undefined) return ''
  return [
    pattern.idealApartLaps > 5 ? ', which lie far apart: ' : ', from ',
    exact(first),
    ' to ',
    exact(last),
  ]
}
