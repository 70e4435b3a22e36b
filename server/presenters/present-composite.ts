import type { CompositeDocument } from '#core/protocol/documents/composite-document.ts'
import type { CompositeSum } from '#core/protocol/documents/race-document.ts'
import type { ClassComposite } from '#core/protocol/rest/composite-answer.ts'

/** The composites of a race or a track by class: section bests beside the figures made of them. */
export function presentComposites(
  classes: readonly { readonly carClass: string; readonly composite: CompositeSum }[],
  bests: readonly CompositeDocument[],
): ClassComposite[] {
  return classes.map(({ carClass, composite }) => ({
    carClass,
    sections: bests
      .filter((best) => best.carClass === carClass)
      .toSorted((a, b) => a.section.localeCompare(b.section))
      .map(({ scope: _scope, trackId: _trackId, carClass: _carClass, ...best }) => best),
    ...composite,
  }))
}
