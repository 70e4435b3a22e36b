import type { Token } from './tokens.ts'

/** What a typed number is in, and how many of the base (ms, km/h, °C …) one is worth. */
export type Unit = {
  readonly base: 'ms' | 'ms/lap' | '%' | 'km/h' | '°C' | 'hPa' | 'm' | '°' | 'points'
  readonly worth: number
  /** Added after the multiplication: °F. */
  readonly plus?: number
}

const seconds: Unit = { base: 'ms', worth: 1000 }
const units: Readonly<Record<string, Unit>> = {
  s: seconds,
  sec: seconds,
  secs: seconds,
  second: seconds,
  seconds,
  ms: { base: 'ms', worth: 1 },
  millisecond: { base: 'ms', worth: 1 },
  milliseconds: { base: 'ms', worth: 1 },
  thousandth: { base: 'ms', worth: 1 },
  thousandths: { base: 'ms', worth: 1 },
  tenth: { base: 'ms', worth: 100 },
  tenths: { base: 'ms', worth: 100 },
  hundredth: { base: 'ms', worth: 10 },
  hundredths: { base: 'ms', worth: 10 },
  minute: { base: 'ms', worth: 60_000 },
  minutes: { base: 'ms', worth: 60_000 },
  '%': { base: '%', worth: 1 },
  percent: { base: '%', worth: 1 },
  kph: { base: 'km/h', worth: 1 },
  kmh: { base: 'km/h', worth: 1 },
  mph: { base: 'km/h', worth: 1.609344 },
  hpa: { base: 'hPa', worth: 1 },
  mbar: { base: 'hPa', worth: 1 },
  m: { base: 'm', worth: 1 },
  metres: { base: 'm', worth: 1 },
  meters: { base: 'm', worth: 1 },
  km: { base: 'm', worth: 1000 },
  kilometres: { base: 'm', worth: 1000 },
  miles: { base: 'm', worth: 1609.344 },
  feet: { base: 'm', worth: 0.3048 },
  ft: { base: 'm', worth: 0.3048 },
  points: { base: 'points', worth: 1 },
}
const celsius: Unit = { base: '°C', worth: 1 }
const fahrenheit: Unit = { base: '°C', worth: 5 / 9, plus: -160 / 9 }

export type ReadUnit = { readonly unit: Unit; readonly next: number }

/** The unit at a token, with all the words that belong to it. */
export function readUnit(tokens: readonly Token[], from: number): ReadUnit | undefined {
  const at = tokens[from]?.text === '-' ? from + 1 : from
  const [a = '', b = '', c = ''] = tokens.slice(at, at + 3).map(({ text }) => text)
  if (a === '°' || a === 'degrees' || a === 'degree') return degrees(b, at)
  if (a === 'c' || a === 'f') return { unit: a === 'c' ? celsius : fahrenheit, next: at + 1 }
  if (a === 'of' && b === '100') return { unit: { base: 'points', worth: 1 }, next: at + 2 }
  if (a === 'per' && b === 'cent') return { unit: { base: '%', worth: 1 }, next: at + 2 }
  if ((a === 'km' && b === '/' && c === 'h') || (a === 'miles' && b === 'per' && c === 'hour'))
    return { unit: a === 'km' ? { base: 'km/h', worth: 1 } : mph, next: at + 3 }
  const unit = Object.hasOwn(units, a) ? units[a] : undefined
  if (unit === undefined) return undefined
  return aLap(tokens, { unit, next: ofASecond(tokens, at + 1) })
}

const mph: Unit = { base: 'km/h', worth: 1.609344 }

function degrees(scale: string, at: number): ReadUnit {
  if (scale === 'c' || scale === 'celsius') return { unit: celsius, next: at + 2 }
  if (scale === 'f' || scale === 'fahrenheit') return { unit: fahrenheit, next: at + 2 }
  return { unit: { base: '°', worth: 1 }, next: at + 1 }
}

/** "three tenths of a second": what follows says no more. */
function ofASecond(tokens: readonly Token[], at: number): number {
  const [of, a, second] = tokens.slice(at, at + 3).map(({ text }) => text)
  return of === 'of' && a === 'a' && second === 'second' ? at + 3 : at
}

/** "0.02 s a lap" */
function aLap(tokens: readonly Token[], { unit, next }: ReadUnit): ReadUnit {
  const [each = '', lap] = tokens.slice(next, next + 2).map(({ text }) => text)
  const isSlope = unit.base === 'ms' && ['a', 'per', 'each', 'every'].includes(each)
  if (!isSlope || lap !== 'lap') return { unit, next }
  return { unit: { base: 'ms/lap', worth: unit.worth }, next: next + 2 }
}
