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

const quantile = (values: readonly number[], p: number) => {
  const sorted = values.toSorted((a, b) => a - b)
  const h = (sorted.length - 1) * p
  const low = sorted[Math.floor(h)] ?? 0
  return low + (h - Math.floor(h)) * ((sorted[Math.ceil(h)] ?? 0) - low)
}
const meanOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
const stdOf = (values: readonly number[]) =>
  Math.sqrt(values.reduce((sum, one) => sum + (one - meanOf(values)) ** 2, 0) / (values.length - 1))

function cleanTimes({ laps }: PatternDocument, is: (lap: number) => boolean = () => true) {
  return Object.values(laps).flatMap(({ isClean, lap, timeMs }) =>
    isClean && is(lap) && timeMs.lap !== undefined ? [timeMs.lap] : [],
  )
}

describe('figures that a question names', () => {
  test.each([
    ['mean-lap', meanOf],
    ['median-lap', (times: readonly number[]) => quantile(times, 0.5)],
    ['lap-std', stdOf],
    ['spread', (times: readonly number[]) => quantile(times, 0.75) - quantile(times, 0.25)],
    ['worst-lap', (times: readonly number[]) => Math.max(...times)],
  ])(
    '%s is that of green laps as driven, over all of them and over some',
    async (intent, expected) => {
      for (const car of demo.sample().filter(({ cleanLaps }) => cleanLaps > 8)) {
        const all = await demo.answer(intent, car)
        expect(valueOf(all, all.asked[0])).toBeCloseTo(expected(cleanTimes(car)), 6)
        const some = await demo.answer(intent, car, {
          scope: { filter: { without: [7], fromLap: 4 } },
        })
        const kept = cleanTimes(car, (lap) => lap !== 7 && lap >= 4)
        expect(valueOf(some, some.asked[0])).toBeCloseTo(expected(kept), 6)
        expect(valueOf(some, some.asked[1])).toBe(kept.length)
        expect(firstOf(some)).toContain(`${kept.length} green laps`)
      }
    },
  )

  test('the best lap, and its gap to the fastest lap', async () => {
    for (const car of demo.sample()) {
      const field = demo.cars.filter(({ raceId }) => raceId === car.raceId)
      const fastest = Math.min(...field.flatMap(({ bestLap }) => bestLap?.lapTimeMs ?? []))
      const draft = await demo.answer('best-lap', car)
      const gap = draft.facts.find(({ id }) => id.startsWith('computed:difference('))
      const best = car.bestLap?.lapTimeMs
      expect({
        outcome: draft.outcome,
        best: best === undefined ? undefined : valueOf(draft, draft.asked[0]),
        gap: gap?.value,
      }).toEqual({
        outcome: best === undefined ? 'not-in-data' : 'answered',
        best,
        gap: best === undefined ? undefined : best - fastest,
      })
    }
  })

  test('the ideal lap is the sum of the best sections of all laps', async () => {
    const timed = demo.sample().filter(({ idealLapMs }) => idealLapMs !== null)
    expect(timed.length).toBeGreaterThan(10)
    for (const car of timed) {
      const best = (['s1', 's2', 's3'] as const).map((id) =>
        Math.min(...Object.values(car.laps).flatMap(({ timeMs }) => timeMs[id] ?? [])),
      )
      const draft = await demo.answer('ideal-lap', car)
      expect(valueOf(draft, draft.asked[0])).toBe(best.reduce((a, b) => a + b, 0))
    }
  })

  test('the pace over chosen laps is a median less the quick quarter', async () => {
    const car = demo.cars.find(({ cleanLaps, lap }) => cleanLaps > 12 && lap.paceGapMs !== null)
    if (car === undefined) throw new Error('no car with a pace')
    const draft = await demo.answer('pace', car, {
      text: 'my pace without lap 5',
      scope: { filter: { without: [5] } },
    })
    const kept = Object.values(car.laps).flatMap(({ lap, correctedMs }) =>
      lap === 5 ? [] : (correctedMs.lap ?? []),
    )
    const quickQuarterMs = (car.lap.paceMs ?? 0) - (car.lap.paceGapMs ?? 0)
    expect(valueOf(draft, draft.asked[0])).toBeCloseTo(quantile(kept, 0.5) - quickQuarterMs, 6)
  })

  test('where time is over chosen laps, and where it is not', async () => {
    const car = demo.cars.find(
      ({ opportunities, cleanLaps }) => cleanLaps > 12 && opportunities.length > 1,
    )
    if (car === undefined) throw new Error('no car with two opportunities')
    const filter = { fromLap: 5 }
    const gaps = (['s1', 's2', 's3'] as const).map((id) => {
      const figures = car.sections[id]
      const quickQuarterMs = (figures?.paceMs ?? 0) - (figures?.paceGapMs ?? 0)
      const times = Object.values(car.laps).flatMap(({ lap, correctedMs }) =>
        lap < 5 ? [] : (correctedMs[id] ?? []),
      )
      return { name: `Section ${id.slice(1)}`, gapMs: quantile(times, 0.5) - quickQuarterMs }
    })
    const byGap = gaps.toSorted((a, b) => b.gapMs - a.gapMs)
    const worst = await demo.answer('where-time', car, { scope: { filter } })
    expect(firstOf(worst)).toContain(`furthest off in ${byGap[0]?.name}:`)
    expect(valueOf(worst, worst.asked[0])).toBeCloseTo(byGap[0]?.gapMs ?? 0, 6)
    const best = await demo.answer('strengths', car, { scope: { filter } })
    expect(firstOf(best)).toContain(`closest in ${byGap[2]?.name}:`)
  })

  test('laps without traffic have nobody within a second ahead at the line', async () => {
    const car = demo.cars.find(({ laps }) =>
      Object.values(laps).some(
        ({ isClean, followed }) => isClean && (followed?.intervalMs ?? Infinity) <= 1000,
      ),
    )
    if (car === undefined) throw new Error('nobody follows anybody')
    const free = Object.values(car.laps).filter(
      ({ isClean, followed }) => isClean && (followed === null || followed.intervalMs > 1000),
    )
    const draft = await demo.answer('counted-laps', car, {
      scope: { filter: { withoutTraffic: true } },
    })
    expect(valueOf(draft, draft.asked[0])).toBe(free.length)
    expect(free.length).toBeLessThan(car.cleanLaps)
  })

  test('the times of laps that are named are shown, counted or not', async () => {
    for (const car of demo.sample().filter(({ lapsDone }) => lapsDone > 10)) {
      const draft = await demo.answer('counted-laps', car, {
        text: 'lap times of laps 1, 9 and 10',
        scope: { laps: [1, 9, 10] },
      })
      const times = [1, 9, 10].flatMap((lap) => car.laps[String(lap)]?.timeMs.lap ?? [])
      expect(draft.asked.map((id) => valueOf(draft, id))).toEqual(times)
      expect(firstOf(draft)).toContain('(lap 1, not counted)')
    }
  })

  test.each([
    ['first half vs second half', { fromLap: 12, toLap: 11 }, 11, 12],
    ['first seven laps against the last ones', { fromLap: 14, toLap: 7 }, 7, 14],
    ['how was my second half', { fromLap: 10 }, 9, 10],
  ])('%s: the later laps stand beside the earlier ones', async (text, filter, last, first) => {
    const some = demo.sample().filter(({ cleanLaps }) => cleanLaps > 18)
    expect(some.length).toBeGreaterThan(2)
    for (const car of some) {
      const corrected = (is: (lap: number) => boolean) =>
        Object.values(car.laps).flatMap(({ lap, isClean, correctedMs }) =>
          isClean && is(lap) ? (correctedMs.lap ?? []) : [],
        )
      const early = corrected((lap) => lap <= last)
      const late = corrected((lap) => lap >= first)
      const draft = await demo.answer('phases', car, { text, scope: { filter } })
      const expected = quantile(late, 0.5) - quantile(early, 0.5)
      expect(valueOf(draft, draft.asked[0])).toBeCloseTo(expected, 6)
      expect(firstOf(draft)).toContain(`medians over ${late.length} and ${early.length} green laps`)
    }
  })

  test('the first five laps against the last five are so many green laps of either end', async () => {
    const some = demo.sample().filter(({ cleanLaps }) => cleanLaps > 18)
    for (const car of some) {
      const green = Object.values(car.laps)
        .filter(({ isClean }) => isClean)
        .toSorted((a, b) => a.lap - b.lap)
        .flatMap(({ correctedMs }) => correctedMs.lap ?? [])
      const { raceLaps } = (await demo.season.race(car.raceId)).race
      const draft = await demo.answer('phases', car, {
        text: 'first five laps against the last five',
        scope: { filter: { fromLap: raceLaps - 4, toLap: 5 } },
      })
      const expected = quantile(green.slice(-5), 0.5) - quantile(green.slice(0, 5), 0.5)
      expect(valueOf(draft, draft.asked[0])).toBeCloseTo(expected, 6)
    }
  })
})
