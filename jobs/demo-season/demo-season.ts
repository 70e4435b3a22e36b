import type { Round } from './championship-sheet.ts'
import { championshipSheet } from './championship-sheet.ts'
import type { Driver } from './drivers.ts'
import { createField } from './drivers.ts'
import { inventTrack } from './invented-track.ts'
import { classify } from './official.ts'
import { driveRace } from './race.ts'
import type { Recipe, TrackRecipe } from './recipe.ts'
import { recipe } from './recipe.ts'
import type { TimedRace } from './timed-race.ts'
import { timeRace } from './timed-race.ts'
import type { TextFile } from './weekend.ts'
import { filesOfRace } from './weekend.ts'

/** Where the season is written; node:fs/promises is one. */
export type Files = {
  readonly mkdir: (path: string, options: { recursive: true }) => Promise<unknown>
  readonly writeFile: (path: string, text: string) => Promise<unknown>
}

export type DemoSeasonOptions = {
  readonly out: string
  readonly seed: number
  /** 1 is the season of seven weekends; 100 has a hundred times as many, at further invented tracks. */
  readonly scale: number
  /** Called after each weekend. */
  readonly onWeekend?: (done: number, of: number) => void
}

export type DemoSeasonSummary = {
  readonly weekends: number
  readonly races: number
  readonly cars: number
  readonly laps: number
  readonly files: number
  readonly characters: number
}

/** A weekend, which is what is held in memory at a time; or, without races, what spans the season. */
type Part = { readonly races: readonly TimedRace[]; readonly files: readonly TextFile[] }

/**
 * Writes an invented season in the published formats, quirks included. The same seed and scale
 * give the same bytes; a greater scale adds weekends and leaves the first seven as they are.
 */
export async function writeDemoSeason(
  { out, seed, scale, onWeekend }: DemoSeasonOptions,
  files: Files,
): Promise<DemoSeasonSummary> {
  const marker = { invented: true, seed, scale, generator: recipe.generator }
  await writeAll(out, [{ path: recipe.marker, text: `${JSON.stringify(marker)}\n` }], files)
  const total = { weekends: 0, races: 0, cars: 0, laps: 0, files: 1, characters: 0 }
  for await (const part of partsOf(recipe, seed, scale)) {
    await writeAll(out, part.files, files)
    total.weekends += part.races.length > 0 ? 1 : 0
    total.races += part.races.length
    total.files += part.files.length
    for (const { text } of part.files) total.characters += text.length
    for (const { cars } of part.races) {
      total.cars += cars.length
      for (const { laps } of cars) total.laps += laps.length
    }
    if (part.races.length > 0) onWeekend?.(total.weekends, recipe.tracks.length * scale)
  }
  return total
}

// oxlint-disable-next-line require-await
async function* partsOf(season: Recipe, seed: number, scale: number): AsyncGenerator<Part> {
  const field = createField(season, seed)
  const rounds: Round[] = []
  for (const track of season.tracks) {
    const weekend = driveWeekend(track, field, seed)
    const orders = weekend.races.map((race) => classify(race, true).map(({ car }) => car))
    rounds.push({ name: track.championship, round: track.round, orders })
    yield weekend
  }
  const text = championshipSheet([...field.keys()], rounds)
  yield { races: [], files: [{ path: season.championshipFile, text }] }
  for (let number = 1; number <= season.tracks.length * (scale - 1); number += 1) {
    const like = season.tracks[(number - 1) % season.tracks.length]
    if (like !== undefined) yield driveWeekend(inventTrack(like, number, seed), field, seed)
  }
}

function driveWeekend(track: TrackRecipe, field: ReadonlyMap<string, Driver>, seed: number): Part {
  const races = track.races.map((race) => timeRace(driveRace(track, race, field, seed), seed))
  const [raceOne] = races
  const files = races.flatMap((race) => filesOfRace(race, raceOne ?? race, seed))
  return { races, files }
}

async function writeAll(out: string, texts: readonly TextFile[], files: Files): Promise<void> {
  const folders = new Set(texts.map(({ path }) => path.split('/').slice(0, -1).join('/')))
  await Promise.all(
    [...folders].map((folder) => files.mkdir(`${out}/${folder}`, { recursive: true })),
  )
  await Promise.all(texts.map(({ path, text }) => files.writeFile(`${out}/${path}`, text)))
}
