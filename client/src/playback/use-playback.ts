import { useSyncExternalStore } from 'react'
import { type Playback, type PlaybackState } from './playback.ts'

export function usePlayback(playback: Playback): PlaybackState {
  return useSyncExternalStore(playback.subscribe, playback.read)
}

/** What is made of the state, as text: drawn anew only when that changes. */
export function usePlayed(playback: Playback, textOf: (state: PlaybackState) => string): string {
  return useSyncExternalStore(playback.subscribe, () => textOf(playback.read()))
}
