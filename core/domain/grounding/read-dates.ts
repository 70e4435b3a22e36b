import type { Item } from './items.ts'
import type { Token } from './tokens.ts'

const months =
  'january february march april may june july august september october november december'.split(' ')

/** "6 September 2025", "September 6", "9/6/2025", "2025-09-06", "2025". */
export function readDate(
  tokens: readonly Token[],
  at: number,
): { item: Item; next: number } | undefined {
  const [a = '', b = '', c = '', d = '', e = ''] = tokens.slice(at, at + 5).map(({ text }) => text)
  const found =
    (isDay(a) && monthOf(b) && made(at, isYear(c) ? [c, b, a, 3] : ['', b, a, 2])) ||
    (monthOf(a) && isDay(b) && afterMonth(at, a, b, c, d)) ||
    (isYear(a) && b === '-' && d === '-' && numeric(at, a, c, e)) ||
    (isDay(a) && b === '/' && d === '/' && isYear(e) && numeric(at, e, a, c)) ||
    (isYear(a) && { date: a, next: at + 1 })
  if (!found) return undefined
  const span = { start: tokens[at]?.start ?? 0, end: tokens[found.next - 1]?.end ?? 0 }
  return { item: { type: 'date', date: found.date, ...span }, next: found.next }
}

function afterMonth(at: number, month: string, day: string, c: string, d: string) {
  if (isYear(c)) return made(at, [c, month, day, 3])
  return c === ',' && isYear(d) ? made(at, [d, month, day, 4]) : made(at, ['', month, day, 2])
}

function made(at: number, [year, month, day, length]: readonly [string, string, string, number]) {
  return { date: `${year}-${two(monthOf(month))}-${two(Number(day))}`, next: at + length }
}

function numeric(at: number, year: string, month: string, day: string) {
  if (!isDay(month) || !isDay(day)) return undefined
  return { date: `${year}-${two(Number(month))}-${two(Number(day))}`, next: at + 5 }
}

function isDay(text: string): boolean {
  return /^\d{1,2}$/.test(text) && Number(text) <= 31
}
function isYear(text: string): boolean {
  return /^(19|20)\d\d$/.test(text)
}
/** 1 for "January" and "Jan", 0 for what is no month. "may" is a verb unless a day stands beside it. */
function monthOf(text: string): number {
  return text.length < 3
    ? 0
    : months.findIndex((month) => month === text || month.slice(0, 3) === text) + 1
}
function two(number: number): string {
  return String(number).padStart(2, '0')
}
