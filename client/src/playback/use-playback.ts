import { useSyncExternalStore } from 'react'
import { type Playback, type PlaybackState } from './playback.ts'

export function usePlayback(playback: Playback): PlaybackState {
  return useSyncExternalStore(playback.subscribe, playback.read, playback.read)
}

/** What is made of the state, as text: drawn anew only when that changes. */
export function usePlayed(playback: Playback, textOf: (state: PlaybackState) => string): string {
  const read = () => textOf(playback.read())
  return useSyncExternalStore(playback.subscribe, read, read)
}
