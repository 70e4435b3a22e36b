/** A lap being played: how far it is, and how fast. */
export type PlaybackState = {
  readonly ms: number
  readonly isPlaying: boolean
  readonly speed: number
}

export const speeds = [1, 5, 20] as const

export type Playback = {
  readonly read: () => PlaybackState
  readonly subscribe: (onChange: () => void) => () => void
  /** From the start again, where the end was reached. */
  readonly play: () => void
  readonly pause: () => void
  readonly seek: (ms: number) => void
  readonly setSpeed: (speed: number) => void
}

/** How far the playback is after some time on the clock: it stops at the end. */
export function advanced(state: PlaybackState, elapsedMs: number, totalMs: number): PlaybackState {
  const ms = Math.min(totalMs, state.ms + elapsedMs * state.speed)
  return { ...state, ms, isPlaying: ms < totalMs }
}

/** The frames of the screen: called with the time of each until it says false. */
export type Frames = (onFrame: (nowMs: number) => boolean) => void

/** Its state changes at every frame: kept outside of React, so that only what moves is drawn anew. */
export function createPlayback(totalMs: number, frames: Frames = screenFrames): Playback {
  let state: PlaybackState = { ms: 0, isPlaying: false, speed: 5 }
  const listeners = new Set<() => void>()
  const change = (next: PlaybackState) => {
    state = next
    for (const onChange of listeners) onChange()
  }
  const run = () => {
    let before: number | undefined
    frames((nowMs) => {
      // Nobody looks any more: the view was left.
      if (!state.isPlaying || listeners.size === 0) return false
      if (before !== undefined) change(advanced(state, nowMs - before, totalMs))
      before = nowMs
      return state.isPlaying
    })
  }
  return {
    read: () => state,
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    play: () => {
      if (state.isPlaying) return
      change({ ...state, ms: state.ms >= totalMs ? 0 : state.ms, isPlaying: true })
      run()
    },
    pause: () => change({ ...state, isPlaying: false }),
    seek: (ms) => change({ ...state, ms: Math.max(0, Math.min(totalMs, ms)) }),
    setSpeed: (speed) => change({ ...state, speed }),
  }
}

function screenFrames(onFrame: (nowMs: number) => boolean): void {
  const next = () =>
    requestAnimationFrame((nowMs) => {
      if (onFrame(nowMs)) next()
    })
  next()
}
