import { grouped } from './fact-text.ts'

/** 1, 'lap' → '1 lap'; 1319, 'lap' → '1,319 laps'. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${count === 1 ? noun : `${noun}s`}`
}

/** ['12', '14', '15'] → '12, 14 and 15'. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

const namedOneByOne = 6

/** Lap numbers for a sentence: 'lap 13', 'laps 12, 14 and 15', and of many 'laps 3 to 40'. */
export function lapsNamed(lapNumbers: readonly number[]): string {
  const sorted = [...new Set(lapNumbers)].sort((a, b) => a - b)
  const noun = sorted.length === 1 ? 'lap' : 'laps'
  if (sorted.length <= namedOneByOne) return `${noun} ${listed(sorted.map(String))}`
  return `${sorted.length} laps between lap ${sorted[0] ?? ''} and lap ${sorted.at(-1) ?? ''}`
}

/** 'Car 2' or 'Cars 2, 86 and 89'. */
export function carsNamed(cars: readonly string[]): string {
  return `${cars.length === 1 ? 'Car' : 'Cars'} ${listed(cars)}`
}
