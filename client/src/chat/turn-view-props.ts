import type { FeedbackVerdict, Welcome } from './conversation-state.ts'
import type { RaceNames } from './scope-words.ts'
import type { Turn } from './turn.ts'
import type { TurnDeeds } from './use-turn-deeds.ts'

/** A turn as it is shown, and what can be done with it. */
export type TurnViewProps = TurnDeeds & {
  readonly turn: Turn
  readonly isLast: boolean
  /** A question is under way: there is one at a time. */
  readonly isBusy: boolean
  readonly isConnected: boolean
  readonly model: Welcome['model']
  readonly verdict: FeedbackVerdict | undefined
  readonly raceName: RaceNames
}
