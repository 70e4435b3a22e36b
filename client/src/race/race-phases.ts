import { lapsNamed } from '#core/domain/wording.ts'
import type { RaceAnswer } from '#core/protocol/rest/race-answer.ts'

type Phase = RaceAnswer['phases'][number]

const names: { readonly [flag in Phase['flag']]?: string } = {
  fcy: 'full-course yellow',
  'safety-car': 'safety car',
  red: 'red flag',
}

/** 'full-course yellow on laps 2 and 3'; 'green throughout' where nothing stopped the race. */
export function phasesInWords(phases: readonly Phase[]): string | undefined {
  if (phases.length === 0) return undefined
  const slow = slowPhases(phases).map(
    ({ name, fromLap, toLap }) => `${name} on ${lapsNamed(range(fromLap, toLap))}`,
  )
  return slow.length === 0 ? 'green throughout' : slow.join(', ')
}

export type SlowPhase = {
  readonly name: string
  readonly fromLap: number
  readonly toLap: number
}

/** Where the race was neutralised, for the shading of a plot. */
export function slowPhases(phases: readonly Phase[]): readonly SlowPhase[] {
  return phases.flatMap(({ flag, fromLap, toLap }) => {
    const name = names[flag]
    return name === undefined ? [] : [{ name, fromLap, toLap }]
  })
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
