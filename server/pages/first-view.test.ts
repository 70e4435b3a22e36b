import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readManifest, scriptsOf } from './preloads.ts'

const dist = 'dist'
const mostBytes = 250_000

/** What every view loads at once: the frame, and the way to the chat. */
const everywhere = ['index.html', 'src/begin.tsx', 'src/chat/chat-dock.tsx']
const views = [
  ['season', ['src/season/season-view.tsx']],
  ['race', ['src/race/race-view.tsx']],
  ['car', ['src/car/car-view.tsx', 'src/toggles/sections-toggle.tsx']],
] as const

test.each(views)('the first view of a %s loads at most 250 kB of script', async (_, sources) => {
  const manifest = await readManifest(dist)
  if (manifest === undefined) throw new Error('The client is not built')
  const scripts = new Set(
    [...everywhere, ...sources].flatMap((source) => [...scriptsOf(manifest, source, new Set())]),
  )
  const bytes = [...scripts].reduce((sum, file) => sum + compressedBytes(file), 0)
  expect(scripts.size).toBeGreaterThan(everywhere.length)
  expect(bytes).toBeGreaterThan(50_000)
  expect(bytes).toBeLessThanOrEqual(mostBytes)
})

/** What is too small to be compressed is sent as it is. */
function compressedBytes(file: string): number {
  const path = join(dist, file)
  return (statSync(`${path}.br`, { throwIfNoEntry: false }) ?? statSync(path)).size
}
