import type { Random } from './random.ts'
import type { RaceRecipe, TrackRecipe } from './recipe.ts'

/** What the track does to everybody: its state by lap, and the yellows. */
export type TrackState = {
  /** Factor on a sub-section's time: 1.02 is two per cent slower than the track at its best. */
  readonly factor: (lap: number, sub: number) => number
  readonly isYellow: (elapsedMs: number) => boolean
  /** The first car of the race tells where it is, by which yellows begin and end. */
  readonly leaderAt: (progress: number, elapsedMs: number) => void
}

type Yellow = { readonly fromLap: number; readonly toLap: number; fromMs: number; toMs: number }

export function createTrackState(track: TrackRecipe, race: RaceRecipe, random: Random): TrackState {
  const yellows: Yellow[] = race.yellows.map((yellow) => ({
    ...yellow,
    fromMs: yellow.fromLap === 0 ? 0 : Infinity,
    toMs: Infinity,
  }))
  const lapWobble = Array.from({ length: 100 }, () => 0.0007 * random.normal())
  // A drying or heating track changes more in some places than in others.
  const weights = track.subSections.map(() => random.between(0.8, 1.2))

  function factor(lap: number, sub: number): number {
    const slower = percentAt(race.trackPct, lap + sub / 6) / 100
    return (1 + slower * (weights[sub] ?? 1)) * (1 + (lapWobble[lap] ?? 0))
  }

  function isYellow(elapsedMs: number): boolean {
    return yellows.some((yellow) => elapsedMs >= yellow.fromMs && elapsedMs < yellow.toMs)
  }

  function leaderAt(progress: number, elapsedMs: number): void {
    for (const yellow of yellows) {
      if (yellow.fromMs === Infinity && progress >= yellow.fromLap) yellow.fromMs = elapsedMs
      if (yellow.toMs === Infinity && progress >= yellow.toLap) yellow.toMs = elapsedMs
    }
  }

  return { factor, isYellow, leaderAt }
}

/** Linear between the knots, constant beyond them. */
function percentAt(knots: RaceRecipe['trackPct'], lap: number): number {
  let before = knots[0]
  for (const knot of knots) {
    if (before !== undefined && knot[0] > lap) {
      const share = Math.max(0, lap - before[0]) / Math.max(1e-9, knot[0] - before[0])
      return before[1] + share * (knot[1] - before[1])
    }
    before = knot
  }
  return before?.[1] ?? 0
}
