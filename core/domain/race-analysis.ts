import { type CarFigures, carFigures } from './car-figures.ts'
import { type ClassComposite, classComposites } from './composite.ts'
import { type CorrectedClass, correctedFigures } from './corrected-figures.ts'
import { type Layout, layoutOf } from './layout.ts'
import { type LedgerLap, ledgerOf } from './ledger.ts'
import { type RacePhase, racePhases } from './race-phases.ts'
import type { RaceTiming } from './race-timing.ts'
import { type RaceView, raceView } from './race-view.ts'

/** A race and what jobs 1 to 4 share of its analysis. Each part is computed when it is first asked for. */
export type RaceAnalysis = {
  readonly timing: RaceTiming
  readonly ledger: readonly LedgerLap[]
  readonly view: RaceView
  readonly layout: Layout
  readonly phases: readonly RacePhase[]
  readonly composites: readonly ClassComposite[]
  readonly figures: readonly CarFigures[]
  readonly corrected: readonly CorrectedClass[]
}

export function analyse(timing: RaceTiming): RaceAnalysis {
  const ledger = once(() => ledgerOf(timing.laps))
  const laps = () => ({ raceId: timing.raceId, laps: ledger() })
  const view = once(() => raceView(ledger()))
  const layout = once(() => layoutOf(timing.laps))
  const phases = once(() => racePhases(view().order))
  const composites = once(() => classComposites([laps()]))
  const figures = once(() => carFigures(laps()))
  const corrected = once(() => correctedFigures(ledger()))
  return {
    timing,
    get ledger() {
      return ledger()
    },
    get view() {
      return view()
    },
    get layout() {
      return layout()
    },
    get phases() {
      return phases()
    },
    get composites() {
      return composites()
    },
    get figures() {
      return figures()
    },
    get corrected() {
      return corrected()
    },
  }
}

function once<T>(compute: () => T): () => T {
  let done: { readonly value: T } | undefined
  return () => (done ??= { value: compute() }).value
}
