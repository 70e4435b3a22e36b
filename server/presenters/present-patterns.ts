import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import type { PatternsAnswer } from '#core/protocol/rest/patterns-answer.ts'
import { eachSectionOf } from './each-quantity.ts'
import { presentCar } from './present-car.ts'

/** All but the ledger and the sections, which have paths of their own. */
export function presentPatterns(patterns: PatternDocument): PatternsAnswer {
  const {
    laps: _laps,
    sections: { s1, s2, s3 },
    subSections: _subSections,
    lap: _lap,
    lapsDone: _lapsDone,
    ...rest
  } = patterns
  return {
    ...rest,
    ...presentCar(patterns),
    worstOnLaps: eachSectionOf({
      s1: s1?.worstOnLaps ?? null,
      s2: s2?.worstOnLaps ?? null,
      s3: s3?.worstOnLaps ?? null,
    }),
    shareOfSpread: eachSectionOf({
      s1: s1?.shareOfSpread ?? null,
      s2: s2?.shareOfSpread ?? null,
      s3: s3?.shareOfSpread ?? null,
    }),
  }
}
