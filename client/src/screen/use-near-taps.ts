import { useEffect } from 'react'
import { nearTarget } from './near-target.ts'

/** Put on what stands in text and can be tapped: a tap near it is one on it. */
export const tappedNear = { 'data-near': '' } as const

/** What answers to a tap itself. */
const answering = 'a, button, input, select, textarea, label, summary, svg, [role="option"]'

/** A thumb that misses a number in a sentence opens it all the same. */
export function useNearTaps(): void {
  useEffect(() => {
    document.addEventListener('click', passOn)
    return () => document.removeEventListener('click', passOn)
  }, [])
}

function passOn(event: MouseEvent): void {
  if (!(event instanceof PointerEvent) || event.pointerType !== 'touch') return
  if (!(event.target instanceof Element) || event.target.closest(answering) !== null) return
  const near = [...document.querySelectorAll<HTMLElement>('[data-near]')].flatMap((target) =>
    [...target.getClientRects()].map((edges) => ({ target, edges })),
  )
  const meant = nearTarget(
    { x: event.clientX, y: event.clientY },
    near.filter(({ target, edges }) => isInSight(target, edges)),
  )
  meant?.click()
}

/** What a dialog covers is not meant. */
function isInSight(target: HTMLElement, { left, right, top, bottom }: DOMRect): boolean {
  const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
  return seen !== null && target.contains(seen)
}
