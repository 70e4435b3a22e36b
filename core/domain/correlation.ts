import { mean } from 'simple-statistics'

/** Pearson's r; absent where one of the two does not vary. */
export function pearson(xs: readonly number[], ys: readonly number[]): number | undefined {
  return cosine(centred(xs), centred(ys))
}

/** What is left of values below this share of them is rounding, and no variation. */
const rounding = 1e-13

/** Values without their mean. */
export function centred(values: readonly number[]): number[] {
  if (values.length === 0) return []
  const middle = mean([...values])
  const rest = values.map((value) => value - middle)
  return isRounding(rest, values) ? values.map(() => 0) : rest
}

/**
 * r of values that are already without their mean (over all, or of each car); absent where one
 * does not vary. Not above 1, which rounding could make it.
 */
export function cosine(xs: readonly number[], ys: readonly number[]): number | undefined {
  const size = Math.sqrt(dot(xs, xs) * dot(ys, ys))
  if (size === 0) return undefined
  return Math.max(-1, Math.min(1, dot(xs, ys) / size))
}

/** What of centred values a straight line over the centred `line` does not explain. */
export function withoutLine(values: readonly number[], line: readonly number[]): number[] {
  const length = dot(line, line)
  const slope = length === 0 ? 0 : dot(values, line) / length
  const rest = values.map((value, index) => value - slope * (line[index] ?? 0))
  return isRounding(rest, values) ? values.map(() => 0) : rest
}

function isRounding(rest: readonly number[], values: readonly number[]): boolean {
  return dot(rest, rest) <= rounding ** 2 * dot(values, values)
}

/** A plain loop: it runs over every lap of a race for each variable. */
function dot(xs: readonly number[], ys: readonly number[]): number {
  let sum = 0
  for (let index = 0; index < xs.length; index++) sum += (xs[index] ?? 0) * (ys[index] ?? 0)
  return sum
}
