import type { Fact } from '#core/domain/fact.ts'
import { type Answer, textOf } from './answer.ts'
import { type FaultOfFact, type NumbersShown, numbersShown } from './numbers-shown.ts'
import type { OracleValue } from './oracle/figure.ts'
import type { Expectation, Turn } from './question.ts'
import { turnedWords } from './turned-words.ts'

/** What the oracle says has to be shown. */
export type Awaited = OracleValue & { readonly name: string; readonly tolerance: number }

export type Score = {
  /** Everything that is wrong with the answer; nothing for a right one. */
  readonly faults: readonly string[]
  readonly shown: NumbersShown
  readonly awaited: number
  readonly found: number
}

/** Judges one answer. */
export function scoreTurn(
  { text, expect }: Pick<Turn, 'text' | 'expect'>,
  awaited: readonly Awaited[],
  answer: Answer,
  faultOf: FaultOfFact,
): Score {
  const shown = numbersShown(answer, text, faultOf)
  const unsupported = shown.unsupported.map((fault) => `unsupported: ${fault}`)
  if (isAskingBackWell(expect, answer)) return { faults: unsupported, shown, awaited: 0, found: 0 }
  const cited = citedFacts(answer)
  const missing = awaited.filter((value) => !cited.some((fact) => states(fact, value)))
  const faults = [
    ...outcomeFaults(expect, answer),
    ...missing.map(({ name, value }) => `${name} ${value} is not shown`),
    ...wordFaults(expect, answer, cited),
    ...turnedWords(answer),
    ...unsupported,
  ]
  return { faults, shown, awaited: awaited.length, found: awaited.length - missing.length }
}

/** A question back where that is honest shows no figures yet; it has choices to click. */
function isAskingBackWell({ outcome }: Expectation, answer: Answer): boolean {
  const isFit = answer.outcome === 'asked-back' && outcome.some((one) => one === 'asked-back')
  return isFit && answer.suggestions > 0 && answer.sentences.length > 0
}

function citedFacts({ sentences, facts }: Answer): readonly Fact[] {
  const ids = new Set(
    sentences.flatMap(({ parts }) =>
      parts.flatMap((part) => ('factId' in part ? [part.factId] : [])),
    ),
  )
  return facts.filter(({ id }) => ids.has(id))
}

/** Whether a fact has that value, of that car and race, in a field that means it. */
function states({ id, value }: Fact, awaited: Awaited): boolean {
  if (!awaited.field.test(id) || !awaited.about.every((name) => isAbout(id, name))) return false
  if (typeof awaited.value === 'string' || typeof value !== 'number') return value === awaited.value
  // Of two cars either may come first: a difference is told as a size with a word.
  const isSize = id.startsWith('computed:difference')
  const off = isSize ? Math.abs(value) - Math.abs(awaited.value) : value - awaited.value
  return Math.abs(off) <= awaited.tolerance
}

/** 'barber-r1_13' is in 'ml_…/barber-r1_13#…', not in '…/barber-r1_131#…'. A race's fact may be of one of its cars. */
function isAbout(id: string, name: string): boolean {
  const at = id.indexOf(name)
  if (at === -1) return isFastestLapOf(id, name)
  return id
    .split(name)
    .slice(1)
    .some((rest) => /^[#_,)]/.test(rest))
}

/** The race's fastest lap is a lap of the car that drove it: only the value can tell. */
function isFastestLapOf(id: string, name: string): boolean {
  const [race = ''] = name.split('_')
  return id.startsWith(`races/${race}#`) && id.includes('fastestLap')
}

function outcomeFaults(expect: Expectation, { outcome, scope, error, suggestions }: Answer) {
  const faults: string[] = []
  if (!expect.outcome.some((one) => one === outcome))
    faults.push(`outcome ${outcome}${error === undefined ? '' : ` (${error})`}`)
  const intents = scope?.intents ?? []
  if (expect.intent !== undefined && !expect.intent.some((intent) => intents.includes(intent)))
    faults.push(`understood as ${intents.join(', ') || 'nothing'}`)
  for (const [name, wanted] of Object.entries(expect.scope ?? {})) {
    const got = JSON.stringify(Object.entries(scope ?? {}).find(([key]) => key === name)?.[1])
    if (got !== JSON.stringify(wanted)) faults.push(`scope: ${name} is ${got}`)
  }
  if (outcome === 'asked-back' && suggestions === 0) faults.push('asked back without choices')
  return faults
}

function wordFaults(expect: Expectation, { sentences }: Answer, cited: readonly Fact[]) {
  const text = sentences.map(textOf).join(' ')
  return [
    ...(sentences.length === 0 ? ['no sentence'] : []),
    ...(expect.cites ?? [])
      .filter((pattern) => !cited.some(({ id }) => pattern.test(id)))
      .map((pattern) => `no citation of ${pattern.source}`),
    ...(expect.says ?? [])
      .filter((pattern) => !pattern.test(text))
      .map((pattern) => `does not say ${pattern.source}`),
    ...(expect.forbidden ?? [])
      .filter((pattern) => pattern.test(text))
      .map((pattern) => `says ${pattern.source}`),
  ]
}
