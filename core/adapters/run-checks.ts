import {
  collections,
  type Collection,
  type CollectionCounts,
  type EncodedDocument,
  type GenerationInfo,
  RunRefused,
  type StoredDocument,
} from '#core/ports/document-store.ts'

const documentId = /^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/

export function refuseOtherIds(documents: readonly { readonly id: string }[]): void {
  const wrong = documents.find(({ id }) => !documentId.test(id))
  if (wrong !== undefined) throw new RunRefused(`'${wrong.id}' is no id of a document.`)
}

const runName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/

export function refuseOtherRunIds(runId: string): void {
  if (runName.test(runId)) return
  throw new RunRefused(
    `'${runId}' is no run id: give letters, digits, '.', '_' and '-', at most 100, a letter or digit first.`,
  )
}

const encoder = new TextEncoder()

export function encoded({ id, document }: StoredDocument): EncodedDocument {
  return { id, utf8: encoder.encode(JSON.stringify(document)) }
}

export function refuseOtherCounts(found: CollectionCounts, expected: CollectionCounts): void {
  const wrong = collections.filter((name) => found[name] !== expected[name])
  if (wrong.length === 0) return
  const each = wrong.map(
    (name) => `${name} has ${grouped(found[name])} of ${grouped(expected[name])} documents`,
  )
  throw new RunRefused(`Not published: ${each.join(', ')}.`)
}

/** 21435 → '21,435'. */
function grouped(count: number): string {
  return count.toLocaleString('en-GB')
}

export function refuseOlder(runId: string, generation: number, current: number | undefined): void {
  if (current === undefined || current < generation) return
  throw new RunRefused(`Not published: a run newer than ${runId} is already published.`)
}

export function countsOf(count: (collection: Collection) => number): CollectionCounts {
  return {
    tracks: count('tracks'),
    races: count('races'),
    best_case_composites: count('best_case_composites'),
    ml_section_recommendations: count('ml_section_recommendations'),
    ml_weather_recommendations: count('ml_weather_recommendations'),
    ml_pattern_recommendations: count('ml_pattern_recommendations'),
    coaching_insights: count('coaching_insights'),
  }
}

/** What is older than the one that is published now, but for the one that was read until now. */
export function outdated<Info extends { generation: number }>(
  stored: readonly Info[],
  current: number,
  previous: number | undefined,
): readonly Info[] {
  return stored.filter(({ generation }) => generation < current && generation !== previous)
}

/** Only what was published before may be read again. */
export function refuseUnlessPublished(
  generation: number,
  info: GenerationInfo | undefined,
): asserts info is GenerationInfo {
  if (info?.state === 'published') return
  throw new RunRefused(
    info === undefined
      ? `Generation ${generation} is not stored any more.`
      : `Run ${info.runId} was never published: publish it with job publish.`,
  )
}
