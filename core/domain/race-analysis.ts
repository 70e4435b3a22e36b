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
  return new LazyAnalysis(timing)
}

class LazyAnalysis implements RaceAnalysis {
  readonly timing: RaceTiming
  readonly #ledger = once(() => ledgerOf(this.timing.laps))
  readonly #view = once(() => raceView(this.ledger))
  readonly #layout = once(() => layoutOf(this.timing.laps))
  readonly #phases = once(() => racePhases(this.view.order))
  readonly #composites = once(() => classComposites([this.#laps()]))
  readonly #figures = once(() => carFigures(this.#laps()))
  readonly #corrected = once(() => correctedFigures(this.ledger))

  constructor(timing: RaceTiming) {
    this.timing = timing
  }
  get ledger() {
    return this.#ledger()
  }
  get view() {
    return this.#view()
  }
  get layout() {
    return this.#layout()
  }
  get phases() {
    return this.#phases()
  }
  get composites() {
    return this.#composites()
  }
  get figures() {
    return this.#figures()
  }
  get corrected() {
    return this.#corrected()
  }
  #laps() {
    return { raceId: this.timing.raceId, laps: this.ledger }
  }
}

function once<T>(compute: () => T): () => T {
  let done: { readonly value: T } | undefined
  return () => (done ??= { value: compute() }).value
}
