import type { PartId } from './map-part.ts'

/** What is chosen, lit from elsewhere or pointed at: each may be none. */
export type Marked = readonly (PartId | undefined)[]

/** Whether a part is one of them, lies within one, or is sections taken together that hold one. */
export function isMarked(id: PartId, marked: Marked): boolean {
  return marked.some(
    (one) => one !== undefined && (id === one || isHalfOf(id, one) || isJoinedWith(id, one)),
  )
}

function isHalfOf(id: PartId, section: PartId): boolean {
  return id.length === 3 && id.startsWith(section)
}

function isJoinedWith(id: PartId, one: PartId): boolean {
  return id.length === 4 && id.includes(one.slice(0, 2))
}
