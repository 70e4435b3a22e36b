import type { Mention } from '../entities/mention.ts'
import type { Reading } from '../entities/reading.ts'

const whatIf =
  /\bwhat if\b|\bif (?:i|we|CAR) (?:had|hadn't|would|could|did|didn't)\b|\bassuming\b|\bsuppos\w+\b|\bwould (?:my|i|it|that|CAR) (?:\w+ )*(?:be|been|have)\b/

/** What picks laps: "what would my average be without lap 8?" is computed. */
const choosing: ReadonlySet<Mention['type']> = new Set([
  'without',
  'without-name',
  'without-that',
  'without-traffic',
  'stretch',
  'end',
  'share',
  'after-restart',
  'before-restart',
  'around-stop',
])

/** Something is supposed that did not happen, and no answer computes it. */
export function isWhatIf(reading: Reading): boolean {
  return whatIf.test(reading.text) && !picksLaps(reading)
}

export function picksLaps({ mentions }: Reading): boolean {
  return mentions.some(({ type }) => choosing.has(type))
}
