import type { Fact } from '#core/domain/fact.ts'
import type { GivenFact } from '#core/domain/grounding/given.ts'
import type { GivenDraft } from './drafts.ts'
import { type Filling, type Form, idOf, saidAs, sentenceOf } from './fill.ts'

/** What is false beside a true sentence, and how it was made so. */
export type Twin = { readonly kind: TwinKind; readonly text: string }
export const twinKinds = ['number', 'fact', 'car', 'comparison', 'unit', 'section'] as const
export type TwinKind = (typeof twinKinds)[number]

/** Facts of other answers of the season: what is true of another car or section. */
export type SeasonValues = ReadonlyMap<string, Fact>

/** The false twins of a sentence, of each kind that fits it; that they are false is told by the values alone. */
export function twinsOf(
  text: string,
  filling: Filling,
  form: Form,
  draft: GivenDraft,
  season: SeasonValues,
): readonly Twin[] {
  const context = { text, filling, form, draft, season }
  return [
    ...otherNumbers(context),
    ...otherFacts(context),
    ...otherCar(context),
    ...turned(context),
    ...otherUnits(context),
    ...otherSection(context),
  ]
}

type Context = {
  readonly text: string
  readonly filling: Filling
  readonly form: Form
  readonly draft: GivenDraft
  readonly season: SeasonValues
}

const figuresIn = ({ text, filling: { facts } }: Context) =>
  [...facts].filter(([name]) => text.includes(`{${name}}`))

/** The last digit is another, and no given fact's. */
function otherNumbers(context: Context): readonly Twin[] {
  const { text, filling, form, draft } = context
  if (form === 'cited') return []
  return figuresIn(context).flatMap(([name, given]) => {
    const said = saidAs(given, form)
    const at = said.search(/\d(?!.*\d)/)
    if (at < 0) return []
    const digit = (Number(said.charAt(at)) + 3) % 10
    const wrong = said.slice(0, at) + String(digit) + said.slice(at + 1)
    const isTaken = draft.given.some(({ fact }) => [fact.text, fact.short].includes(wrong))
    if (isTaken) return []
    return [{ kind: 'number', text: sentenceOf(text, filling, form, { [name]: wrong }) }]
  })
}

/** Another fact of the same unit in its place. */
function otherFacts(context: Context): readonly Twin[] {
  const { text, filling, form, draft } = context
  return figuresIn(context).flatMap(([name, given]) => {
    const others = draft.given.filter(
      ({ fact }) =>
        fact.value !== null && fact.unit === given.fact.unit && isOther(fact, given.fact),
    )
    // Of many one, another in each sentence.
    const at = others.length === 0 ? 0 : text.length % others.length
    return others.slice(at, at + 1).map((other): Twin => {
      const change = { [name]: saidAs(other, form) }
      return { kind: 'fact', text: sentenceOf(text, filling, form, change) }
    })
  })
}

/** Neither of them is the other, rounded or not. */
function isOther(one: Fact, other: Fact): boolean {
  if (typeof one.value === 'number' && typeof other.value === 'number' && one.unit === 'ms')
    return Math.abs(Math.abs(one.value) - Math.abs(other.value)) >= 20
  return one.text !== other.text && one.short !== other.short
}

/** The same of a car of which something else is true. */
function otherCar({ text, filling, form, draft, season }: Context): readonly Twin[] {
  const { paraphrase, section = '', facts } = filling
  if (!/\byou\b|\byour\b/i.test(text)) return []
  const prefix = `ml_pattern_recommendations/${draft.raceId}_`
  const told = figuresIn({ text, filling, form, draft, season })
  const cars = new Set(
    [...season.keys()].flatMap((id) =>
      id.startsWith(prefix) ? id.slice(prefix.length).split('#').slice(0, 1) : [],
    ),
  )
  const isFalseOf = (car: string) => {
    const isWatched = [...facts.values()].some(
      ({ fact }) => fact.unit === 'car' && fact.value === car,
    )
    if (car === draft.car || isWatched) return false
    return told.some(([name, { fact }]) => {
      const own = season.get(idOf(paraphrase.facts[name] ?? '', { ...draft, car }, section))
      return own !== undefined && own.value !== null && isOther(own, fact)
    })
  }
  const car = [...cars].find(isFalseOf)
  if (car === undefined) return []
  return [{ kind: 'car', text: ofCar(sentenceOf(text, filling, form), car) }]
}

function ofCar(sentence: string, car: string): string {
  const told = sentence
    .replaceAll(/\byou're\b|\byou are\b/gi, `car ${car} is`)
    .replaceAll(/\byou were\b/gi, `car ${car} was`)
    .replaceAll(/\byour\b/gi, `car ${car}'s`)
    .replaceAll(/\byou\b/gi, `car ${car}`)
  return told.charAt(0).toUpperCase() + told.slice(1)
}

/** Each word of a pair in its other way; of several all. */
function turned({ text, filling, form }: Context): readonly Twin[] {
  if (!/\{[^{}]+\|[^{}]+\}/.test(text) || filling.isAbove === undefined) return []
  const other = { ...filling, isAbove: !filling.isAbove }
  return [{ kind: 'comparison', text: sentenceOf(text, other, form) }]
}

const units = ['ms', '%', 'km/h', 'tenths', 'minutes']

function otherUnits(context: Context): readonly Twin[] {
  const { text, filling, form } = context
  return figuresIn(context).flatMap(([name, given]) => {
    if (/^(?:lap|car|section)$/.test(given.fact.unit)) return []
    const said = saidAs(given, form)
    const number = form === 'cited' ? said : /^±?[\d.,:]+/.exec(said)?.[0]
    if (number === undefined) return []
    const fitting = units.filter((unit) => !said.endsWith(` ${unit}`) && given.fact.unit !== unit)
    const unit = fitting[text.length % fitting.length]
    const wrong = sentenceOf(text, filling, form, { [name]: `${number} ${unit}` })
    return [{ kind: 'unit', text: wrong }]
  })
}

/** The same of another section, where something else is true. */
function otherSection(context: Context): readonly Twin[] {
  const { text, filling, form, draft, season } = context
  const { section, paraphrase } = filling
  if (section === undefined || !text.includes('{section}')) return []
  const isFalseIn = (other: string) =>
    figuresIn(context).some(([name, { fact }]) => {
      const there = season.get(idOf(paraphrase.facts[name] ?? '', draft, other))
      return there !== undefined && there.value !== null && isOther(there, fact)
    })
  const other = ['s1', 's2', 's3'].find((one) => one !== section && isFalseIn(one))
  if (other === undefined) return []
  return [{ kind: 'section', text: sentenceOf(text, { ...filling, section: other }, form) }]
}

/** By their ids, over all answers. */
export function valuesOf(drafts: readonly GivenDraft[]): SeasonValues {
  const all = drafts.flatMap(({ given }) =>
    given.map(({ fact }: GivenFact) => [fact.id, fact] as const),
  )
  return new Map(all)
}
