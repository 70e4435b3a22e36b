import type { Fact } from '#core/domain/fact.ts'
import type { GivenFact } from '#core/domain/grounding/given.ts'
import type { GivenDraft } from './drafts.ts'
import type { Paraphrase } from './paraphrase.ts'

/** How a fact stands in a sentence: '[F3]', '0.548 s', '0.55 s'. */
export const forms = ['cited', 'typed', 'short'] as const
export type Form = (typeof forms)[number]

/** What a text says where, by the facts of one answer. */
export type Filling = {
  readonly paraphrase: Paraphrase
  readonly facts: ReadonlyMap<string, GivenFact>
  /** 's2', where the text is of a section. */
  readonly section: string | undefined
  /** Which of two words is true: the first. Undefined where it may be either. */
  readonly isAbove: boolean | undefined
}

const sections = ['s1', 's2', 's3']
/** Below that a gap is level, and either word would do. */
const least = 10

/** Where the facts of an answer bear a paraphrase out: once, or once for each section. */
export function fillingsOf(
  paraphrase: Paraphrase,
  draft: GivenDraft,
  all: ReadonlyMap<string, GivenFact>,
): readonly Filling[] {
  const { scope, raceId, car } = draft
  if (scope.raceIds.join() !== raceId || scope.me !== car) return []
  const chosen = paraphrase.section && all.get(idOf(paraphrase.section, draft))?.fact.value
  const isOfSections = Object.values(paraphrase.facts).some((field) => field.includes('{section}'))
  const wanted = isOfSections ? sections : ['']
  return wanted.flatMap((section) => {
    if (paraphrase.section !== undefined && chosen !== section) return []
    const facts = new Map<string, GivenFact>()
    for (const [name, field] of Object.entries(paraphrase.facts)) {
      const given = all.get(idOf(field, draft, section))
      if (given === undefined || given.fact.value === null) return []
      facts.set(name, given)
    }
    const valueOf = (name: string) => Number(facts.get(name)?.fact.value)
    if (paraphrase.above?.some((name) => valueOf(name) < least) === true) return []
    const { way } = paraphrase
    if (way !== undefined && Math.abs(valueOf(way)) < least) return []
    const isAbove = way === undefined ? undefined : valueOf(way) > 0
    return [{ paraphrase, facts, section: section || undefined, isAbove }]
  })
}

/** The id that a field of a paraphrase means in an answer. */
export function idOf(
  field: string,
  { raceId, car }: Pick<GivenDraft, 'raceId' | 'car'>,
  section = '',
): string {
  const whole = field.includes('/') ? field : `ml_pattern_recommendations/{race}_${car}#${field}`
  return whole.replaceAll('{section}', section).replaceAll('{race}', raceId)
}

/** The sentence; `change` puts something else in the place of one of its facts. */
export function sentenceOf(
  text: string,
  { facts, section, isAbove }: Filling,
  form: Form,
  change: { readonly [name: string]: string } = {},
): string {
  const said = text.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => {
    const [above, below] = name.split('|')
    if (below !== undefined) return (isAbove === false ? below : above) ?? ''
    if (name === 'section') return `Section ${section?.slice(1)}`
    const given = facts.get(name)
    if (given === undefined) throw new Error(`no fact {${name}} in: ${text}`)
    return change[name] ?? saidAs(given, form)
  })
  return said.charAt(0).toUpperCase() + said.slice(1)
}

export function saidAs({ label, fact }: GivenFact, form: Form): string {
  if (form === 'cited') return `[${label}]`
  return form === 'short' && hasShort(fact) ? (fact.short ?? fact.text) : fact.text
}

/** A name's short form lacks its noun, so only a figure's is another way to say it. */
export function hasShort({ unit, short }: Fact): boolean {
  return short !== undefined && unit !== 'lap' && unit !== 'car'
}
