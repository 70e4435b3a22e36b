import type { RaceAnalysis } from '#core/domain/race-analysis.ts'
import type { PerQuantity } from '#core/domain/quantity.ts'
import type { Track } from '#core/domain/track.ts'

/** A track and its races, read: what a job works on at a time. */
export type Weekend = {
  readonly track: Track
  readonly isInvented: boolean
  /** In order of their numbers. */
  readonly races: readonly WeekendRace[]
}

export type WeekendRace = RaceAnalysis & {
  /** The column of the timing file that each quantity is read from. */
  readonly columns: PerQuantity<string>
  readonly refusedRows: number
}

/** The other race of the weekend; a track with one race has none. */
export function otherRaceOf(weekend: Weekend, race: WeekendRace): WeekendRace | undefined {
  return weekend.races.find((other) => other !== race)
}

/** The class where a race, or a track, has several: then it is part of the ids of composites. */
export function classIfSeveral(
  classes: readonly { readonly carClass: string }[],
  carClass: string,
): string | undefined {
  return classes.length > 1 ? carClass : undefined
}
