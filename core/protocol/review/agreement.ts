import { cohensKappa } from '#core/domain/cohens-kappa.ts'
import { wilsonShare } from '#core/domain/wilson-share.ts'
import type { AgreementAnswer } from './insight-answers.ts'
import type { Judgment } from './judgment.ts'
import type { ReviewEntry } from './review-entry.ts'
import { Verdict } from './verdict.ts'

type Pair = readonly [Judgment, Judgment]

/**
 * How far coaches agree: of the answers that were drawn for two, the first two judgments, which are given without
 * knowing each other. Over all, the first in time is one rater and the second the other; between two coaches each
 * is a rater.
 */
export function agreementOf(
  entries: readonly Pick<ReviewEntry, 'isForTwo' | 'reasons' | 'judgments'>[],
): AgreementAnswer {
  const pairs = entries.flatMap(({ isForTwo, reasons, judgments: [first, second] }): Pair[] =>
    isForTwo && reasons.length > 0 && first && second ? [[first, second]] : [],
  )
  const all = kappaOf(pairs)
  const verdicts = Verdict.options
  const byCoaches = Map.groupBy(pairs.map(ordered), ([one, other]) =>
    JSON.stringify([one.coachId, other.coachId]),
  )
  return {
    ...all,
    share: wilsonShare(all.agreed, all.n),
    verdicts: [...verdicts],
    counts: verdicts.map((row) =>
      verdicts.map(
        (column) =>
          pairs.filter(([one, other]) => one.verdict === row && other.verdict === column).length,
      ),
    ),
    pairs: [...byCoaches.values()].flatMap((ofTwo) =>
      ofTwo.slice(0, 1).map((pair) => ({
        coaches: [pair[0].coach, pair[1].coach],
        ...kappaOf(ofTwo),
      })),
    ),
  }
}

function kappaOf(pairs: readonly Pair[]): Pick<AgreementAnswer, 'n' | 'agreed' | 'kappa'> {
  const verdicts = pairs.map(([one, other]) => [one.verdict, other.verdict] as const)
  const agreed = verdicts.filter(([one, other]) => one === other).length
  return { n: pairs.length, agreed, kappa: cohensKappa(verdicts) ?? null }
}

function ordered([one, other]: Pair): Pair {
  return one.coachId < other.coachId ? [one, other] : [other, one]
}
