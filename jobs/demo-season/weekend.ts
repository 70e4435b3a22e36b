import { bestLapsSheet } from './best-laps-sheet.ts'
import { loggerSheets } from './logger-sheets.ts'
import type { TrackRecipe } from './recipe.ts'
import { classesSheet, resultsSheet } from './results-sheets.ts'
import type { TimedRace } from './timed-race.ts'
import { timingSheet } from './timing-sheet.ts'
import { weatherSheet } from './weather-sheet.ts'

/** A file of the season: path below its folder, and text. */
export type TextFile = { readonly path: string; readonly text: string }

/** All files of a race, under the names and in the folder that its track publishes them with. */
export function filesOfRace(race: TimedRace, raceOne: TimedRace, seed: number): TextFile[] {
  const { recipe, track } = race
  const { files } = recipe
  const named: (readonly [name: string, text: string])[] = [
    [files.timing, timingSheet(race)],
    [files.bestLaps, bestLapsSheet(race)],
  ]
  if (files.weather !== undefined) named.push([files.weather, weatherSheet(race, seed)])
  for (const sheet of files.results) named.push([sheet.name, resultsSheet(race, sheet)])
  for (const sheet of files.classes) named.push([sheet.name, classesSheet(race, sheet)])
  if (files.loggers !== undefined) {
    const { start, end, time } = loggerSheets(race, seed)
    const timeThere = recipe.loggerTimesOfRaceOne ? loggerSheets(raceOne, seed).time : time
    named.push(
      [files.loggers.start, start],
      [files.loggers.end, end],
      [files.loggers.time, timeThere],
    )
  }
  const folder = folderOf(track, recipe.number)
  return named.map(([name, text]) => ({ path: `${folder}/${name}`, text }))
}

function folderOf(track: TrackRecipe, raceNumber: number): string {
  return track.folderByRace ? `${track.folder}/Race ${raceNumber}` : track.folder
}
