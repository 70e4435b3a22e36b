import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { conversationsBeside } from '#core/adapters/sqlite-conversation-file.ts'
import { openSqliteConversationStore } from '#core/adapters/sqlite-conversation-store.ts'
import { openSqliteReviewStore } from '#core/adapters/sqlite-review-store.ts'
import { startService } from '../running-service.ts'
import { type JudgedRun, runJudged } from './run-judged.ts'

const run = promisify(execFile)

/**
 * What coaches judged in an embedded store, asked of a service on a copy of its season: what the evaluation asks
 * is not among what drivers asked. Undefined where there is no such store, or nothing in it was judged.
 */
export async function judgedInStore(
  store: string,
  work: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<JudgedRun | undefined> {
  const file = /^sqlite:(.+)$/.exec(store)?.[1]
  if (file === undefined || !existsSync(file) || !existsSync(conversationsBeside(file))) {
    return undefined
  }
  const copy = join(work, 'judged.db')
  const season = new DatabaseSync(file)
  season.prepare('VACUUM INTO ?').run(copy)
  season.close()
  const stores = {
    conversations: openSqliteConversationStore(conversationsBeside(file)),
    reviews: openSqliteReviewStore(conversationsBeside(file)),
  }
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
    await Promise.all([stores.conversations.close(), stores.reviews.close()])
  }
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
