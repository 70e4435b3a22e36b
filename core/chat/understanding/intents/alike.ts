import type { Candidate } from './classifier.ts'

/**
 * Intents that a driver would hardly tell apart, each answer saying what the others say too: between them it does not matter which
 * one it is, so together they may be sure where none is alone.
 */
const alike: readonly (readonly string[])[] = [
  'lap-apart why-slow lap-story'.split(' '),
  'where-time work-on same-section'.split(' '),
  'consistency spread lap-std'.split(' '),
  'summary race-story lost-places'.split(' '),
  'weather-range weather-matter weather-at-lap weather-extreme'.split(' '),
  'counted-laps why-not-counted'.split(' '),
  'improved compare-races'.split(' '),
  'trend phases track-or-me'.split(' '),
  'insult injection off-topic small-talk other-language'.split(' '),
  'braking line throttle telemetry gears setup engine'.split(' '),
  'prediction tomorrow other-seasons other-sessions'.split(' '),
]

/** The candidates with the probability of the group of the first one in its place. */
export function inGroups(candidates: readonly Candidate[]): readonly Candidate[] {
  const [first, ...others] = candidates
  const group = alike.find((ids) => first !== undefined && ids.includes(first.id))
  if (first === undefined || group === undefined) return candidates
  const isMember = ({ id }: Candidate) => group.includes(id)
  const shared = others.filter(isMember).reduce((sum, { probability }) => sum + probability, 0)
  const rest = others.filter((one) => !isMember(one))
  return [{ ...first, probability: first.probability + shared }, ...rest]
}
