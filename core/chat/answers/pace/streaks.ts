import { countCited, lapSpan } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { continued, exact, fact, note } from '#core/composer/say.ts'
import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import { computedFact } from '../../computed-fact.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { notWithoutPace } from '../few-green-laps.ts'

/** Two laps one after the other are no run to speak of. */
const fewestOfRun = 3

/** The longest runs of laps quicker than the own pace, within half a percent of it, and slower than it. */
export function streaks({ ask, car }: CarQuestion): Written {
  const { own, pattern } = car
  if (isOfGreen.test(ask.part.text)) return greenRun(car)
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

const isOfGreen =
  /\b(?:green|clean|counted|counting|uninterrupted|without (?:a |any )?(?:yellows?|cautions?|pit\w*|stop))\b/i

/** "How many green laps in a row did I get?" */
function greenRun(car: CoachedCar): Written {
  const run = longestRun(car, ({ isClean }) => isClean, 'longest run of green laps')
  return {
    sentences: [
      run === undefined
        ? note`None of your laps ran under green from start to finish.`
        : fact`Your longest run of green laps was ${run.span}: ${countCited(run.n, 'lap')} in a row, of ${exact(car.own('cleanLaps'))} in all.`,
    ],
    computed: [run?.n],
    asked: [run?.n],
    suggestions: ['Did I have a good run of laps?', "Which laps don't count?"],
  }
}

function slowRun(car: CoachedCar) {
  const paceMs = car.pattern.lap.paceMs ?? Infinity
  const run = longestRun(
    car,
    ({ correctedMs: { lap = -Infinity } }) => lap > paceMs,
    'longest run slower than the own pace',
  )
  if (run === undefined || Number(run.n.value) < 2) return undefined
  return {
    n: run.n,
    sentence: fact`Your longest run slower than your own pace was ${run.span}: ${countCited(run.n, 'lap')}.`,
  }
}

function longestRun(car: CoachedCar, isOf: (lap: LapEntry) => boolean, label: string) {
  let best: LapEntry[] = []
  let run: LapEntry[] = []
  for (const lap of Object.values(car.pattern.laps)) {
    run = isOf(lap) ? [...run, lap] : []
    if (run.length > best.length) best = run
  }
  const laps = best.map(({ lap }) => car.own(`laps.${lap}.lap`))
  const [first, last] = [laps[0], laps.at(-1)]
  if (first === undefined || last === undefined) return undefined
  return {
    n: computedFact('count', laps, 'count', `Car ${car.pattern.car}: ${label}`),
    span: lapSpan(first, last),
  }
}
