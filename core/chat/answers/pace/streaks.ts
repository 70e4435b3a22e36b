import { countCited, lapSpan } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { fact, note } from '#core/composer/say.ts'
import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import { computedFact } from '../../computed-fact.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { notWithoutPace } from '../few-green-laps.ts'

/** The longest runs of laps quicker than the own pace, within half a percent of it, and slower than it. */
export function streaks({ car }: CarQuestion): Written {
  const { own, pattern } = car
  if (pattern.lap.paceMs === null) return notWithoutPace(car)
  const bad = slowRun(car)
  const run = (streak: 'quickStreak' | 'evenStreak') =>
    pattern[streak] === null ? undefined : lapSpan(own(`${streak}.fromLap`), own(`${streak}.toLap`))
  const quick = run('quickStreak')
  const even = run('evenStreak')
  return {
    sentences: [
      quick === undefined
        ? note`You had no run of laps quicker than your own pace.`
        : fact`Your longest run quicker than your own pace was ${quick}: ${countCited(own('quickStreak.laps'), 'lap')} in a row.`,
      even === undefined
        ? undefined
        : fact`The longest within half a percent of it was ${even}: ${countCited(own('evenStreak.laps'), 'lap')}.`,
      bad?.sentence,
      note`All with the track taken out; a lap that does not count ends a run.`,
    ],
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
    sentence: fact`The longest run slower than it was ${lapSpan(car.own(`laps.${first.lap}.lap`), car.own(`laps.${last.lap}.lap`))}: ${countCited(n, 'lap')}.`,
  }
}
