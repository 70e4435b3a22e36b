import type { Named } from './items.ts'
import { readWorded } from './number-words.ts'
import { type Token, touches } from './tokens.ts'

const between = new Set([',', 'and', '&', 'or', 'to', '-', '–', 'through', 'until'])

/** "5", "5, 9 and 14", "5 to 9", "five": the whole numbers that follow a noun. */
export function readNumberList(
  tokens: readonly Token[],
  from: number,
): { named: readonly Named[]; next: number; isRange: boolean } | undefined {
  const named: Named[] = []
  let isRange = false
  let at = from
  for (;;) {
    const one = readNumber(tokens, at)
    if (one === undefined) break
    named.push(one.named)
    at = one.next
    const link = linkAfter(tokens, at)
    if (link === undefined) break
    isRange = /^(?:to|-|–|through|until)$/.test(tokens[link - 1]?.text ?? '')
    at = link
  }
  return named.length === 0 ? undefined : { named, next: endOf(tokens, at, named), isRange }
}

/** What joins two numbers of a list, where a number follows that is one of the list. */
function linkAfter(tokens: readonly Token[], at: number): number | undefined {
  let next = at
  if (tokens[next]?.text === ',' && tokens[next + 1]?.text === 'and') next++
  if (!between.has(tokens[next]?.text ?? '')) return undefined
  const number = tokens[next + 1]
  return number?.type === 'number' && /^\d+$/.test(number.text) && isFree(tokens, next + 2)
    ? next + 1
    : undefined
}

/** No unit or noun of its own follows: "on laps 5 and 9" and not "on lap 5 and 9 places", "in Section 1, 9th". */
function isFree(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at]?.text ?? ''
  return !/^(st|nd|rd|th|s|ms|sec|seconds?|tenths?|hundredths?|%|°|laps?|places?|cars?|green|of|km|mph|kph|points?|percent)$/.test(
    next,
  )
}

function endOf(tokens: readonly Token[], at: number, named: readonly Named[]): number {
  const end = named.at(-1)?.end ?? 0
  let next = at
  while (next > 0 && startOf(tokens, next - 1) >= end) next--
  return next
}

function startOf(tokens: readonly Token[], at: number): number {
  return tokens[at]?.start ?? 0
}

function readNumber(
  tokens: readonly Token[],
  at: number,
): { named: Named; next: number } | undefined {
  const token = tokens[at]
  if (token === undefined) return undefined
  if (token.type === 'number') {
    if (!/^\d+$/.test(token.text)) return undefined
    const { text, next, end } = withTail(tokens, at)
    return { named: { id: text, start: token.start, end }, next }
  }
  const worded = token.text === 'a' || token.text === 'an' ? undefined : readWorded(tokens, at)
  const last = worded && tokens[worded.next - 1]
  if (worded === undefined || last === undefined || worded.decimals > 0) return undefined
  return {
    named: { id: String(worded.value), start: token.start, end: last.end },
    next: worded.next,
  }
}

/** '3-2' is one car, '2a' half a section; '5-9' is two numbers of a range. */
function withTail(tokens: readonly Token[], at: number) {
  const [number, second, third] = tokens.slice(at, at + 3)
  const text = number?.text ?? ''
  if (touches(number, second) && /^[ab]$/.test(second?.text ?? ''))
    return { text: `${text}${second?.text ?? ''}`, next: at + 2, end: second?.end ?? 0 }
  const isSecondCar = touches(number, second) && second?.text === '-' && third?.text === '2'
  if (isSecondCar && touches(second, third))
    return { text: `${text}-2`, next: at + 3, end: third.end }
  return { text, next: at + 1, end: number?.end ?? 0 }
}
