import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { realSeason } from '#core/adapters/real-season.ts'
import { oracleValue } from './figures.ts'
import { openOracle } from './season-oracle.ts'

/** The oracle itself is held against figures that others computed of the same files. */
const Seconds = z.number().nullable()
const Statistics = z.looseObject({
  n: z.int(),
  lap_mean: Seconds,
  lap_median: Seconds,
  lap_std: Seconds,
})
const Pace = z.looseObject({
  pace_s: Seconds,
  pace_gap_s: Seconds,
  rank: z.int(),
  repeat_gain_s: Seconds.optional(),
  steady_s: Seconds.optional(),
  consistency: z.int().nullable().optional(),
})
const Car = z.looseObject({
  laps: z.int(),
  best_lap_s: Seconds,
  gap_to_composite_s: Seconds,
  gap_to_joint_s: Seconds,
  ideal_lap_s: Seconds,
  position: z.int().nullable(),
  clean: Statistics,
  corrected: z.looseObject({
    lap: Pace.optional(),
    s1: Pace.optional(),
    s2: Pace.optional(),
    s3: Pace.optional(),
  }),
})
const Reference = z.object({
  races: z.array(
    z.looseObject({ track: z.string(), race: z.int(), cars: z.record(z.string(), Car) }),
  ),
})

const raceIds: Readonly<Record<string, string>> = {
  'barber-motorsports-park': 'barber',
  indianapolis: 'indianapolis',
  'road-america': 'road-america',
}

type Expected = readonly [
  figure: string,
  value: number | null | undefined,
  section?: 's1' | 's2' | 's3' | undefined,
]

/** What the reference has of a car; figures that it leaves empty are not asked for. */
function figuresOf({ clean, corrected, ...car }: z.infer<typeof Car>): readonly Expected[] {
  const ms = (seconds: number | null | undefined) =>
    seconds === null || seconds === undefined ? null : seconds * 1000
  const pace = ([name, one]: readonly [
    name: 's1' | 's2' | 's3' | undefined,
    one: z.infer<typeof Pace> | undefined,
  ]): Expected[] => {
    return [
      ['pace', ms(one?.pace_s), name],
      ['pace-gap', ms(one?.pace_gap_s), name],
      ['pace-rank', one?.rank, name],
      ['repeat-gain', ms(one?.repeat_gain_s), name],
    ]
  }
  return [
    ['laps-done', car.laps],
    ['best-lap', ms(car.best_lap_s)],
    ['gap-to-composite', ms(car.gap_to_composite_s)],
    ['gap-to-joint', ms(car.gap_to_joint_s)],
    ['ideal-lap', ms(car.ideal_lap_s)],
    ['position', car.position],
    ['clean-laps', clean.n],
    ['mean', ms(clean.lap_mean)],
    ['median', ms(clean.lap_median)],
    ['std', ms(clean.lap_std)],
    ['steady', ms(corrected.lap?.steady_s)],
    ['score', corrected.lap?.consistency],
    ...(
      [
        [undefined, corrected.lap],
        ['s1', corrected.s1],
        ['s2', corrected.s2],
        ['s3', corrected.s3],
      ] as const
    ).flatMap(pace),
  ]
}

test.skipIf(realSeason === undefined)(
  'the oracle agrees with the reference on every car',
  async () => {
    const folder = realSeason ?? ''
    const { races } = Reference.parse(
      JSON.parse(readFileSync(join(folder, '..', 'reference-sample.json'), 'utf8')),
    )
    const oracle = await openOracle(folder)
    let compared = 0
    for (const { track, race: number, cars } of races) {
      const race = `${raceIds[track]}-r${number}`
      for (const [name, one] of Object.entries(cars)) {
        const car = name.replace('#', '-')
        for (const [figure, wanted, section] of figuresOf(one)) {
          if (wanted === null || wanted === undefined) continue
          const { value } = oracleValue(oracle, figure, { race, car, ...(section && { section }) })
          const off = typeof value === 'number' ? Math.abs(value - wanted) : Infinity
          expect(off, `${figure} ${section ?? ''} of ${race} car ${car}`).toBeLessThan(0.0015)
          compared++
        }
      }
    }
    expect(compared).toBeGreaterThan(1500)
  },
)
