/** A stream of numbers that is the same on every machine for the same seed. */
export type Random = {
  /** Uniform in [0, 1). */
  readonly next: () => number
  readonly between: (low: number, high: number) => number
  /** A whole number from low to high, both included. */
  readonly whole: (low: number, high: number) => number
  /** Mean 0, standard deviation 1, never beyond 6. */
  readonly normal: () => number
  readonly chance: (probability: number) => boolean
  readonly shuffled: <T>(items: readonly T[]) => T[]
}

/**
 * Tommy Ettinger's mulberry32, seeded by the FNV-1a hash of the given names, so that each part of
 * the season has a stream of its own: a change to one race leaves the others as they were.
 * Nothing but whole-number arithmetic and sums: engines may differ in the last bit of log or sin.
 */
export function createRandom(...names: readonly (string | number)[]): Random {
  let state = hash(names.join('/'))

  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  const between = (low: number, high: number): number => low + (high - low) * next()
  const whole = (low: number, high: number): number => low + Math.floor((high - low + 1) * next())

  /** The sum of twelve uniform numbers less six (Irwin-Hall): variance 12/12, and no logarithm. */
  function normal(): number {
    let sum = -6
    for (let i = 0; i < 12; i += 1) sum += next()
    return sum
  }

  function shuffled<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, key: next() }))
      .toSorted((a, b) => a.key - b.key)
      .map(({ item }) => item)
  }

  return { next, between, whole, normal, chance: (p) => next() < p, shuffled }
}

function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  }
  return value
}
