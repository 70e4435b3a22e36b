import { lapSpan } from '#core/composer/cited-names.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import { lapsOf, raceNamed } from '../in-race.ts'
import type { CarTelling, Written } from '../telling.ts'

type Run = { readonly position: number; readonly from: number; readonly to: number }

/** "P2 on laps 1 to 6, P1 on laps 7 and 8": the place at the end of each lap. */
export function byLap({ car, who, race }: CarTelling): Written {
  const runs = runsOf(lapsOf(car.pattern))
  const told = runs.map(({ from, to }): Piece => [
    exact(car.own(`laps.${from}.position`)),
    ' ',
    lapSpan(car.own(`laps.${from}.lap`), car.own(`laps.${to}.lap`)),
  ])
  if (told.length === 0)
    return {
      outcome: 'not-in-data',
      sentences: [note`The sheet has no order of that race for this car.`],
    }
  return {
    sentences: [fact`${who.Your} place at the line in ${raceNamed(race)}: ${listed(told)}.`],
    asked: runs.map(({ from }) => car.own(`laps.${from}.position`)),
    suggestions: ['Who passed me?', 'Tell me the story of my race'],
  }
}

function runsOf(laps: readonly LapEntry[]): readonly Run[] {
  const runs: Run[] = []
  for (const { lap, position } of laps) {
    const last = runs.at(-1)
    if (position === null) continue
    if (last?.position === position && last.to === lap - 1) runs.splice(-1, 1, { ...last, to: lap })
    else runs.push({ position, from: lap, to: lap })
  }
  return runs
}
