import { type Refusal, refuse } from './given.ts'
import type { Item } from './items.ts'
import type { Matched } from './numbers-and-names.ts'

const orders = /^(?:the )?(?:furthest off|largest) first$/

/** "The furthest off first: …": the gaps that follow fall. */
export function checkOrderSaid(items: readonly Item[], matched: Matched): Refusal | undefined {
  const at = items.findIndex((item) => item.type === 'word' && orders.test(item.text))
  if (at < 0) return undefined
  const values = items.slice(at).flatMap((item) => {
    const given = matched.get(item)
    return given?.fact.unit === 'ms' ? [sizeOf(given.fact.value, given.subject.operation)] : []
  })
  const isFalling = values.every((value, index) => value <= (values[index - 1] ?? Infinity))
  return values.length > 1 && isFalling ? undefined : refuse('direction', 'the order')
}

/** Of a difference between two cars the size counts, whichever is quicker. */
function sizeOf(value: unknown, operation: string | undefined): number {
  return operation === 'difference' ? Math.abs(Number(value)) : Number(value)
}
