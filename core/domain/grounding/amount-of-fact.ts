import type { Fact } from '../fact.ts'
import type { Amount } from './amounts.ts'
import type { Figure } from './figures.ts'
import type { Subject } from './subject.ts'

/** What the last digit of a fact's text is worth, in the fact's own unit. */
const lastDigitOf: Readonly<Record<string, number>> = {
  ms: 1,
  'ms/lap': 1,
  '°C': 0.1,
  hPa: 0.1,
  'km/h': 0.1,
  m: 1,
  '°': 1,
}
/** Their text is the magnitude; the direction is a word. */
const unsigned = new Set(['ms', 'ms/lap', 'places'])

/**
 * Whether a number that a model typed is the fact's: its text, its short form, or a shorter rounding of
 * its value, in its unit or in one that converts. Never a longer one.
 */
export function isAmountOf(amount: Amount, fact: Fact, { figure, parts }: Subject): boolean {
  if (
    typeof fact.value !== 'number' ||
    !(unitFits(amount, fact) || isGapALap(amount, fact, figure, parts))
  )
    return false
  const isLocalTime = figure.tags.includes('local-time')
  if (isLocalTime) return amount.form === 'time' && isClock(amount, fact)
  if (amount.sign === '±' && !figure.tags.includes('steady')) return false
  if (!signFits(amount, fact, figure.sign !== undefined)) return false
  const isDifference = figure.tags.includes('range') || figure.tags.includes('range-needed')
  if (amount.unit?.plus !== undefined && isDifference) return false
  return isRounding(amount, scaled(fact), fact)
}

/** "0.08 s a lap quicker": a gap between paces of whole laps. */
function isGapALap(
  { unit }: Amount,
  fact: Fact,
  { tags, sign }: Figure,
  parts: readonly string[],
): boolean {
  if (unit?.base !== 'ms/lap' || fact.unit !== 'ms' || sign === undefined) return false
  return tags.includes('pace') && parts.join() === 'lap'
}

function unitFits({ unit, form, decimals }: Amount, fact: Fact): boolean {
  const isBare = unit === undefined
  switch (fact.unit) {
    case 'ms':
      return isBare ? form === 'number' && decimals > 0 : unit.base === 'ms'
    case 'rank':
      return isBare && form === 'ordinal'
    case 'position':
      return isBare && (form === 'position' || form === 'ordinal')
    case '':
    case 'places':
    case 'r':
    case 'p':
      return isBare && form === 'number'
    case 'points':
      return isBare ? form === 'number' : unit.base === 'points'
    case 'ms/lap':
    case '%':
    case 'km/h':
    case '°C':
    case '°':
    case 'hPa':
    case 'm':
      return unit?.base === fact.unit
    default:
      return false
  }
}

/** 13:05:12, read as seconds of the day, against milliseconds that may pass midnight. */
function isClock({ value, decimals }: Amount, fact: Fact): boolean {
  const day = 86_400
  return decimals === 0 && value === ((Math.floor(Number(fact.value) / 1000) % day) + day) % day
}

function signFits({ sign }: Amount, { value, unit }: Fact, hasSign: boolean): boolean {
  const number = Number(value)
  if (sign === '+') return hasSign && number > 0
  if (unsigned.has(unit)) return sign !== '-' || (hasSign && number < 0)
  return (sign === '-') === number < 0
}

/** A share of 0.42 is written "42 %". */
function scaled({ value, unit, text }: Fact): number {
  const number = Math.abs(Number(value))
  if (unit !== '%') return number
  const written = Number(/[0-9.]+/.exec(text)?.[0] ?? '')
  return Math.abs(number * 100 - written) < Math.abs(number - written) ? number * 100 : number
}

function isRounding({ value, decimals, unit }: Amount, magnitude: number, fact: Fact): boolean {
  const worth = unit?.worth ?? (fact.unit === 'ms' ? 1000 : 1)
  const digit = lastDigitOf[fact.unit] ?? 10 ** -decimalsOf(fact.text)
  if (worth * 10 ** -decimals < digit * 0.999_999) return false
  const exact = (magnitude - (unit?.plus ?? 0)) / worth
  const scale = 10 ** decimals
  if (Math.floor(exact * scale + 0.5 + 1e-9) !== Math.round(value * scale)) return false
  if (unit?.plus !== undefined) return true
  if (value === 0) return worth * 10 ** -decimals <= digit * 1.000_001
  return Math.abs(value - exact) <= exact / 2
}

function decimalsOf(text: string): number {
  return /\d\.(\d+)/.exec(text)?.[1]?.length ?? 0
}
