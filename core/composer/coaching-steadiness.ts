import type { CoachedCar, Observation } from './coached-car.ts'
import { countCited, lapSpan, rankCited } from './cited-names.ts'
import { exact, fact, listed, type Piece, short } from './say.ts'

/** A run of quick laps this long is worth naming. */
const longStreak = 7

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
export function steps({ pattern, own }: CoachedCar): readonly Observation[] {
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
      worth: 62,
      sentence: fact`Half of your laps lie within ±${within}, ${rank} for steadiness${level}.`,
    },
  ]
}

function streak({ pattern, own }: CoachedCar): readonly Observation[] {
  if (pattern.quickStreak === null || pattern.quickStreak.laps < longStreak) return []
  const span = lapSpan(own('quickStreak.fromLap'), own('quickStreak.toLap'))
  return [{ worth: 60, sentence: fact`Your longest run better than your own pace was ${span}.` }]
}
