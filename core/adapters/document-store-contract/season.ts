import {
  collections,
  type CollectionCounts,
  type DocumentReader,
  type DocumentStore,
  type Run,
  type RunRequest,
  type StoredDocument,
} from '#core/ports/document-store.ts'

/** A made-up season for tests of stores: every document names its run, so a mixture is seen. */
export const seasonCounts: CollectionCounts = {
  tracks: 1,
  races: 2,
  best_case_composites: 9,
  ml_section_recommendations: 600,
  ml_weather_recommendations: 2,
  ml_pattern_recommendations: 40,
  coaching_insights: 40,
}

export const sheet = 'barber/23_AnalysisEnduranceWithSections_Race 1.CSV'

export function seasonDocuments(runId: string, size: number): StoredDocument[] {
  return Array.from({ length: size }, (_, n) => ({
    id: `barber-r1_${String(n).padStart(4, '0')}`,
    document: { runId, n, text: 'Tür 4–6 ✓'.repeat(40) },
  }))
}

export async function writeSeason(run: Run, counts = seasonCounts): Promise<void> {
  for (const name of collections) {
    // In order, as jobs write.
    // oxlint-disable-next-line no-await-in-loop
    await run.write(name, seasonDocuments(run.runId, counts[name]))
  }
  const lines = [2, 3, 4].map((line) => [line, [run.runId, String(line)]] as const)
  await run.writeLines([{ file: sheet, header: ['NUMBER', 'LAP'], struckOut: [], lines }])
}

export async function publishSeason(store: DocumentStore, runId: string): Promise<void> {
  const run = await store.beginRun({ runId, job: 'season', startedBy: `process ${process.pid}` })
  await writeSeason(run)
  await run.publish(seasonCounts)
  await run.end()
}

/** The runs that documents and lines of a generation come from: one, when the season is whole. */
export async function runsIn(reader: DocumentReader): Promise<string[]> {
  const pages = await Promise.all(collections.map((name) => reader.list(name, { limit: 10_000 })))
  const line = await reader.sourceLine(sheet, 3)
  const runs = pages.flatMap((page) => page.documents.map(({ document }) => document['runId']))
  return [...new Set([...runs, line?.cells[0]].map(String))]
}

export async function countsIn(reader: DocumentReader): Promise<Record<string, number>> {
  const counted = collections.map(async (name) => [name, await reader.count(name)] as const)
  return Object.fromEntries(await Promise.all(counted))
}

export const noCounts: CollectionCounts = {
  tracks: 0,
  races: 0,
  best_case_composites: 0,
  ml_section_recommendations: 0,
  ml_weather_recommendations: 0,
  ml_pattern_recommendations: 0,
  coaching_insights: 0,
}

export function requestOf(runId: string): RunRequest {
  return { runId, job: 'season', startedBy: 'process 1' }
}

export async function storedRuns(store: DocumentStore): Promise<string[]> {
  return (await store.generations()).map(({ runId }) => runId)
}
