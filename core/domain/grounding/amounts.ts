import { readOrdinalWord, readWorded } from './number-words.ts'
import { type Token, touches } from './tokens.ts'
import { readUnit, type Unit } from './units.ts'

/** A number as it was typed, in digits or in words. */
export type Amount = {
  readonly value: number
  /** Digits after the point, as said: "three tenths" is 3 with none, in tenths. */
  readonly decimals: number
  readonly unit?: Unit
  readonly sign?: '+' | '-' | '±'
  readonly form: 'number' | 'ordinal' | 'position' | 'time'
}

export type ReadAmount = { readonly amount: Amount; readonly next: number }

const seconds: Unit = { base: 'ms', worth: 1000 }
const timeUnits = new Set(['second', 'tenth', 'hundredth', 'thousandth', 'minute'])
/** After these words a bare "one" counts something. */
const counted = new Set(
  'lap laps place places car cars second seconds tenth tenths hundredth thousandth stop stops section sector percent degree race'.split(
    ' ',
  ),
)

/** The number at a token: "1:37.428", "+0.4 s", "half a second", "12th", "P3". */
export function readAmount(tokens: readonly Token[], from: number): ReadAmount | undefined {
  const signed = readSign(tokens, from)
  const at = signed?.next ?? from
  const token = tokens[at]
  if (token === undefined) return undefined
  const read =
    token.type === 'number'
      ? readDigits(tokens, at)
      : signed === undefined
        ? readWords(tokens, at)
        : undefined
  if (read === undefined || signed === undefined) return read
  return { ...read, amount: { ...read.amount, sign: signed.sign } }
}

function readSign(tokens: readonly Token[], from: number) {
  const token = tokens[from]
  if (token?.type !== 'mark') return undefined
  const sign = token.text === '+' || token.text === '±' ? token.text : token.text === '-' && '-'
  if (!sign || tokens[from + 1]?.type !== 'number' || !touches(token, tokens[from + 1]))
    return undefined
  return { sign, next: from + 1 } as const
}

function readDigits(tokens: readonly Token[], at: number): ReadAmount | undefined {
  const token = tokens[at]
  if (token === undefined) return undefined
  const next = tokens[at + 1]
  if (touches(token, next) && /^(st|nd|rd|th)$/.test(next?.text ?? ''))
    return { amount: { value: Number(token.text), decimals: 0, form: 'ordinal' }, next: at + 2 }
  if (token.text.includes(':')) return readTime(tokens, at)
  const number = decimal(token.text)
  if (number === undefined) return undefined
  return withUnit(tokens, at + 1, number)
}

/** '0,41' and '0.548' have decimals, '21,435' thousands; '1.234,5' is nothing. */
function decimal(text: string): { value: number; decimals: number } | undefined {
  const plain = /^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(text)
    ? text.replaceAll(',', '')
    : text.replace(',', '.')
  if (!/^\d+(\.\d+)?$/.test(plain)) return undefined
  return { value: Number(plain), decimals: plain.split('.')[1]?.length ?? 0 }
}

/** '1:37.428', '1:02:03.004': seconds that count up to 60. */
function readTime(tokens: readonly Token[], at: number): ReadAmount | undefined {
  const [, hours = '0', minutes = '', whole = '', fraction = ''] =
    /^(?:(\d{1,2}):)?(\d{1,2}):([0-5]\d)(?:[.,](\d{1,6}))?$/.exec(tokens[at]?.text ?? '') ?? []
  if (minutes === '') return undefined
  const value = Number(hours) * 3600 + Number(minutes) * 60 + Number(`${whole}.${fraction}`)
  const amount: Amount = { value, decimals: fraction.length, unit: seconds, form: 'time' }
  const unit = readUnit(tokens, at + 1)
  return { amount, next: unit?.unit.worth === 1000 && unit.unit.base === 'ms' ? unit.next : at + 1 }
}

function withUnit(
  tokens: readonly Token[],
  at: number,
  { value, decimals }: { value: number; decimals: number },
): ReadAmount {
  const unit = readUnit(tokens, at)
  if (unit === undefined) return { amount: { value, decimals, form: 'number' }, next: at }
  return { amount: { value, decimals, unit: unit.unit, form: 'number' }, next: unit.next }
}

function readWords(tokens: readonly Token[], at: number): ReadAmount | undefined {
  const isOne = tokens[at]?.text === 'one'
  return (
    readPart(tokens, at) ??
    readOne(tokens, at) ??
    readOrdinal(tokens, at) ??
    (isOne ? undefined : readPlain(tokens, at))
  )
}

/** "half a second", "a quarter of a second", "three quarters of a second", "half a tenth". */
function readPart(tokens: readonly Token[], from: number): ReadAmount | undefined {
  const texts = tokens.slice(from, from + 2).map(({ text }) => text)
  const at = texts[0] === 'a' ? from + 1 : from
  const word = tokens[at]?.text
  const shares: readonly (readonly [number, number, number])[] = [
    ...(word === 'half' ? ([[0.5, 1, at + 1]] as const) : []),
    ...(word === 'quarter' ? ([[0.25, 2, at + 1]] as const) : []),
    ...(texts[0] === 'three' && texts[1] === 'quarters' ? ([[0.75, 2, from + 2]] as const) : []),
  ]
  for (const [value, decimals, next] of shares) {
    let unitAt = next
    if (tokens[unitAt]?.text === 'of') unitAt++
    if (tokens[unitAt]?.text === 'a') unitAt++
    if (!timeUnits.has(tokens[unitAt]?.text ?? '')) continue
    return withUnit(tokens, unitAt, { value, decimals })
  }
  return undefined
}

/** "a second", "a tenth and a half", "one lap". */
function readOne(tokens: readonly Token[], from: number): ReadAmount | undefined {
  const [article = '', noun = ''] = tokens.slice(from, from + 2).map(({ text }) => text)
  if (article === 'one') {
    const after = tokens[from + 2]?.text ?? ''
    const isNumber = counted.has(noun) || counted.has(after) || noun === 'and' || noun === 'point'
    return isNumber ? readPlain(tokens, from) : undefined
  }
  if ((article !== 'a' && article !== 'an') || !timeUnits.has(noun)) return undefined
  const isHalfMore =
    tokens
      .slice(from + 2, from + 5)
      .map(({ text }) => text)
      .join(' ') === 'and a half'
  const read = withUnit(tokens, from + 1, {
    value: isHalfMore ? 1.5 : 1,
    decimals: isHalfMore ? 1 : 0,
  })
  return isHalfMore ? { ...read, next: from + 5 } : read
}

/** "twelfth"; 'first' and 'second' are left to those who know what follows. */
function readOrdinal(tokens: readonly Token[], at: number): ReadAmount | undefined {
  const text = tokens[at]?.text
  if (text === 'first' || text === 'second') return undefined
  const read = readOrdinalWord(tokens, at)
  if (read === undefined) return undefined
  return { amount: { value: read.value, decimals: 0, form: 'ordinal' }, next: read.next }
}

function readPlain(tokens: readonly Token[], at: number): ReadAmount | undefined {
  const worded = readWorded(tokens, at)
  return worded && withUnit(tokens, worded.next, worded)
}
