import { exclusionWords } from '#core/domain/exclusion-words.ts'
import { formatTime } from '#core/domain/time.ts'
import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'
import type { LapScale } from './lap-scale.ts'

/** A word under the laps at the top edge: one for a run of laps with the same reason. */
export type ReasonLabel = {
  /** Places of its laps in the ledger. */
  readonly from: number
  readonly to: number
  readonly word: string
  /** 0 is nearest to the laps; words that would touch stand lower. */
  readonly row: number
  /** Where the middle of the word is. */
  readonly x: number
}

const letterPx = 6
const betweenWordsPx = 6
const rows = [0, 1, 2] as const

/** Why laps stand at the top edge, in words that do not touch; what finds no room is left to the ledger. */
export function reasonLabels(
  laps: readonly LedgerLap[],
  stepPx: number,
  scale: Pick<LapScale, 'slowestMs'> | undefined,
): readonly ReasonLabel[] {
  const width = laps.length * stepPx
  const freeFrom: number[] = rows.map(() => 0)
  const labels: ReasonLabel[] = []
  for (const { from, to, word } of runsOf(laps, scale?.slowestMs)) {
    const half = (word.length * letterPx) / 2
    const middle = ((from + to + 1) / 2) * stepPx
    const x = Math.max(half, Math.min(width - half, middle))
    const row = rows.find((one) => (freeFrom[one] ?? 0) <= x - half)
    if (row === undefined) continue
    freeFrom[row] = x + half + betweenWordsPx
    labels.push({ from, to, word, row, x })
  }
  return labels
}

type Run = { readonly from: number; readonly to: number; readonly word: string }

function runsOf(laps: readonly LedgerLap[], slowestMs = Infinity): readonly Run[] {
  const runs: Run[] = []
  for (const [at, lap] of laps.entries()) {
    const word = wordAtEdge(lap, slowestMs)
    if (word === undefined) continue
    const last = runs.at(-1)
    if (last?.word === word && last.to === at - 1) runs[runs.length - 1] = { ...last, to: at }
    else runs.push({ from: at, to: at, word })
  }
  return runs
}

/** The first reason against a lap; the time of a green lap that is off the scale. */
function wordAtEdge({ isClean, excludedBecause, lapTimeMs }: LedgerLap, slowestMs: number) {
  if (isClean)
    return lapTimeMs !== null && lapTimeMs > slowestMs ? formatTime(lapTimeMs) : undefined
  const [reason] = excludedBecause
  return reason === undefined ? undefined : exclusionWords[reason]
}
