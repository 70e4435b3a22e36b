import type { CoachedCar } from '#core/composer/coached-car.ts'
import { uncapitalised } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'

const openings = {
  yes: 'Yes',
  no: 'No',
  unknown: 'The laps cannot tell',
  'barely-yes': 'Yes, though not beyond chance',
  'barely-no': 'No, though not beyond chance',
  middling: 'About average for the field',
  probably: 'Probably',
  mostly: 'Mostly',
  possibly: 'Possibly',
  'no-sign': 'No sign of it',
} as const

/** What a yes/no question gets first: as the facts decide it, or how far they do. */
export type Verdict = boolean | keyof typeof openings

const courtesy =
  /^(?:(?:and|so|but|well|ok|okay|hey|hi|hello|then|please|coach|mate|(?:just )?(?:a )?quick (?:question|one)|(?:can|could|would) you (?:please )?tell me|(?:please )?tell me|(?:do you|any idea|i) (?:know|wonder|was wondering)|i(?:'m| am) wondering|just wondering)[:,.!]? +)+/i
const begins =
  /^(?:(?:did|do|does|was|were|am|is|are|has|have|had|should|can|could|would|will)(?:n'?t)?|whether|(?:good|quick|fast|strong) enough (?=for|to)|if (?=i\b|i'|we\b|my\b|our\b|he\b|she\b|it\b|car\b|the\b|there\b|any|#?\d))\b/i
const tag =
  /(?:, ?|\b)(?:right|yes or no|correct|true|agreed|(?:is|was) (?:that|it|this)(?: actually| really)? (?:true|right|so|correct)(?: or not)?|(?:true|right) or (?:not|wrong|false)|(?:did|was|is|were|had|have)n'?t (?:i|it|we|he|she|they)) ?\?*$/i

/** "A 1:38.2, is that any good?", "I thought lap 5 was my best, was it?" */
const ofThat =
  /\b(?:is|was|would) (?:that|it|this)(?: (?:any|a|an|considered|really))* (?:good|quick|fast|slow|decent|ok|okay|competitive|possible|normal|bad|my)\b|\bwas (?:he|she|it|i) ?\?*$/i

/** "S1 good?", "final corner any good?" */
const adjective =
  /\b(?:good|ok|okay|fine|decent|bad|weak|slow|quick|fast|strong|competitive) ?\?+$/i
/** "If I put it all in one lap, what time is that?" */
const asksWhatIf = /^if\b.*\b(?:who|what|where|how|when|which)\b/i
const isOpen = /\b(?:who|whose|what|where|why|how|when|which)\b/i

/** Whether a question wants a yes or a no: "was it A or B?" does not. */
export function asksYesNo(text: string): boolean {
  const asked = text.trim().replace(courtesy, '')
  // "My lad is in 47, is he quicker than 98?"
  const last = asked.split(/[,;.!:] +/).at(-1) ?? ''
  const isVerdict = !isOpen.test(asked) && adjective.test(asked)
  const isLast = !isOpen.test(asked) && begins.test(last.replace(courtesy, ''))
  const isOfThat = !isOpen.test(asked) && ofThat.test(asked)
  return (
    ((begins.test(asked) && !asksWhatIf.test(asked)) ||
      isLast ||
      isOfThat ||
      isVerdict ||
      tag.test(asked)) &&
    !/\bor (?!not\b|no\b)/i.test(asked)
  )
}

/** "Am I fast?": yes in the first third of those ranked, no in the last. */
export function amongRanked(rank: number | null, of: number | null): Verdict | undefined {
  if (rank === null || of === null || of < 3) return undefined
  if (3 * rank <= of) return true
  return 3 * rank > 2 * of ? false : 'middling'
}

/** The opposite of what was decided: "am I slow?" for "am I fast?". */
export function turned(verdict: Verdict | undefined): Verdict | undefined {
  if (typeof verdict === 'boolean') return !verdict
  if (verdict === 'barely-yes') return 'barely-no'
  return verdict === 'barely-no' ? 'barely-yes' : verdict
}

/** "Was 22 quicker than me?": the other one is asked about. */
export function isOfOther(text: string, { pattern }: CoachedCar): boolean {
  const [, than = ''] = /\bthan (?:the |car |number |no\.? |#)*(\w+)/i.exec(text) ?? []
  return /^(?:me|i|us|we|my|mine|ours?)$/i.test(than) || than === pattern.car.split('-')[0]
}

/** "Was I quicker than 13?": not beyond chance where the ranges of the two paces overlap. */
export function quickerThan(text: string, car: CoachedCar, other: CoachedCar): Verdict | undefined {
  const words = /\b(?:(?<quick>quicker|faster|better)|(?<slow>slower|worse))\b/i.exec(text)?.groups
  const [a, b] = [car.pattern.lap, other.pattern.lap]
  if (words === undefined || a.paceMs === null || b.paceMs === null) return undefined
  const isApart =
    a.paceLowMs !== null && a.paceHighMs !== null && b.paceLowMs !== null && b.paceHighMs !== null
      ? a.paceHighMs < b.paceLowMs || b.paceHighMs < a.paceLowMs
      : false
  const isQuicker = a.paceMs < b.paceMs !== isOfOther(text, car)
  const isSo = words['slow'] === undefined ? isQuicker : !isQuicker
  if (isApart) return isSo
  return isSo ? 'barely-yes' : 'barely-no'
}

/** "Am I better than car 55 in section 2?": by a gap that is below zero where the asker is quicker. */
export function isQuickerBy(text: string, gap: Fact | undefined): boolean | undefined {
  const words = /\b(?:quicker|faster|better|stronger|(?<slow>slower|worse|weaker))\b/i.exec(text)
  if (words === null || gap === undefined || Math.abs(Number(gap.value)) < 0.5) return undefined
  return Number(gap.value) < 0 === (words.groups?.['slow'] === undefined)
}

/** "No: you held your pace", where the question asks for a yes or no. */
export function answering<T extends Sentence | undefined>(
  text: string,
  verdict: Verdict | undefined,
  sentence: T,
): T | Sentence {
  if (verdict === undefined || sentence === undefined || !asksYesNo(text)) return sentence
  const word = openings[typeof verdict === 'boolean' ? (verdict ? 'yes' : 'no') : verdict]
  const [first, ...rest] = sentence.parts
  if (first === undefined) return sentence
  if (first.factId !== undefined)
    return { ...sentence, parts: [{ text: `${word}: ` }, first, ...rest] }
  return { ...sentence, parts: [{ text: `${word}: ${uncapitalised(first.text)}` }, ...rest] }
}

/** "Why was lap 12 quicker than lap 5?", where it was not. */
export function correcting(
  text: string,
  verdict: Verdict | undefined,
  sentence: Sentence,
): Sentence {
  const isNot = verdict === false || verdict === 'barely-no'
  if (!isNot || !/\b(?:why|how come)\b/i.test(text)) return answering(text, verdict, sentence)
  const [first, ...rest] = sentence.parts
  if (first === undefined || first.factId !== undefined) return sentence
  return { ...sentence, parts: [{ text: `Not so: ${uncapitalised(first.text)}` }, ...rest] }
}

/** The first of the sentences that there are begins as the question asks. */
export function answeringFirst(
  text: string,
  verdict: Verdict | undefined,
  sentences: readonly (Sentence | undefined)[],
): readonly Sentence[] {
  const [first, ...rest] = sentences.filter((sentence) => sentence !== undefined)
  return first === undefined ? [] : [answering(text, verdict, first), ...rest]
}
