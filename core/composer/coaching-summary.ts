import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { CoachedCar } from './coached-car.ts'
import {
  countCited,
  lapsCited,
  offOrAheadAlone,
  paceRankCited,
  sectionCited,
  sectionWithCorners,
  targetLapFacts,
} from './cited-names.ts'
import { beginWith, sectionToWatch, watchCited } from './coaching-actions.ts'
import { reachOf, sectionToWorkOn } from './coaching-repeat.ts'
import { isMaybeNothing } from './coaching-where.ts'
import { action, exact, fact, note, type Piece, short } from './say.ts'
import { furthestFromBest, sectionGaps } from './section-gaps.ts'

const referenceLaps = 3

/** The four lines that a driver reads between two sessions: result, biggest part, what to work on, whose onboard. */
export function summary(car: CoachedCar): Sentence[] {
  return [resultLine(car), biggestPartLine(car), workOnLine(car), watchLine(car)]
}

function resultLine(car: CoachedCar): Sentence {
  const { pattern } = car
  const pace: Piece = pattern.lap.paceRank === null ? '' : ['; pace ', paceRankCited(car, 'lap')]
  return fact`${result(car)}${pace}.`
}

/** "P14, P18 after lap 1", "P22 from the pit lane, 7 of 27 laps". */
export function result({ own, ofRace, pattern, race, isFieldFromPitLane }: CoachedCar): Piece {
  const place: Piece =
    pattern.position === null
      ? [exact(own('positionOnRoad')), ' on the road']
      : exact(own('position'))
  const laps: Piece =
    pattern.lapsDone < race.raceLaps
      ? [', ', exact(own('lapsDone')), ' of ', countCited(ofRace('raceLaps'), 'lap')]
      : ''
  const start: Piece =
    pattern.story.startedFromPitLane && !isFieldFromPitLane ? ' from the pit lane' : ''
  if (pattern.story.positionAfterLap1 === null || pattern.lapsDone === 1)
    return [place, start, laps]
  const isTheSame = pattern.story.positionAfterLap1 === (pattern.position ?? pattern.positionOnRoad)
  const after: Piece = [
    isTheSame ? ', as' : [', ', exact(own('story.positionAfterLap1'))],
    ' after ',
    exact(own('laps.1.lap')),
  ]
  return [place, start, laps, after]
}

function biggestPartLine(car: CoachedCar): Sentence {
  const { own, pattern } = car
  const [furthest] = sectionGaps(pattern)
  if (furthest === undefined) return againstTheBest(car)
  const { section, gapMs } = furthest
  const gap = own(`sections.${section}.paceGapMs`)
  const where = sectionWithCorners(car, section)
  if (Math.abs(gapMs) < 0.5)
    return fact`Nothing is off the quick quarter; ${where} is level with it.`
  if (gapMs <= 0)
    return fact`Nothing is off the quick quarter; the smallest margin is ${where}: ${offOrAheadAlone(gap)}.`
  if (isMaybeNothing(pattern, section))
    return fact`Nothing is clearly off the quick quarter; the furthest is ${where}, by ${short(gap)}.`
  return fact`${where}: ${short(gap)} off the quick quarter.`
}

/** Without a pace only the times as driven are left, against the best of the race. */
function againstTheBest(car: CoachedCar): Sentence {
  const [furthest] = furthestFromBest(car.pattern)
  const laps = countCited(car.own('cleanLaps'), 'green lap')
  if (furthest === undefined) return note`${laps} are too few to say where time is.`
  const gap = short(car.own(`sections.${furthest}.medianGapMs`))
  return fact`${laps} are too few for a pace; as driven, ${sectionWithCorners(car, furthest)} is ${gap} off the best of the race in the median.`
}

function workOnLine(car: CoachedCar): Sentence {
  const section = sectionToWorkOn(car)
  if (section === undefined) return beginLine(car)
  const where = sectionCited(car, section)
  const laps = targetLapFacts(car, section, referenceLaps)
  if (laps.length === 0)
    return action`Work on ${where}; there are too few green laps for a reference of your own.`
  if (car.pattern.sections[section]?.repeatGainMs === null)
    return action`Work on ${where}: your quick laps there, ${lapsCited(laps)}, are one stretch.`
  const { paceGapMs, repeatGainMs } = car.pattern.sections[section] ?? {}
  if (reachOf(paceGapMs ?? undefined, repeatGainMs ?? undefined) === 'little')
    return action`Work on ${where}: learn it from the onboard; your own best there are ${lapsCited(laps)}.`
  return action`Work on ${where}: drive it as on your ${lapsCited(laps)}.`
}

function beginLine(car: CoachedCar): Sentence {
  const [begin] = beginWith(car)
  return begin ?? note`Nothing in so few laps points to one thing to work on.`
}

function watchLine(car: CoachedCar): Sentence {
  const section = sectionToWatch(car)
  if (section !== undefined) return action`Watch ${watchCited(car, section)}.`
  if (car.pattern.lap.paceRank === null)
    return note`An onboard to watch cannot be named from so few laps.`
  return note`No car was quicker in any section: your own laps are the onboard to watch.`
}
