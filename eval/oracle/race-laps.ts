import { msOf, type Row } from './timing-rows.ts'

export const sections = ['s1', 's2', 's3'] as const
/** A lap time is one more quantity. */
const quantities = ['lap', ...sections] as const
export type Quantity = (typeof quantities)[number]

/** A row of the timing file, with the masks of D4. */
export type OracleLap = {
  readonly car: string
  readonly lap: number
  readonly ms: Readonly<Partial<Record<Quantity, number>>>
  readonly flag: string
  readonly isPitIn: boolean
  readonly isPitOut: boolean
  readonly isClean: boolean
  readonly elapsedMs: number
  readonly clockMs: number
  readonly topSpeed: number | undefined
}

/** D3 and D4, in file order. */
export function lapsOf(rows: readonly Row[]): readonly OracleLap[] {
  const laps: OracleLap[] = []
  const seen = new Map<string, number>()
  const second = new Set<string>()
  let before: OracleLap | undefined
  for (const row of rows) {
    const number = row['NUMBER'] ?? ''
    const lap = Number(row['LAP_NUMBER'])
    if (lap <= (seen.get(number) ?? 0)) second.add(number)
    seen.set(number, lap)
    const car = second.has(number) ? `${number}-2` : number
    before = lapOf(row, car, before?.car === car ? before : undefined)
    laps.push(before)
  }
  return laps
}

function lapOf(row: Row, car: string, before: OracleLap | undefined): OracleLap {
  const lap = Number(row['LAP_NUMBER'])
  const flag = row['FLAG_AT_FL'] ?? ''
  const ms = timesOf(row)
  const isPitIn = row['CROSSING_FINISH_LINE_IN_PIT'] === 'B'
  const isPitOut = before?.isPitIn === true || (row['PIT_TIME'] !== '' && lap > 1)
  const isDriven = lap > 1 && !isPitIn && !isPitOut && ms.lap !== undefined
  const isGreen = ['GF', 'FF'].includes(flag) && before?.flag === 'GF'
  const speed = row['TOP_SPEED'] ?? ''
  return {
    car,
    lap,
    ms,
    flag,
    isPitIn,
    isPitOut,
    isClean: isGreen && isDriven,
    elapsedMs: msOf(row['ELAPSED']) ?? Number.NaN,
    clockMs: msOf(row['HOUR']) ?? Number.NaN,
    topSpeed: speed === '' ? undefined : Number(speed),
  }
}

function timesOf(row: Row): OracleLap['ms'] {
  const columns = { lap: 'LAP_TIME', s1: 'S1_LARGE', s2: 'S2_LARGE', s3: 'S3_LARGE' }
  return Object.fromEntries(
    quantities.flatMap((quantity) => {
      const time = msOf(row[columns[quantity]])
      return time === undefined ? [] : [[quantity, time]]
    }),
  )
}

export const carsOf = (laps: readonly OracleLap[]) => [...new Set(laps.map(({ car }) => car))]

export const timesIn = (laps: readonly OracleLap[], quantity: Quantity): readonly number[] =>
  laps.flatMap(({ ms }) => ms[quantity] ?? [])

/** undefined for none, never an infinity. */
export const least = (values: readonly number[]) =>
  values.length === 0 ? undefined : Math.min(...values)
