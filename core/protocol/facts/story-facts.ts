import type { FactKind } from '#core/domain/fact-text.ts'
import { sectionName } from '#core/domain/fact-text.ts'
import type { PatternDocument } from '../documents/pattern-document.ts'
import type { FactContext, FactEntry } from './fact-entry.ts'
import { keyOf } from './fact-entry.ts'
import { correctedTimes, ownFact } from './pattern-operands.ts'
import { paceField } from './pace-field.ts'

type Context = FactContext<PatternDocument>
type Entry = FactEntry<PatternDocument>

const fact = (
  field: string,
  kind: FactKind,
  what: string,
  operands?: (context: Context) => readonly string[],
): Entry => ({
  field,
  kind,
  label: (context) => `Car ${context.document.car}: ${what}`,
  ...(operands && { operands }),
})

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)

const changeLap = ({ document, keys }: Context) => document.story.changes[Number(keys[0])]?.lap

const positionsAround = (context: Context) => {
  const lap = changeLap(context)
  if (lap === undefined) return []
  return [lap - 1, lap]
    .filter((number) => Object.hasOwn(context.document.laps, String(number)))
    .map((number) => ownFact(context, `laps.${number}.position`))
}

const followedLaps = (context: Context) => {
  const stretch = context.document.story.followed[Number(keyOf(context))]
  if (stretch === undefined) return []
  return range(stretch.fromLap, stretch.toLap)
    .filter((lap) => context.document.laps[String(lap)]?.followed)
    .map((lap) => ownFact(context, `laps.${lap}.followed.intervalMs`))
}

const openingLaps = (context: Context) => {
  const opening = context.document.story.openings[Number(keyOf(context))]
  if (opening === undefined) return []
  return [opening.closeLap, opening.farLap].map((lap) => ownFact(context, `laps.${lap}.intervalMs`))
}

const pitStopLap = (context: Context) => {
  const stop = context.document.pitStops[Number(keyOf(context))]
  return [stop?.inLap, stop?.outLap].flatMap((lap) =>
    lap === null || lap === undefined ? [] : [ownFact(context, `laps.${lap}.pitTimeMs`)],
  )
}

const everyPosition = (context: Context) =>
  Object.keys(context.document.laps).map((lap) => ownFact(context, `laps.${lap}.position`))

const phaseLaps = (context: Context) => {
  const phase = context.document.phases[Number(keyOf(context))]
  if (phase === undefined) return []
  return correctedTimes(context, 'lap').filter((id) => {
    const lap = Number(/#laps\.([0-9]+)\./.exec(id)?.[1])
    return lap >= phase.fromLap && lap <= phase.toLap
  })
}

const strengthPace = (context: Context) => {
  const quantity = context.document.strengths[Number(keyOf(context))]?.quantity
  return quantity === undefined ? [] : [ownFact(context, paceField(quantity))]
}

/** The facts of a car's race that are about runs of laps: phases, streaks, stints, order. */
export const storyFacts: readonly Entry[] = [
  fact('phases.*.fromLap', 'lap', 'first lap of a phase', phaseLaps),
  fact('phases.*.toLap', 'lap', 'last lap of a phase', phaseLaps),
  fact('phases.*.n', 'count', 'green laps of a phase', phaseLaps),
  fact('phases.*.medianMs', 'lap-time', 'median of a phase, the track taken out', phaseLaps),
  fact('phases.*.shiftMs', 'gap', 'a phase against the one before', phaseLaps),
  ...(['quickStreak', 'evenStreak'] as const).flatMap((streak) => {
    const what = streak === 'quickStreak' ? 'quicker than the own pace' : 'within 0.5 % of it'
    return [
      fact(`${streak}.fromLap`, 'lap', `longest run of laps ${what}, first lap`),
      fact(`${streak}.toLap`, 'lap', `longest run of laps ${what}, last lap`),
      fact(`${streak}.laps`, 'count', `longest run of laps ${what}`),
    ]
  }),
  fact('stints.*.fromLap', 'lap', 'first lap of a stint'),
  fact('stints.*.toLap', 'lap', 'last lap of a stint'),
  fact('pitStops.*.inLap', 'lap', 'lap into the pits', pitStopLap),
  fact('pitStops.*.outLap', 'lap', 'lap out of the pits', pitStopLap),
  fact('pitStops.*.pitTimeMs', 'race-time', 'time in the pit lane', pitStopLap),
  fact('strengths.*.paceGapMs', 'gap', 'a strength, pace gap to the quick quarter', strengthPace),
  fact('strengths.*.gapPct', 'percent', 'a strength, gap in percent', strengthPace),
  fact('strengths.*.isAhead', 'yes-no', 'quicker than the quick quarter', strengthPace),
  fact('strengths.*.isSurelyAhead', 'yes-no', 'so by more than chance', strengthPace),
  fact('strengths.*.paceRank', 'rank', 'a strength, rank of the pace', strengthPace),
  {
    field: 'strengths.*.quantity',
    kind: 'section',
    label: (context) =>
      `Car ${context.document.car}: a strength, ${sectionName(
        context.document.strengths[Number(keyOf(context))]?.quantity ?? '',
      )}`,
    operands: strengthPace,
  },
  fact('story.positionAfterLap1', 'position', 'position after lap 1', (context) => [
    ownFact(context, 'laps.1.position'),
  ]),
  fact('story.best.position', 'position', 'best position at the line', everyPosition),
  fact('story.best.lap', 'lap', 'lap of the best position', everyPosition),
  fact('story.worst.position', 'position', 'worst position at the line', everyPosition),
  fact('story.worst.lap', 'lap', 'lap of the worst position', everyPosition),
  fact('story.startedFromPitLane', 'yes-no', 'started from the pit lane'),
  fact('story.placesWon', 'count', 'places won after lap 1', everyPosition),
  fact('story.placesLost', 'count', 'places lost after lap 1', everyPosition),
  fact('story.changes.*.lap', 'lap', 'lap of a change of places', positionsAround),
  fact('story.changes.*.car', 'car', 'the other car of a change of places', positionsAround),
  fact('story.changes.*.change', 'word', 'a place won or lost', positionsAround),
  fact('story.changes.*.how', 'word', 'how a place changed', positionsAround),
  fact('story.followed.*.car', 'car', 'a car followed closely', followedLaps),
  fact('story.followed.*.fromLap', 'lap', 'first lap of following it', followedLaps),
  fact('story.followed.*.toLap', 'lap', 'last lap of following it', followedLaps),
  fact('story.followed.*.laps', 'count', 'laps of following it', followedLaps),
  fact('story.followed.*.medianIntervalMs', 'gap', 'median interval to it', followedLaps),
  fact('story.followed.*.lapsWithinOneSecond', 'count', 'of them within a second', followedLaps),
  fact('story.followed.*.lapsAhead', 'count', 'laps that it was ahead', followedLaps),
  fact('story.openings.*.car', 'car', 'a car ahead that got away', openingLaps),
  fact('story.openings.*.closeLap', 'lap', 'last lap close behind it', openingLaps),
  fact('story.openings.*.farLap', 'lap', 'first lap far behind it', openingLaps),
  fact('story.openings.*.closeMs', 'gap', 'interval to it while close', openingLaps),
  fact('story.openings.*.farMs', 'gap', 'interval to it once far', openingLaps),
]
