import type { Scope } from '#core/protocol/chat/scope.ts'
import type { Fact } from '#core/domain/fact.ts'
import { type Claim, hasWay, type SeenFact, seenFact } from './lying-claims-fixture.ts'
import type { Compared, Planted } from './lying-sentences-fixture.ts'

/** A fact with its value: what a prompt does not show, the judge knows. */
export type JudgedFact = SeenFact & Pick<Fact, 'value' | 'unit' | 'short' | 'id'>

export function judgedFacts(facts: readonly Fact[]): readonly JudgedFact[] {
  return facts.map(({ id, label, text, value, unit, short }, index) => ({
    ...seenFact(`F${index + 1}`, label, text),
    id,
    value,
    unit,
    ...(short !== undefined && { short }),
  }))
}

/** Whether a sentence is true; undefined where it is neither plainly true nor plainly a lie. */
export function judge(
  { claim, compared, text }: Planted,
  facts: readonly JudgedFact[],
  scope: Scope,
): boolean | undefined {
  if (compared !== undefined) return isAbove(compared, facts)
  if (claim === undefined) return isTrueTail(text, facts) ? undefined : false
  const truth = isTrue(claim, facts)
  if (truth !== false) return truth
  const meant = [
    withAskedPart(claim, scope),
    withAskedLap(claim, scope),
    withoutItsLap(claim, facts),
  ]
  return meant.some((one) => one !== undefined && isTrue(one, facts) !== false) ? undefined : false
}

/** Of a car that does improve the tail is no lie. */
function isTrueTail(text: string, facts: readonly JudgedFact[]): boolean {
  return (
    text.endsWith('and you are improving.') &&
    facts.some(({ id, value }) => id.endsWith('#trend.verdict') && value === 'improving')
  )
}

/** After "how was I in Section 2" a sentence need not say the section. */
function withAskedPart(claim: Claim, { section }: Scope): Claim | undefined {
  if (claim.part !== undefined || section === undefined) return undefined
  const half = section.endsWith('a') ? ' up to the mid loop' : ' from the mid loop on'
  return { ...claim, part: `Section ${section.charAt(1)}${section.length === 3 ? half : ''}` }
}

function withAskedLap(claim: Claim, { lap }: Scope): Claim | undefined {
  return claim.lap === undefined && lap !== undefined ? { ...claim, lap } : undefined
}

/** "Your best lap was 1:37.428 on lap 8" says two facts at once. */
function withoutItsLap({ lap, ...rest }: Claim, facts: readonly JudgedFact[]): Claim | undefined {
  const isSaid = facts.some(({ text }) => lap !== undefined && text === `lap ${lap}`)
  return isSaid ? rest : undefined
}

function isAbove({ above, below }: Compared, facts: readonly JudgedFact[]): boolean | undefined {
  const [one = Number.NaN, other = Number.NaN] = [above, below].map((label) =>
    Number(facts.find(({ cite }) => cite === label)?.value),
  )
  return Math.abs(one - other) < 1 ? undefined : one > other
}

/**
 * Whether the facts bear a claim out, by their labels and values alone: it knows nothing of the check.
 * Undefined where a claim is neither plainly right nor plainly wrong.
 */
function isTrue(claim: Claim, facts: readonly JudgedFact[]): boolean | undefined {
  const same = facts.filter(
    ({ car, lap, part, figure }) =>
      car === claim.car &&
      lap === claim.lap &&
      part === claim.part &&
      isFigure(figure, claim.figure),
  )
  // Two races have facts of one name: which is meant is for the check to be careful about.
  if (
    new Set(same.map(({ text, unit }) => `${unit} ${text}`)).size >
    new Set(same.map(({ unit }) => unit)).size
  )
    return undefined
  const fitting = same.filter((fact) => isValue(claim.value, fact))
  if (!hasWay(claim.figure)) return fitting.length > 0
  if (fitting.some(({ value }) => Math.abs(Number(value)) < 0.5)) return undefined
  return fitting.some(({ value }) => Number(value) > 0 === (claim.way === 'more'))
}

/** Said alike: "your pace is 10th", "your pace is 1:38.302". */
const saidAlike = [
  ['pace, the track taken out', 'rank of the pace'],
  ['best lap', 'best lap, which'],
  ['official position', 'position at the line'],
  ['The fastest lap really driven: which', 'The fastest lap really driven'],
  ['The fastest lap really driven: whose', 'The fastest lap really driven'],
]

function isFigure(figure: string, said: string): boolean {
  return figure === said || saidAlike.some((all) => all.includes(figure) && all.includes(said))
}

function isValue(said: string, { cite, text, short, value, unit }: JudgedFact): boolean {
  if (said === `[${cite}]` || said === text || said === short) return true
  if (unit === 'position' && /^\d+(?:st|nd|rd|th)$/.test(said)) return parseInt(said, 10) === value
  // Two facts of one value: the other's label says the same.
  const [, digits = '', decimals = ''] = /^(\d+(?:\.(\d+))?) s$/.exec(said) ?? []
  if (unit !== 'ms' || digits === '' || decimals.length > 3) return false
  const seconds = Math.abs(Number(value)) / 1000
  return Math.abs(seconds - Number(digits)) <= 0.5000001 / 10 ** decimals.length
}
