import { followUpOf } from './follow-up.ts'
import { onwardIn } from './ordinals.ts'
import type { Mention } from '../entities/mention.ts'
import type { Reading } from '../entities/reading.ts'

const narrowing: ReadonlySet<Mention['type']> = new Set<Mention['type']>([
  'section',
  'corner',
  'lap',
  'laps',
  'lap-name',
  'position',
])

const ofLaps = new Set('position gaps'.split(' '))

/** "My median, my best lap and my place?", "and in race 2 the same": all of what was asked in one message. */
export function allBefore(reading: Reading, topics: readonly string[]): readonly string[] {
  const isSame = followUpOf(reading) === 'same' && onwardIn(reading.text) === undefined
  // "Where was I on lap 8, and the gap to the car in front?", "and lap 22?": all of it is of a lap.
  const isOfLap = topics.every((topic) => ofLaps.has(topic))
  const isNarrowed = reading.mentions.some(
    ({ type }) => narrowing.has(type) && !(isOfLap && type === 'lap'),
  )
  const isPlaced = /[A-Z]{3,}|\bsame\b/.test(reading.text)
  return isSame && isPlaced && !isNarrowed && topics.length > 1 ? topics : []
}
