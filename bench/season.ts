import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import * as z from 'zod'
import { measure, type Measured, medianOf } from './measured-process.ts'

type Case = { readonly name: string; readonly data: string; readonly runs: number }

const megabyte = 1024 * 1024
const Floor = z.object({ lookedUpSeconds: z.number(), cells: z.int() })

/**
 * Time and peak memory of a season, as ratios to the floor under it (season-floor.ts), run by run in
 * turn. The real season is measured where `realFolder` names it.
 */
export async function benchSeason(
  realFolder: string | undefined,
  scales: readonly number[],
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kaizenlap-bench-'))
  try {
    const lines = ['season       laps   seconds  floor  ratio  s per 1,000 laps  peak MB']
    if (realFolder !== undefined)
      lines.push(await benchCase({ name: 'real', data: realFolder, runs: 5 }, folder))
    for (const scale of scales) {
      const data = join(folder, `demo-${scale}`)
      await measure('jobs/demo-season/main.ts', [`--out=${data}`, '--seed=1', `--scale=${scale}`])
      const runs = scale < 10 ? 5 : scale < 100 ? 3 : 1
      lines.push(await benchCase({ name: `demo × ${scale}`, data, runs }, folder))
      await rm(data, { recursive: true })
    }
    return lines.join('\n')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function benchCase({ name, data, runs }: Case, folder: string): Promise<string> {
  const store = join(folder, 'season.db')
  const floorFile = join(folder, 'floor.db')
  const list = join(folder, 'files.json')
  await writeFile(list, JSON.stringify(await filesThatJobsRead(data)))
  const seasons: Measured[] = []
  const floors: number[] = []
  for (let run = 0; run < runs; run++) {
    await removeStores(store, floorFile)
    seasons.push(
      await measure('jobs/main.ts', ['season', '--data', data, '--store', `sqlite:${store}`]),
    )
    const floor = await measure('bench/season-floor.ts', [list, store, floorFile])
    floors.push(floor.seconds - Floor.parse(JSON.parse(floor.stdout)).lookedUpSeconds)
  }
  await removeStores(store, floorFile)
  const laps = lapsOf(seasons[0]?.stdout ?? '')
  const seconds = medianOf(seasons.map((season) => season.seconds))
  const floor = medianOf(floors)
  const ratio = medianOf(seasons.map((season, run) => season.seconds / (floors[run] ?? Number.NaN)))
  const peak = medianOf(seasons.map(({ peakBytes }) => peakBytes)) / megabyte
  return [
    name.padEnd(11),
    laps.toLocaleString('en-GB').padStart(8),
    seconds.toFixed(2).padStart(9),
    floor.toFixed(2).padStart(7),
    ratio.toFixed(2).padStart(7),
    ((seconds * 1000) / laps).toFixed(3).padStart(17),
    peak.toFixed(0).padStart(9),
  ].join('')
}

/** Timing, weather, results and best laps; what no job needs is read by nobody. */
async function filesThatJobsRead(data: string): Promise<string[]> {
  const entries = await readdir(data, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && /^(23|26|03|00|99)_.*\.csv$/i.test(entry.name))
    .filter(({ name }) => !/provisional/i.test(basename(name)))
    .map((entry) => join(entry.parentPath, entry.name))
}

async function removeStores(...files: readonly string[]): Promise<void> {
  const all = files.flatMap((file) => ['', '-wal', '-shm', '.lock'].map((end) => `${file}${end}`))
  await Promise.all(all.map(async (file) => await rm(file, { force: true })))
}

/** "laps  7,214" of the run's own summary. */
function lapsOf(summary: string): number {
  const text = /^laps\s+([0-9,]+)$/m.exec(summary)?.[1]
  if (text === undefined) throw new Error('the season run said nothing of its laps')
  return Number(text.replaceAll(',', ''))
}
