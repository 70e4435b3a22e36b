import { CarNumber } from '#core/domain/ids.ts'

/** As the lap chart takes them; every car is in the pits on lap 2. */
export const lap = (number: number, position: number | null, gapToLeaderMs: number | null) => ({
  lap: number,
  lapTimeMs: 97_000,
  position,
  gapToLeaderMs,
  flagAtLine: 'green' as const,
  isClean: true,
  isPitIn: number === 2,
})
export const car = (number: string, laps: readonly ReturnType<typeof lap>[]) => ({
  car: CarNumber.parse(number),
  carClass: 'Am',
  position: null,
  laps: [...laps],
})
