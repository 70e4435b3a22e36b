import type { ExclusionReason } from '#core/domain/exclusion.ts'
import { exclusionWords } from '#core/domain/exclusion-words.ts'
import type { SectionId } from '#core/domain/quantity.ts'
import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { CoachedCar, Observation } from './coached-car.ts'
import { countCited, lapsCited, sectionCited, sectionWithCorners } from './cited-names.ts'
import { result } from './coaching-summary.ts'
import { exact, fact, listed, note, type Piece, short } from './say.ts'
import { furthestFromBest } from './section-gaps.ts'

/** Of a car with fewer than three clean laps: its result, and why its laps do not count. */
export function fewLapsSummary(car: CoachedCar): Sentence[] {
  return [
    fact`${result(car)}.`,
    note`${howMany(car)}: too few to say where time is.`,
    note`There is nothing to work on from this race's timing.`,
  ]
}

function howMany({ pattern, own }: CoachedCar): Piece {
  if (pattern.lapsDone === 1) return 'Your only lap does not count'
  const laps = countCited(own('lapsDone'), 'lap')
  if (pattern.cleanLaps === 0) return ['None of your ', laps, ' counts']
  return [
    'Only ',
    exact(own('cleanLaps')),
    ' of your ',
    laps,
    pattern.cleanLaps === 1 ? ' counts' : ' count',
  ]
}

export function fewLapsObservations(car: CoachedCar): Sentence[] {
  const { pattern, own } = car
  const best =
    pattern.bestLap === null
      ? []
      : [
          fact`Your best lap was ${exact(own('bestLap.lapTimeMs'))} on ${exact(own('bestLap.lap'))}.`,
        ]
  return [...reasons(car), ...best, ...lastPlace(car)]
}

/** "lap 1 (always), laps 2 and 3 (yellow) and lap 4 (in-lap)" */
export function reasons({ pattern, own }: CoachedCar): Sentence[] {
  const uncounted = Object.values(pattern.laps).filter(({ isClean }) => !isClean)
  const byReason = Map.groupBy(uncounted, firstReason)
  const parts = [...byReason].map(([reason, laps]) => [
    lapsCited(laps.map(({ lap }) => own(`laps.${lap}.lap`))),
    ` (${reason === 'opening-lap' ? 'always' : exclusionWords[reason]})`,
  ])
  if (parts.length === 0) return []
  return [fact`What does not count: ${listed(parts)}.`]
}

/** Of a car with green laps too few for a pace: its times as driven, and why the others do not count. */
export function asDrivenSentences(car: CoachedCar): readonly Observation[] {
  const { own, pattern } = car
  if (pattern.lap.paceMs !== null) return []
  const [first, ...others] = furthestFromBest(pattern)
  const why = reasons(car).map((sentence) => ({ worth: 94, sentence }))
  if (first === undefined) return why
  const gap = (section: SectionId) => short(own(`sections.${section}.medianGapMs`))
  const rest = others.map((section): Piece => [sectionCited(car, section), ' ', gap(section)])
  return [
    {
      worth: 95,
      sentence: fact`As driven, ${listed([[sectionWithCorners(car, first), ' is ', gap(first)], ...rest])} off the best of the race, in the median of ${countCited(own('cleanLaps'), 'green lap')}.`,
    },
    ...why,
  ]
}

function firstReason({ excludedBecause }: LapEntry): ExclusionReason {
  return excludedBecause[0] ?? 'no-time'
}

function lastPlace({ pattern, own }: CoachedCar): Sentence[] {
  const last = Object.values(pattern.laps).at(-1)
  if (last === undefined || last.position === null || last.lap === 1) return []
  return [
    fact`After your last lap, ${exact(own(`laps.${last.lap}.lap`))}, you were ${exact(own(`laps.${last.lap}.position`))}.`,
  ]
}
