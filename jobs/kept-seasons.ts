import { type DocumentStore, type GenerationInfo, RunRefused } from '#core/ports/document-store.ts'
import { notedCounts } from './publish-run.ts'
import { table } from './summary.ts'

/** What the store keeps, newest last; which of them is read now. */
export async function listGenerations(store: DocumentStore): Promise<string> {
  const [generations, current] = [await store.generations(), await store.current()]
  if (generations.length === 0) return 'The store keeps no season. Publish one with: npm run season'
  const isRead = (info: GenerationInfo) => info.runId === current?.generation.runId
  return table(generations.map((info) => [info.runId, stateOf(info, isRead(info))])).join('\n')
}

function stateOf(info: GenerationInfo, isRead: boolean): string {
  if (info.publishedAt === undefined) {
    return `${info.state}   (${info.job}, since ${info.startedAt}, ${info.startedBy})`
  }
  const state = isRead ? 'published, read now' : 'published before, kept'
  return `${state}   (${info.publishedAt})`
}

/** Has a season that is kept read again; rejects with `RunRefused` where it is not whole. */
export async function activateRun(store: DocumentStore, runId: string): Promise<string> {
  const generations = await store.generations()
  const wanted = generations.find((info) => info.runId === runId)
  if (wanted === undefined) {
    const names = generations.map((info) => info.runId).join(', ')
    throw new RunRefused(`Run ${runId} is not kept; the store has ${names || 'none'}.`)
  }
  if (wanted.state !== 'published')
    throw new RunRefused(
      `Run ${runId} was never published: publish it with npm run job -- publish --run ${runId}.`,
    )
  const before = await store.current()
  if (before?.generation.runId === runId) return `Run ${runId} is read already.`
  const expected = await notedCounts(await store.open(wanted.generation))
  await store.activate(wanted.generation, expected)
  const instead = before === undefined ? '' : ` in place of ${before.generation.runId}`
  return `Run ${runId} is read again${instead}. The other is kept until the next season is published.`
}
