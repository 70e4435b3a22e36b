import { countCited, lapSpan } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { continued, fact, note } from '#core/composer/say.ts'
import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import { computedFact } from '../../computed-fact.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { notWithoutPace } from '../few-green-laps.ts'

/** Two laps one after the other are no run to speak of. */
const fewestOfRun = 3

/** The longest runs of laps quicker than the own pace, within half a percent of it, and slower than it. */
export function streaks({ ask, car }: CarQuestion): Written {
  const { own, pattern } = car
  if (pattern.lap.paceMs === null) return notWithoutPace(car)
  const bad = slowRun(car)
  const run = (streak: 'quickStreak' | 'evenStreak') =>
    pattern[streak] === null ? undefined : lapSpan(own(`${streak}.fromLap`), own(`${streak}.toLap`))
  const quick = run('quickStreak')
  const even = run('evenStreak')
  const quickest =
    quick === undefined
      ? note`You had no run of laps quicker than your own pace.`
      : fact`Your longest run quicker than your own pace was ${quick}: ${countCited(own('quickStreak.laps'), 'lap')} in a row.`
  const isSlow = /\b(?:bad|slow\w*|worst|poor)\b/i.test(ask.part.text)
  const evenest =
    even === undefined
      ? undefined
      : fact`The longest within half a percent of your pace was ${even}: ${countCited(own('evenStreak.laps'), 'lap')}.`
  const slowest =
    bad?.sentence ?? (isSlow ? note`You had no run of laps slower than your own pace.` : undefined)
  const told = isSlow ? [slowest, quickest] : [quickest, evenest, slowest]
  const last = told.findLast((sentence) => sentence !== undefined)
  return {
    verdict: isSlow ? bad !== undefined : (pattern.quickStreak?.laps ?? 0) >= fewestOfRun,
    sentences: told.map((sentence) =>
      sentence !== undefined && sentence === last
        ? continued(
            sentence,
            ', all with the track taken out; a lap that does not count ends a run',
          )
        : sentence,
    ),
    computed: [bad?.n],
    asked: [
      pattern.quickStreak === null ? undefined : own('quickStreak.laps'),
      pattern.evenStreak === null ? undefined : own('evenStreak.laps'),
    ],
    suggestions: ['First half against second half?', 'Did I fade?', 'How consistent am I?'],
  }
}

function slowRun(car: CoachedCar) {
  const paceMs = car.pattern.lap.paceMs ?? Infinity
  let best: LapEntry[] = []
  let run: LapEntry[] = []
  for (const lap of Object.values(car.pattern.laps)) {
    const { lap: corrected = -Infinity } = lap.correctedMs
    run = corrected > paceMs ? [...run, lap] : []
    if (run.length > best.length) best = run
  }
  const [first, last] = [best[0], best.at(-1)]
  if (first === undefined || last === undefined || best.length < 2) return undefined
  const times = best.map(({ lap }) => car.own(`laps.${lap}.correctedMs.lap`))
  const n = computedFact(
    'count',
    times,
    'count',
    `Car ${car.pattern.car}: longest run slower than the own pace`,
  )
  return {
    n,
    sentence: fact`Your longest run slower than your own pace was ${lapSpan(car.own(`laps.${first.lap}.lap`), car.own(`laps.${last.lap}.lap`))}: ${countCited(n, 'lap')}.`,
  }
}
