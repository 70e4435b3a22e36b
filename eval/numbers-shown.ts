import type { Answer, SentenceShown } from './answer.ts'

/** Why a citation does not hold; undefined for one that does. */
export type FaultOfFact = (factId: string) => string | undefined

export type NumbersShown = {
  readonly numbers: number
  /** Those inside a citation, whether it holds or not. */
  readonly cited: number
  readonly citations: number
  readonly citationsHold: number
  /** Numbers that no citation bears out, each with its sentence's place and why. */
  readonly unsupported: readonly string[]
}

const digits = /\d+(?:[.,:]\d+)*/g
const words =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|half a|a third of a|a tenth|hundred)\s+(?:tenths?|hundredths?|seconds?|thousandths|(?:green |clean |quick )?laps?|cars?|places?|positions?)\b/gi

export function numbersIn(text: string): readonly string[] {
  return [...(text.match(digits) ?? []), ...(text.match(words) ?? [])]
}

/** Every number of an answer, and what bears it out. */
export function numbersShown(answer: Answer, question: string, faultOf: FaultOfFact): NumbersShown {
  const shown = answer.sentences
    .flatMap((sentence, index) => ofSentence(sentence, index))
    .map((part) => ({ ...part, numbers: withoutEchoes(part, answer, question) }))
  const judged = shown.map((part) => ({ ...part, fault: faultOfPart(part, answer, faultOf) }))
  const citations = judged.filter(({ factId }) => factId !== undefined)
  const sum = (parts: typeof judged) => parts.reduce((n, { numbers }) => n + numbers.length, 0)
  return {
    numbers: sum(judged),
    cited: sum(citations),
    citations: citations.length,
    citationsHold: citations.filter(({ fault }) => fault === undefined).length,
    unsupported: judged.flatMap(({ numbers, index, fault }) =>
      fault === undefined
        ? []
        : numbers.map((number) => `${number} in sentence ${index}: ${fault}`),
    ),
  }
}

type PartShown = {
  readonly text: string
  readonly factId: string | undefined
  readonly kind: SentenceShown['kind']
  readonly index: number
  readonly numbers: readonly string[]
}

function ofSentence({ kind, parts }: SentenceShown, index: number): readonly PartShown[] {
  return parts.map((part) => ({
    text: part.text,
    factId: 'factId' in part ? part.factId : undefined,
    kind,
    index,
    numbers: numbersIn(part.text),
  }))
}

/** "There is no car 999 …" repeats what was asked: it states nothing. Only where nothing is answered. */
function withoutEchoes(
  { numbers, factId, kind }: PartShown,
  { outcome }: Answer,
  question: string,
): readonly string[] {
  const isEcho = factId === undefined && kind === 'note' && outcome !== 'answered'
  const asked = numbersIn(question)
  return isEcho ? numbers.filter((number) => !asked.includes(number)) : numbers
}

function faultOfPart(
  { text, factId }: PartShown,
  { facts }: Answer,
  faultOf: FaultOfFact,
): string | undefined {
  if (factId === undefined) return 'not cited'
  const fact = facts.find(({ id }) => id === factId)
  if (fact === undefined) return `${factId} is not among the answer's facts`
  if (text !== fact.text && text !== fact.short) return `"${text}" is not "${fact.text}"`
  return faultOf(factId)
}
