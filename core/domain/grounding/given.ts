import type { Fact } from '../fact.ts'

/** A fact as it was given to a model, with the label by which a draft refers to it: `[F3]`. */
export type GivenFact = { readonly label: string; readonly fact: Fact }

/** What the question is about: what a sentence may name without citing it, and what it means unsaid. */
export type Scope = {
  readonly trackId?: string
  readonly raceIds: readonly string[]
  /** The first is the one that "you" is, unless `me` says another. */
  readonly cars: readonly string[]
  readonly me?: string
  readonly laps: readonly number[]
  /** Sections and sub-sections: 's2', 's2b'. */
  readonly sections: readonly string[]
  /** Corners that the question named: '5'. */
  readonly corners?: readonly string[]
  /** What every track may be called, in lower case: { barber: ['barber', 'barber motorsports park'] }. */
  readonly trackNames?: { readonly [trackId: string]: readonly string[] }
  /** Dates of races, '2025-09-06', by which days and dates are understood. */
  readonly raceDates?: { readonly [raceId: string]: string }
}

export type DraftKind = 'fact' | 'hypothesis' | 'action' | 'note'

/** A piece of a checked sentence: plain words, or a fact's text with the fact's id. */
export type CheckedPart = { readonly text: string; readonly factId?: string }

/** Why a sentence is withheld. */
const refusalCodes = [
  'empty',
  'too-long',
  'markup',
  'link',
  'instruction',
  'characters',
  'unknown-citation',
  'unknown-word',
  'number',
  'wrong-place',
  'figure',
  'entity',
  'direction',
  'beyond-timing',
  'hypothesis',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** `words` is one plain line for a driver; `detail` names what was refused, for a coach. */
export type Refusal = {
  readonly code: RefusalCode
  readonly words: string
  readonly detail?: string
}

export type Checked =
  | { readonly passed: true; readonly kind: DraftKind; readonly parts: readonly CheckedPart[] }
  | { readonly passed: false; readonly reason: Refusal }

const refusalWords: Readonly<Record<RefusalCode, string>> = {
  empty: 'It said nothing.',
  'too-long': 'It was too long to check.',
  markup: 'It held markup.',
  link: 'It held a link or an address.',
  instruction: 'It spoke of its instructions instead of the race.',
  characters: 'It held characters that do not belong in a sentence.',
  'unknown-citation': 'It cited something that does not exist.',
  'unknown-word': 'It used a word that the check does not know.',
  number: 'It gave a number that is not in the data.',
  'wrong-place': 'It gave a number to the wrong car, lap, section or race.',
  figure: 'It called a number something that it is not.',
  entity: 'It named a car, lap, section or race that nothing in the answer is about.',
  direction: 'It compared in a way that the data do not show.',
  'beyond-timing': 'It stated something that timing cannot show.',
  hypothesis: 'It put a number into a guess.',
}

export function refuse(code: RefusalCode, detail?: string): Refusal {
  return { code, words: refusalWords[code], ...(detail !== undefined && { detail }) }
}

/** The code of a refusal that is told in these words. */
export function refusalCodeOf(words: string): RefusalCode | undefined {
  return refusalCodes.find((code) => refusalWords[code] === words)
}

/** Whom "you" is: the car in scope, where it is one. */
export function carOfScope({ me, cars }: Scope): string | undefined {
  return me ?? (cars.length === 1 ? cars[0] : undefined)
}
