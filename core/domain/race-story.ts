import {
  followCounts,
  followStretches,
  type FollowCount,
  type FollowStretch,
} from './follow-stretches.ts'
import { gapsOpened, type GapOpened } from './gaps-opened.ts'
import type { LedgerLap } from './ledger.ts'
import { pitStopsOf, startedFromPitLane, type PitStop } from './pit-stops.ts'
import { placeChanges, type PlaceChange } from './place-changes.ts'
import { present } from './present.ts'
import type { RaceView } from './race-view.ts'

export type PositionAt = { readonly position: number; readonly lapNumber: number }

/** A car's race as its timing tells it: facts only, no causes. */
export type RaceStory = {
  /** After lap 1; the sheet has no starting grid. */
  readonly afterLapOne?: PositionAt
  readonly best?: PositionAt
  readonly worst?: PositionAt
  /** At the end of its last lap. */
  readonly last?: PositionAt
  readonly startedFromPitLane: boolean
  readonly pitStops: readonly PitStop[]
  readonly changes: readonly PlaceChange[]
  readonly followed: readonly FollowCount[]
  readonly stretches: readonly FollowStretch[]
  readonly gapsOpened: readonly GapOpened[]
}

/** The story of one car's laps in a race. Best and worst position are those first reached. */
export function raceStory(own: readonly LedgerLap[], race: RaceView): RaceStory {
  const positions = own.flatMap((lap) => {
    const order = race.order.get(lap)
    return order === undefined ? [] : [{ position: order.position, lapNumber: lap.lapNumber }]
  })
  const byPosition = positions.toSorted((a, b) => a.position - b.position)
  const worst = byPosition.at(-1)?.position
  return present({
    afterLapOne: positions.find(({ lapNumber }) => lapNumber === 1),
    best: byPosition[0],
    worst: byPosition.find(({ position }) => position === worst),
    last: positions.at(-1),
    startedFromPitLane: startedFromPitLane(own),
    pitStops: pitStopsOf(own),
    changes: placeChanges(own, race),
    followed: followCounts(own, race),
    stretches: followStretches(own, race),
    gapsOpened: gapsOpened(own, race),
  })
}
