import { gammaln } from 'simple-statistics'

/**
 * Two-sided p of a value of Student's t with `df` degrees of freedom (D10): how often a t at least
 * this far from 0 occurs by chance alone.
 */
export function twoSidedP(t: number, df: number): number {
  const square = t * t
  if (square === Infinity) return 0
  return regularisedBeta(df / 2, 1 / 2, df / (df + square), square / (df + square))
}

/**
 * Two-sided p of a Pearson correlation, from t = r √(df / (1 − r²)). With x = 1 − r² this is the
 * beta function itself, so nothing is lost where r is nearly 1 and p is 1e-78.
 */
export function correlationP(r: number, df: number): number {
  return regularisedBeta(df / 2, 1 / 2, (1 - r) * (1 + r), r * r)
}

/** The t that a share `p` of Student's distribution lies below: tQuantile(0.975, 10) is 2.228. */
export function tQuantile(p: number, df: number): number {
  if (p < 0.5) return -tQuantile(1 - p, df)
  const twoTails = 2 * (1 - p)
  if (twoTails === 0) return Infinity
  let low = 0
  let high = 1
  while (twoSidedP(high, df) > twoTails) {
    low = high
    high *= 2
  }
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (twoSidedP(middle, df) > twoTails) low = middle
    else high = middle
  }
  return high
}

/**
 * The regularised incomplete beta function I_x(a, b). `y` is 1 − x, given by the caller who knows
 * it without subtracting. The continued fraction converges fast on one side of the distribution's
 * middle; on the other side the complement is computed.
 */
function regularisedBeta(a: number, b: number, x: number, y: number): number {
  if (x <= 0) return 0
  if (y <= 0) return 1
  const logFront = gammaln(a + b) - gammaln(a) - gammaln(b) + a * Math.log(x) + b * Math.log(y)
  const front = Math.exp(logFront)
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(a, b, x)) / a
    : 1 - (front * betaFraction(b, a, y)) / b
}

const relativeAccuracy = 1e-14
const mostTerms = 10_000
/** Stands for a zero denominator in Lentz's method. */
const tiny = 1e-300

/** The continued fraction of the incomplete beta function, by Lentz's method (Numerical Recipes 6.4). */
function betaFraction(a: number, b: number, x: number): number {
  let c = 1
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m <= mostTerms; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / awayFromZero(1 + even * d)
    c = awayFromZero(1 + even / c)
    value *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / awayFromZero(1 + odd * d)
    c = awayFromZero(1 + odd / c)
    value *= d * c
    if (Math.abs(d * c - 1) < relativeAccuracy) return value
  }
  throw new Error(`The incomplete beta function did not converge for ${a}, ${b}, ${x}.`)
}

function awayFromZero(value: number): number {
  return Math.abs(value) < tiny ? tiny : value
}
