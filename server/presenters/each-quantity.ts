import type { PerQuantity, PerSection } from '#core/domain/quantity.ts'
import type { EachQuantity } from '#core/protocol/rest/field-answer.ts'

type Nullable = PerQuantity<number | null>

/** Every section with its value, null where there is none. */
export function eachSectionOf<T>(values: PerSection<T | null>) {
  const { s1 = null, s2 = null, s3 = null } = values
  return { s1, s2, s3 }
}

export function eachSubSectionOf(values: Nullable) {
  const { s1a = null, s1b = null, s2a = null, s2b = null, s3a = null, s3b = null } = values
  return { s1a, s1b, s2a, s2b, s3a, s3b }
}

/** Lap and sections with null where there is no value; sub-sections only where they are timed. */
export function eachQuantityOf(values: Nullable): EachQuantity {
  return { lap: null, s1: null, s2: null, s3: null, ...values }
}
