import type { Corner } from './track.ts'

/** Corners as people say them: "Turn 7", "Turns 4–6", "Turns 3–5"; none are undefined. */
export function cornerRange(corners: readonly Corner[]): string | undefined {
  const first = corners[0]
  const last = corners.at(-1)
  if (first === undefined || last === undefined) return undefined
  return first === last ? `Turn ${first}` : `Turns ${first}–${last}`
}
