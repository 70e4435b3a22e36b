import { sectionName } from '#core/domain/fact-text.ts'
import { type SectionId, sectionIds } from '#core/domain/quantity.ts'
import type { ClassComposite } from '#core/protocol/rest/composite-answer.ts'
import type { FieldAnswer } from '#core/protocol/rest/field-answer.ts'

/** What is set side by side of a race; the composite is of the field's class. */
export type RaceFigures = {
  readonly field: Pick<FieldAnswer, 'quickQuarterMs'>
  readonly composite: Pick<ClassComposite, 'sections' | 'fastestLap'> | undefined
}

type Best = {
  readonly ms: number
  readonly raceId: string
  readonly car: string
  readonly lap: number
}

/** The lap or a section in both races; what a race lacks is absent. */
export type BothRow = {
  readonly id: SectionId | 'lap'
  readonly name: string
  readonly firstMs: number | undefined
  readonly secondMs: number | undefined
  readonly firstBest: Best | undefined
  readonly secondBest: Best | undefined
}

export function bothRows(first: RaceFigures, second: RaceFigures): readonly BothRow[] {
  return (['lap', ...sectionIds] as const).map((id) => ({
    id,
    name: id === 'lap' ? 'Lap' : sectionName(id),
    firstMs: first.field.quickQuarterMs[id] ?? undefined,
    secondMs: second.field.quickQuarterMs[id] ?? undefined,
    firstBest: bestOf(first, id),
    secondBest: bestOf(second, id),
  }))
}

function bestOf({ composite }: RaceFigures, id: SectionId | 'lap'): Best | undefined {
  if (id === 'lap') {
    const lap = composite?.fastestLap ?? undefined
    return lap && { ms: lap.lapTimeMs, raceId: lap.raceId, car: lap.car, lap: lap.lap }
  }
  const best = composite?.sections.find(({ section }) => section === id)
  return best && { ms: best.bestMs, raceId: best.raceId, car: best.car, lap: best.lap }
}
