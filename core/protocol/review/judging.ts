import type { Judgment } from './judgment.ts'
import type { CaseResult, DerivedEntry, ReviewEntry } from './review-entry.ts'

/** How many runs of the evaluation are remembered. */
const mostResults = 20

/** A new entry, or the one that is there with what was derived anew: nothing that coaches did is lost. */
export function withDerived(before: ReviewEntry | undefined, derived: DerivedEntry): ReviewEntry {
  const { claim = null, judgments = [], replaced = [], results = [] } = before ?? {}
  return { ...derived, claim, judgments, replaced, results }
}

/** Whether another coach looks at it now. */
export function isHeldByOther(
  { claim }: Pick<ReviewEntry, 'claim'>,
  coachId: string,
  now: string,
): boolean {
  return claim !== null && claim.coachId !== coachId && claim.until > now
}

/** Undefined where another coach has it. */
export function claimed(
  entry: ReviewEntry,
  claim: { readonly coachId: string; readonly coach: string; readonly until: string },
  now: string,
): ReviewEntry | undefined {
  return isHeldByOther(entry, claim.coachId, now) ? undefined : { ...entry, claim }
}

export function letGo(entry: ReviewEntry, coachId: string): ReviewEntry | undefined {
  return entry.claim?.coachId === coachId ? { ...entry, claim: null } : undefined
}

/** One judgment a coach: a newer one replaces it, and can be undone. */
export function judged(entry: ReviewEntry, judgment: Judgment): ReviewEntry {
  const { coachId } = judgment
  const own = entry.judgments.find((one) => one.coachId === coachId)
  const judgments =
    own === undefined
      ? [...entry.judgments, judgment]
      : entry.judgments.map((one) => (one === own ? judgment : one))
  const others = entry.replaced.filter((one) => one.coachId !== coachId)
  return {
    ...entry,
    claim: entry.claim?.coachId === coachId ? null : entry.claim,
    judgments,
    replaced: own === undefined ? others : [...others, own],
  }
}

/** The judgment that the newest of this coach replaced is back, or none; undefined where there is none to undo. */
export function undone(entry: ReviewEntry, coachId: string): ReviewEntry | undefined {
  if (!entry.judgments.some((one) => one.coachId === coachId)) return undefined
  const before = entry.replaced.filter((one) => one.coachId === coachId)
  return {
    ...entry,
    judgments: entry.judgments.flatMap((one) => (one.coachId === coachId ? before : [one])),
    replaced: entry.replaced.filter((one) => one.coachId !== coachId),
  }
}

/** The own judgment is in the driver's conversation; undefined where it has been replaced meanwhile. */
export function delivered(
  entry: ReviewEntry,
  { coachId, at }: Pick<Judgment, 'coachId' | 'at'>,
  deliveredAt: string,
): ReviewEntry | undefined {
  const isMeant = (one: Judgment) => one.coachId === coachId && one.at === at
  if (!entry.judgments.some(isMeant)) return undefined
  const judgments = entry.judgments.map((one) => (isMeant(one) ? { ...one, deliveredAt } : one))
  return { ...entry, judgments }
}

export function withResult(entry: ReviewEntry, result: CaseResult): ReviewEntry {
  return { ...entry, results: [...entry.results, result].slice(-mostResults) }
}
