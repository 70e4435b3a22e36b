import { checkAgainst } from '#core/domain/grounding/check-sentence.ts'
import type { GivenFact } from '#core/domain/grounding/given.ts'
import { type Known, knownFrom } from '#core/domain/grounding/known.ts'
import { type GivenDraft, spread, textOf } from './drafts.ts'
import { type Filling, fillingsOf, forms, hasShort, sentenceOf } from './fill.ts'
import type { Paraphrase } from './paraphrase.ts'
import { type SeasonValues, type TwinKind, twinKinds, twinsOf, valuesOf } from './twins.ts'

/** One sentence that the check was tried with; its text with names and numbers, the pattern without. */
export type Tried = {
  readonly pattern: string
  readonly text: string
  readonly passed: boolean
  readonly reason?: string
}

export type CheckRun = {
  /** The composer's own sentences, typed as plain words. */
  readonly own: readonly Tried[]
  /** True paraphrases, by the file that they stand in. */
  readonly truths: ReadonlyMap<string, readonly Tried[]>
  readonly lies: ReadonlyMap<TwinKind, readonly Tried[]>
}

/** More cars and races show little more of a way to say something. */
const mostFillings = 12

type Said = {
  readonly draft: GivenDraft
  readonly known: Known
  readonly byId: ReadonlyMap<string, GivenFact>
}

/** Puts to the check what is true and what is false; it does not know which is which. */
export function tryCheck(
  drafts: readonly GivenDraft[],
  paraphrases: ReadonlyMap<string, readonly Paraphrase[]>,
): CheckRun {
  const said = drafts.map((draft) => ({
    draft,
    known: knownFrom(draft.given, draft.scope),
    byId: new Map(draft.given.map((given) => [given.fact.id, given])),
  }))
  const season = valuesOf(drafts)
  const truths = new Map<string, readonly Tried[]>()
  const twins: TwinTried[] = []
  for (const [file, all] of paraphrases) {
    const tried = all.flatMap((one) => tryParaphrase(one, said, season))
    truths.set(
      file,
      tried.map(({ truth }) => truth),
    )
    for (const one of tried) twins.push(...one.twins)
  }
  const lies = new Map(twinKinds.map((kind) => [kind, twins.filter((twin) => twin.kind === kind)]))
  return { own: tryOwn(said), truths, lies }
}

/** Each sentence of the composer once, without what the composer wrote to compare it with. */
function tryOwn(said: readonly Said[]): readonly Tried[] {
  const tried = new Map<string, Tried>()
  for (const { draft, known } of said)
    for (const sentence of draft.sentences) {
      const text = textOf(sentence)
      const key = `${draft.raceId} ${draft.scope.me} ${text}`
      if (tried.has(key) || sentence.parts.every(({ factId }) => factId === undefined)) continue
      const guess = sentence.kind === 'hypothesis' ? `Hypothesis: ${text}` : text
      tried.set(key, tryText(guess, `${draft.intent}: ${patternOf(text)}`, known))
    }
  return [...tried.values()]
}

function patternOf(text: string): string {
  return text.replaceAll(/\d+/g, '0')
}

type TwinTried = Tried & { readonly kind: TwinKind }

/** In a few answers, of different cars, races and sections. */
function tryParaphrase(
  paraphrase: Paraphrase,
  said: readonly Said[],
  season: SeasonValues,
): readonly { readonly truth: Tried; readonly twins: readonly TwinTried[] }[] {
  const found = new Map<string, { readonly filling: Filling; readonly of: Said }>()
  for (const one of said)
    for (const filling of fillingsOf(paraphrase, one.draft, one.byId)) {
      const key = `${one.draft.raceId} ${one.draft.car} ${filling.section}`
      if (!found.has(key)) found.set(key, { filling, of: one })
    }
  return spread([...found.values()], mostFillings).flatMap(({ filling, of: { draft, known } }) => {
    const isShort = [...filling.facts.values()].some(({ fact }) => hasShort(fact))
    const fitting = forms.filter((form) => form !== 'short' || isShort)
    return paraphrase.texts.flatMap((text) =>
      fitting.map((form) => ({
        truth: tryText(sentenceOf(text, filling, form), `${paraphrase.of}: ${text}`, known),
        twins: twinsOf(text, filling, form, draft, season).map((twin) => ({
          ...tryText(twin.text, `${twin.kind}: ${text}`, known),
          kind: twin.kind,
        })),
      })),
    )
  })
}

function tryText(text: string, pattern: string, known: Known): Tried {
  const checked = checkAgainst(text, known)
  if (checked.passed) return { pattern, text, passed: true }
  const { code, detail } = checked.reason
  return { pattern, text, passed: false, reason: [code, detail].join(' ').trim() }
}
