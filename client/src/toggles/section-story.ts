import type { SectionId } from '#core/domain/quantity.ts'
import type { CarSection, CarSectionsAnswer } from '#core/protocol/rest/car-sections-answer.ts'

type Pace = NonNullable<CarSection['pace']>

/** A section that is off the quick quarter on every lap, with what makes it one. */
export type SlowEveryLap = {
  readonly section: SectionId
  readonly gapMs: number
  readonly pace: Pace
  /** The next one, when the first does not stand out from it. */
  readonly closeBehind?: SectionId
  readonly standsOut: boolean
}

export function slowEveryLap(answer: CarSectionsAnswer): SlowEveryLap | undefined {
  const [first, second] = answer.opportunities
  const pace = answer.sections.find(({ section }) => section === first)?.pace ?? undefined
  const gapMs = pace?.gapMs ?? undefined
  if (first === undefined || pace === undefined || gapMs === undefined) return undefined
  const standsOut = answer.firstStandsOut === true
  return {
    section: first,
    gapMs,
    pace,
    standsOut,
    ...(!standsOut && second !== undefined && { closeBehind: second }),
  }
}

/** A section that was clearly better on some laps than on most: the one where that is worth most. */
export type QuickNotEveryLap = {
  readonly section: SectionId
  readonly gainMs: number
  readonly pace: Pace
}

export function quickNotEveryLap({
  sections,
}: Pick<CarSectionsAnswer, 'sections'>): QuickNotEveryLap | undefined {
  const known = sections.flatMap(({ section, pace }) => {
    const gainMs = pace?.repeatGainMs ?? undefined
    return pace === null || gainMs === undefined || gainMs <= 0 ? [] : [{ section, gainMs, pace }]
  })
  return known.toSorted((a, b) => b.gainMs - a.gainMs)[0]
}
