import type { Item } from './items.ts'

/** "After lap 1", "you ended lap 1". */
export function saysAtItsEnd(items: readonly Item[]): boolean {
  return items.some(
    (item) =>
      item.type === 'word' &&
      /^(?:after|ended|ending|completed|at the end|the end of)$/.test(item.text),
  )
}
