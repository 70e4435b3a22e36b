import { type Share, wilsonShare } from '#core/domain/wilson-share.ts'
import type { CheckRun, Tried } from './try-check.ts'

/** How many sentences must pass: of true ones most, of false ones none. */
const checkGoals = { own: 0.8, truths: 0.95, lies: 0 } as const

export type Pattern = { readonly pattern: string; readonly n: number; readonly example: Tried }

export type CheckMeasured = {
  readonly own: Share
  readonly truths: readonly (Share & { readonly file: string; readonly texts: number })[]
  readonly lies: readonly (Share & { readonly kind: string })[]
  readonly goals: readonly { readonly name: string; readonly isMet: boolean }[]
  /** What was refused though it is true, and what passed though it is false: each way of saying once. */
  readonly refused: readonly Pattern[]
  readonly leaked: readonly Pattern[]
  readonly ownRefused: readonly Pattern[]
}

export function measuredCheck({ own, truths, lies }: CheckRun): CheckMeasured {
  const told = [...truths.values()].flat()
  const twins = [...lies.values()].flat()
  const ownShare = shareOf(own)
  const leaked = patternsOf(twins.filter(({ passed }) => passed))
  return {
    own: ownShare,
    truths: [...truths].map(([file, tried]) => ({
      file,
      texts: new Set(tried.map(({ pattern }) => pattern)).size,
      ...shareOf(tried),
    })),
    lies: [...lies].map(([kind, tried]) => ({ kind, ...shareOf(tried) })),
    goals: [
      goalOf('true paraphrases that pass', shareOf(told), checkGoals.truths),
      goalOf("the composer's sentences that pass", ownShare, checkGoals.own),
      { name: 'false twins that pass: 0', isMet: leaked.length === checkGoals.lies },
    ],
    refused: patternsOf(told.filter(({ passed }) => !passed)),
    leaked,
    ownRefused: patternsOf(own.filter(({ passed }) => !passed)),
  }
}

function shareOf(tried: readonly Tried[]): Share {
  return wilsonShare(tried.filter(({ passed }) => passed).length, tried.length)
}

function goalOf(name: string, { rate }: Share, goal: number) {
  return { name: `${name}: at least ${100 * goal} %`, isMet: rate !== null && rate >= goal }
}

/** The commonest first. */
function patternsOf(tried: readonly Tried[]): readonly Pattern[] {
  const groups = Map.groupBy(tried, ({ pattern }) => pattern)
  return [...groups]
    .flatMap(([pattern, all]) =>
      all.slice(0, 1).map((example) => ({ pattern, n: all.length, example })),
    )
    .toSorted((a, b) => b.n - a.n)
}
