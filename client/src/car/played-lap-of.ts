import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'
import type { PlayedLap } from '../playback/played-lap.ts'
import { type RunTimes, runOf } from '../playback/run.ts'
import type { Reference } from '../screen/selection.ts'
import type { LoopShares, MapPart, PartId } from '../track-map/map-part.ts'
import { type FigureSources, isCorrected, partFigures, type PartFigures } from './part-figures.ts'
import { drivenMs } from './part-times.ts'
import { referenceName } from './words.ts'

type Played = {
  /** The lap that is played. */
  readonly lap: LedgerLap
  readonly bestLap: number | undefined
  readonly against: Reference
  readonly parts: readonly MapPart[]
  readonly sources: FigureSources
  readonly shares: LoopShares
}

/** A lap and its reference as the loops saw them; undefined where the lap has no times to run by. */
export function playedLapOf(played: Played): PlayedLap | undefined {
  const { lap, parts, shares, bestLap } = played
  const run = runOf(drivenTimes(lap, parts), shares)
  if (run === undefined) return undefined
  const reference = referenceOf(played)
  const referenceRun = runOf(reference.times, shares)
  return {
    name: lap.lap === bestLap ? `Lap ${lap.lap}, the best` : `Lap ${lap.lap}`,
    run,
    reference: referenceRun && { name: reference.name, run: referenceRun },
  }
}

type ReferenceRun = { readonly name: string; readonly times: RunTimes }

/** The own best is a lap that was driven, where another one than that is played. */
function referenceOf({ lap, bestLap, against, parts, sources }: Played): ReferenceRun {
  const best = sources.ledger.find((one) => one.lap === bestLap)
  if (against === 'own-best' && best !== undefined && best.lap !== lap.lap)
    return { name: `its reference, lap ${best.lap}`, times: drivenTimes(best, parts) }
  const figures = partFigures(parts, sources, { lap, against })
  const name = against === 'own-best' ? 'the best sections put together' : referenceName(against)
  const track = isCorrected(against) ? ' on the track of that lap' : ''
  return { name: `${name}${track}`, times: referenceTimes(figures) }
}

function drivenTimes(lap: LedgerLap, parts: readonly MapPart[]): RunTimes {
  const times = idsOf(parts).flatMap((id): [PartId, number][] => {
    const ms = drivenMs(lap, id)
    return ms === undefined ? [] : [[id, ms]]
  })
  return {
    ...Object.fromEntries(times),
    ...(lap.lapTimeMs !== null && { lap: lap.lapTimeMs }),
  }
}

/** What the reference would have taken where the lap was driven: the lap's times less their gaps. */
function referenceTimes(figures: readonly PartFigures[]): RunTimes {
  return Object.fromEntries(
    figures.flatMap(({ part, timeMs, gapMs }) =>
      timeMs === undefined || gapMs === undefined ? [] : [[part.id, timeMs - gapMs]],
    ),
  )
}

function idsOf(parts: readonly MapPart[]): readonly PartId[] {
  return parts.flatMap(({ id, parts: within }) => [id, ...idsOf(within)])
}
