const dayMs = 86_400_000

/**
 * HOUR is a wall clock and starts again at midnight; a race does not. The returned function gives
 * ms since 00:00 of the day the race started, so a lap that ends at 00:20 of the second day is at
 * 24:20. The race's start is where the first lap's ELAPSED begins; without ELAPSED a car's clock
 * that falls back by more than half a day has passed midnight.
 */
export function createWallClock(): (car: string, hourMs: number, elapsedMs?: number) => number {
  let startMs: number | undefined
  const lastOf = new Map<string, number>()
  return (car, hourMs, elapsedMs) => {
    if (elapsedMs !== undefined) startMs ??= modulo(hourMs - elapsedMs, dayMs)
    const lastMs = lastOf.get(car) ?? hourMs
    const expectedMs =
      startMs !== undefined && elapsedMs !== undefined ? startMs + elapsedMs : lastMs
    const sinceMidnightMs = hourMs + Math.max(0, Math.round((expectedMs - hourMs) / dayMs)) * dayMs
    lastOf.set(car, sinceMidnightMs)
    return sinceMidnightMs
  }
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor
}
