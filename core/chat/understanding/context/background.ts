import type { CarNumber } from '#core/domain/ids.ts'
import type { Scope, ScreenContext } from '#core/protocol/chat/scope.ts'

/** What a question may take from what is around it. */
export type Background = {
  readonly screen: ScreenContext
  /** The question before, if there is one. */
  readonly previous?: Scope
  /** The question before is of the same message. */
  readonly isSameMessage?: boolean
  /** The screen still shows what it showed then. */
  readonly isSameScreen: boolean
  /** The car that the driver called his own. */
  readonly own?: CarNumber
  /** The cars that a coach called his own. */
  readonly several?: readonly CarNumber[]
  /** It was called a son's or a driver's: "he" is that car. */
  readonly isOwnHim?: boolean
}

const shown = ['trackId', 'raceId', 'car', 'lap', 'section'] as const

/** Whoever says nothing of a screen now, at a terminal say, has not turned to another one. */
export function isSameScreen(then: ScreenContext = {}, now: ScreenContext = {}): boolean {
  const isUntold = shown.every((what) => now[what] === undefined)
  return isUntold || shown.every((what) => then[what] === now[what])
}

/**
 * Where what is missing comes from, first to last: a question that follows on takes it from the one before while the
 * screen has not changed; any takes it from the screen; what the screen does not show, from the one before.
 */
export function takenFrom(background: Background, followsOn: boolean): readonly Partial<Scope>[] {
  const { screen, previous, isSameScreen: isSame } = background
  if (previous === undefined) return [screen]
  return followsOn && isSame ? [previous, screen] : [screen, previous]
}
