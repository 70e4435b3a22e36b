import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import {
  openConversationStores,
  openDocumentStore,
  type StoreChoice,
} from '#core/adapters/open-store.ts'
import { conversationsBeside } from '#core/adapters/sqlite-conversation-file.ts'
import { startService } from '../running-service.ts'
import { copySeason } from './copy-season.ts'
import { type JudgedRun, runJudged } from './run-judged.ts'

const run = promisify(execFile)

/**
 * What coaches judged in a store, asked of a service on a copy of its season: what the evaluation asks is not among
 * what drivers asked. Undefined where there is no such store, or nothing in it was judged.
 */
export async function judgedInStore(
  choice: StoreChoice,
  work: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<JudgedRun | undefined> {
  if (!isThere(choice)) return undefined
  const copy = join(work, 'judged.db')
  if (!(await isCopied(choice, copy))) return undefined
  const stores = await openConversationStores(choice)
  const service = await startService(copy, environment)
  try {
    const { origin } = service
    const asked = await runJudged(stores, {
      origin,
      version: await versionOfCode(),
      now: () => new Date(),
    })
    return asked.cases === 0 ? undefined : asked
  } finally {
    await service.stop()
    await Promise.all(Object.values(stores).map((store) => store.close()))
  }
}

async function isCopied(choice: StoreChoice, copy: string): Promise<boolean> {
  const documents = await openDocumentStore(choice)
  try {
    return await copySeason(documents, copy)
  } finally {
    await documents.close()
  }
}

/** Opening a file that is not there would make it. */
function isThere(choice: StoreChoice): boolean {
  return (
    choice.kind !== 'sqlite' || [choice.file, conversationsBeside(choice.file)].every(existsSync)
  )
}

/** The commit, marked where files differ from it. */
async function versionOfCode(): Promise<string> {
  try {
    const { stdout } = await run('git', ['describe', '--always', '--dirty'])
    return stdout.trim()
  } catch {
    // No checkout: an image names itself by its day.
    return new Date().toISOString().slice(0, 10)
  }
}
