import type { DemoSeasonSummary } from './demo-season.ts'
import { writeDemoSeason } from './demo-season.ts'

export type WrittenSeason = {
  readonly summary: DemoSeasonSummary
  /** The progress that was told: weekends done. */
  readonly told: readonly number[]
  /** Text by path below the season's folder. */
  readonly texts: ReadonlyMap<string, string>
}

/** A season written into memory. */
export async function writtenSeason(seed: number, scale = 1): Promise<WrittenSeason> {
  const texts = new Map<string, string>()
  const files = {
    mkdir: () => Promise.resolve(),
    writeFile: (path: string, text: string) => Promise.resolve(texts.set(path.slice(2), text)),
  }
  const told: number[] = []
  const onWeekend = (done: number): number => told.push(done)
  const summary = await writeDemoSeason({ out: '.', seed, scale, onWeekend }, files)
  return { summary, told, texts }
}

/** '1:37.428' or '37.428' → 97_428; blank → undefined. */
export function msOf(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined
  const seconds = text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
  return Math.round(seconds * 1000)
}
