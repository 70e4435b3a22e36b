import type { Amount } from './amounts.ts'
import type { Direction } from './direction-phrases.ts'

/** A place in the draft. */
export type Span = { readonly start: number; readonly end: number }

/** A car, lap, section, race or track by its id, and where its number stands: "22" of "car 22". */
export type Named = Span & { readonly id: string }

export const dimensions = ['car', 'lap', 'section', 'race', 'track'] as const
export type Dimension = (typeof dimensions)[number]

export type EntityItem = Span & {
  readonly type: Dimension
  readonly named: readonly Named[]
  /** "you", "your": not a number that must be cited. */
  readonly isImplied?: boolean
  /** "laps 5 to 9". */
  readonly isRange?: boolean
  /** "your": whose, not whom. */
  readonly isPossessive?: boolean
}
export type AmountItem = Span & { readonly type: 'amount'; readonly amount: Amount }
export type CiteItem = Span & { readonly type: 'cite'; readonly label: string }
type NameItem = Span & { readonly type: 'name'; readonly tags: readonly string[] }
export type DirectionItem = Span & { readonly type: 'direction'; readonly direction: Direction }
export type CornerItem = Span & { readonly type: 'corner'; readonly corners: readonly string[] }
/** What is said of a date, to be found in an ISO date: '2025', '-09-06', '2025-09-06'. */
export type DateItem = Span & { readonly type: 'date'; readonly date: string }

/** A draft as it is read: what it names and says, in order. */
export type Item =
  | EntityItem
  | AmountItem
  | CiteItem
  | NameItem
  | DirectionItem
  | CornerItem
  | DateItem
  | (Span & { readonly type: 'break'; readonly text: string })
  | (Span & { readonly type: 'word'; readonly text: string })

export function isEntity(item: Item): item is EntityItem {
  return dimensions.some((dimension) => dimension === item.type)
}
