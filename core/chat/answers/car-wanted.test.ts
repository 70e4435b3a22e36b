import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import { type DemoAnswers, demoAnswers, firstOf, valueOf } from './car-answers-fixture.ts'

let demo: DemoAnswers

beforeAll(async () => {
  demo = await demoAnswers()
}, 120_000)

afterAll(async () => {
  await demo.close()
})

const meanOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length

function green({ laps }: PatternDocument): readonly { lap: number; ms: number }[] {
  return Object.values(laps).flatMap(({ isClean, lap, timeMs }) =>
    isClean && timeMs.lap !== undefined ? [{ lap, ms: timeMs.lap }] : [],
  )
}

const withLaps = () => demo.sample().filter(({ cleanLaps }) => cleanLaps > 8)

describe('what is wanted of the laps besides a figure', () => {
  test('so many in a row: the best mean, with nothing between', async () => {
    for (const car of withLaps()) {
      const laps = green(car)
      const means = laps.flatMap((_, at) => {
        const run = laps.slice(at, at + 3)
        const [first, last] = [run[0], run[2]]
        if (first === undefined || last === undefined || last.lap - first.lap !== 2) return []
        return [meanOf(run.map(({ ms }) => ms))]
      })
      const draft = await demo.answer('best-run', car, {
        wanted: { as: 'row', laps: 3, end: 'best' },
      })
      expect(valueOf(draft, draft.asked[0])).toBeCloseTo(Math.min(...means), 6)
    }
  })

  test.each([2, 3])('number %i from the quickest and from the slowest', async (nth) => {
    for (const car of withLaps()) {
      const times = green(car)
        .map(({ ms }) => ms)
        .toSorted((a, b) => a - b)
      const best = await demo.answer('nth-lap', car, { wanted: { as: 'nth', nth, end: 'best' } })
      expect(valueOf(best, best.asked[0])).toBe(times[nth - 1])
      const worst = await demo.answer('nth-lap', car, { wanted: { as: 'nth', nth, end: 'worst' } })
      expect(valueOf(worst, worst.asked[0])).toBe(times.at(-nth))
    }
  })

  test('times added up: of all laps, and what the green ones are over the quickest', async () => {
    for (const car of withLaps()) {
      const all = Object.values(car.laps).flatMap(({ timeMs }) => timeMs.lap ?? [])
      const total = await demo.answer('lap-sum', car, { wanted: { as: 'sum' } })
      expect(valueOf(total, total.asked[0])).toBe(all.reduce((sum, ms) => sum + ms, 0))
      const times = green(car).map(({ ms }) => ms)
      const best = Math.min(...times)
      const over = await demo.answer('lap-sum', car, { wanted: { as: 'sum', isLoss: true } })
      expect(valueOf(over, over.asked[0])).toBe(times.reduce((sum, ms) => sum + ms - best, 0))
    }
  })

  test('how many under a time, near the best and quicker than the median', async () => {
    for (const car of withLaps()) {
      const times = green(car).map(({ ms }) => ms)
      const limitMs = Math.round(meanOf(times))
      const under = await demo.answer('laps-within', car, {
        wanted: { as: 'limit', side: 'below', limitMs },
      })
      expect(valueOf(under, under.asked[0])).toBe(times.filter((ms) => ms < limitMs).length)
      const bestMs = car.bestLap?.lapTimeMs ?? 0
      const near = times.filter((ms) => Math.abs(ms - bestMs) <= 500)
      const within = await demo.answer('laps-within', car, {
        wanted: { as: 'within', of: 'best', ms: 500 },
      })
      expect(firstOf(within)).toMatch(
        near.length === 0 ? /^None/ : new RegExp(`^${near.length} of`),
      )
      const medianMs = car.clean.medianMs ?? 0
      const quick = await demo.answer('laps-within', car, {
        wanted: { as: 'side', side: 'below', of: 'median' },
      })
      expect(valueOf(quick, quick.asked[0])).toBe(times.filter((ms) => ms < medianMs).length)
    }
  })

  test('none under a time is said with the quickest and the slowest', async () => {
    const [car] = withLaps()
    if (car === undefined) throw new Error('no car with laps')
    const draft = await demo.answer('laps-within', car, {
      wanted: { as: 'limit', side: 'below', limitMs: 20_000 },
    })
    expect(firstOf(draft)).toMatch(/^None of your \d+ green laps was under that time/)
  })

  test('two figures, and how far they are apart', async () => {
    for (const car of withLaps()) {
      const draft = await demo.answer('figure-difference', car, {
        wanted: { as: 'difference', of: ['mean', 'median'] },
      })
      const apart = (car.clean.meanMs ?? 0) - (car.clean.medianMs ?? 0)
      expect(valueOf(draft, draft.asked[0])).toBeCloseTo(apart, 6)
    }
  })

  test('the lap nearest to the median, and the hour that one ended at', async () => {
    for (const car of withLaps()) {
      const off = green(car).map(({ ms }) => Math.abs(ms - (car.clean.medianMs ?? 0)))
      const draft = await demo.answer('nearest-lap', car, {
        wanted: { as: 'nearest', of: 'median' },
      })
      const ms = Number(valueOf(draft, draft.asked[0]))
      expect(Math.abs(ms - (car.clean.medianMs ?? 0))).toBeCloseTo(Math.min(...off), 6)
      const clock = await demo.answer('lap-clock', car, {
        wanted: { as: 'clock' },
        scope: { lap: 5 },
      })
      expect(valueOf(clock, clock.asked[0])).toBe(car.laps['5']?.hourMs)
    }
  })

  test.each(['best-run', 'nth-lap', 'laps-within', 'figure-difference'])(
    '%s asks back where it was not said which',
    async (intent) => {
      const [car] = withLaps()
      if (car === undefined) throw new Error('no car with laps')
      const draft = await demo.answer(intent, car)
      expect(draft).toMatchObject({ outcome: 'asked-back', facts: [] })
      expect(draft.suggestions.length).toBeGreaterThan(1)
    },
  )
})
