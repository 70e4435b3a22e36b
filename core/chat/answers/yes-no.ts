import type { CoachedCar } from '#core/composer/coached-car.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'

/** What a yes/no question gets first: as the facts decide it, or that they do not. */
export type Verdict = boolean | 'unknown'

const begins =
  /^(?:(?:and|so|but|well|ok|okay|hey|then|please|tell me)[, ]+)*(?:did|do|does|was|were|am|is|are|has|have|had)(?:n'?t)?\b/i
const capital = /^(?:You|Your|The|In|Of|Nobody|Nothing|Against|Car|Places|These|Half|As|Most)\b/

/** Whether a question wants a yes or a no: "was it A or B?" does not. */
export function asksYesNo(text: string): boolean {
  return begins.test(text.trim()) && !/\bor (?!not\b)/i.test(text)
}

/** "Was I quicker than 13?": unknown where the ranges of the two paces overlap. */
export function quickerThan(text: string, car: CoachedCar, other: CoachedCar): Verdict | undefined {
  const words = /\b(?:(?<quick>quicker|faster)|(?<slow>slower))\b/i.exec(text)?.groups
  const [a, b] = [car.pattern.lap, other.pattern.lap]
  if (words === undefined || a.paceMs === null || b.paceMs === null) return undefined
  const isApart =
    a.paceLowMs !== null && a.paceHighMs !== null && b.paceLowMs !== null && b.paceHighMs !== null
      ? a.paceHighMs < b.paceLowMs || b.paceHighMs < a.paceLowMs
      : false
  if (!isApart) return 'unknown'
  return words['slow'] === undefined ? a.paceMs < b.paceMs : a.paceMs > b.paceMs
}

/** "No: you held your pace", where the question asks for a yes or no. */
export function answering<T extends Sentence | undefined>(
  text: string,
  verdict: Verdict | undefined,
  sentence: T,
): T | Sentence {
  if (verdict === undefined || sentence === undefined || !asksYesNo(text)) return sentence
  const word = verdict === 'unknown' ? 'The laps cannot tell' : verdict ? 'Yes' : 'No'
  const [first, ...rest] = sentence.parts
  if (first === undefined) return sentence
  if (first.factId !== undefined)
    return { ...sentence, parts: [{ text: `${word}: ` }, first, ...rest] }
  const lowered = first.text.replace(capital, (found) => found.toLowerCase())
  return { ...sentence, parts: [{ ...first, text: `${word}: ${lowered}` }, ...rest] }
}
