/** Two values that should be one, and where they stand. */
export type Difference = {
  readonly at: string
  readonly actual: unknown
  readonly expected: unknown
}

/** How far a number may lie from the one expected at a place. */
export type Tolerance = (at: string, expected: number) => number

/**
 * Where figures differ from a reference's, in tests. The reference may hold more. What is absent in
 * memory is null in JSON, or has no key; lists are of one length.
 */
export function differences(
  actual: unknown,
  expected: unknown,
  tolerance: Tolerance,
  at = '',
): readonly Difference[] {
  if (typeof actual === 'number' && typeof expected === 'number')
    return Math.abs(actual - expected) <= tolerance(at, expected) ? [] : [{ at, actual, expected }]
  if (!isTree(actual) || !isTree(expected) || lengthOf(actual) !== lengthOf(expected))
    return (actual ?? null) === (expected ?? null) ? [] : [{ at, actual, expected }]
  const reference = new Map<string, unknown>(Object.entries(expected))
  return Object.entries(actual).flatMap(([key, value]) =>
    differences(value, reference.get(key), tolerance, `${at}/${key}`),
  )
}

function isTree(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function lengthOf(value: object): number | undefined {
  return Array.isArray(value) ? value.length : undefined
}
