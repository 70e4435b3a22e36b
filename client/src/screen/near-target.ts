export type Point = { readonly x: number; readonly y: number }
type Edges = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** As large as a thumb, and a glove, needs it. */
const leastPx = 48

/**
 * What a tap is meant for, of things that are smaller than a thumb: each reaches over a square of 48 px around
 * it, and of those that overlap the nearest counts. A number in a sentence is so as large as a button, and no line moves for it.
 */
export function nearTarget<Target>(
  tap: Point,
  targets: readonly { readonly target: Target; readonly edges: Edges }[],
): Target | undefined {
  return targets
    .filter(({ edges }) => {
      const off = offOf(tap, edges)
      return off.x <= reach(edges.right - edges.left) && off.y <= reach(edges.bottom - edges.top)
    })
    .map(({ target, edges }) => ({ target, px: Math.hypot(...Object.values(offOf(tap, edges))) }))
    .toSorted((a, b) => a.px - b.px)[0]?.target
}

function offOf({ x, y }: Point, { left, right, top, bottom }: Edges): Point {
  return { x: Math.max(left - x, x - right, 0), y: Math.max(top - y, y - bottom, 0) }
}

function reach(size: number): number {
  return Math.max(0, (leastPx - size) / 2)
}
