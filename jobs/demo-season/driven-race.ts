import type { Driver } from './drivers.ts'
import type { RaceRecipe, TrackRecipe } from './recipe.ts'

/** One lap as it was driven; what the loops missed is decided afterwards. */
export type DrivenLap = {
  readonly lapNumber: number
  /** Times of the six sub-sections, whole ms. */
  readonly subMs: readonly number[]
  readonly lapMs: number
  /** Race time at the end of the lap. */
  readonly elapsedMs: number
  readonly isInLap: boolean
  readonly pitTimeMs?: number
  readonly flag: Flag
}

/** As printed: green, full-course yellow, chequered. */
export type Flag = 'GF' | 'FCY' | 'FF'

export type UnflaggedLap = Omit<DrivenLap, 'flag'>

export type CarRace = { readonly driver: Driver; readonly laps: readonly DrivenLap[] }

/** A race that was driven: cars in the order of their numbers as text. */
export type DrivenRace = {
  readonly track: TrackRecipe
  readonly recipe: RaceRecipe
  readonly cars: readonly CarRace[]
}

/** A car on its way. */
export type Runner = {
  readonly driver: Driver
  readonly gaps: readonly number[]
  readonly grid: number
  readonly laps: UnflaggedLap[]
  elapsedMs: number
  isOut: boolean
}
