import { expect, test } from 'vitest'
import { advanced, createPlayback } from './playback.ts'

/** Frames that come when they are told to. */
function framesByHand() {
  let onFrame: (nowMs: number) => boolean = () => false
  return {
    frames: (wanted: (nowMs: number) => boolean) => {
      onFrame = wanted
    },
    frameAt: (nowMs: number) => onFrame(nowMs),
  }
}

test('time runs by the speed and stops at the end', () => {
  const state = { ms: 1000, isPlaying: true, speed: 5 }
  expect(advanced(state, 100, 10_000)).toEqual({ ms: 1500, isPlaying: true, speed: 5 })
  expect(advanced(state, 5000, 10_000)).toEqual({ ms: 10_000, isPlaying: false, speed: 5 })
})

test('a playback runs while it is played, and tells who listens', () => {
  const { frames, frameAt } = framesByHand()
  const playback = createPlayback(10_000, frames)
  const heard: number[] = []
  playback.subscribe(() => heard.push(playback.read().ms))
  playback.setSpeed(1)
  playback.play()
  frameAt(5000)
  frameAt(5016)
  playback.pause()
  expect(frameAt(5032)).toBe(false)
  expect(playback.read().ms).toBe(16)
  expect(heard).toEqual([0, 0, 16, 16])
})

test('it plays from the start again where the end was reached', () => {
  const playback = createPlayback(10_000, () => {})
  playback.seek(99_999)
  expect(playback.read().ms).toBe(10_000)
  playback.play()
  expect(playback.read()).toMatchObject({ ms: 0, isPlaying: true })
})

test('it stops by itself when nobody looks any more', () => {
  const { frames, frameAt } = framesByHand()
  const playback = createPlayback(10_000, frames)
  const stop = playback.subscribe(() => {})
  playback.play()
  expect(frameAt(0)).toBe(true)
  stop()
  expect(frameAt(16)).toBe(false)
})
