import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useEffect } from 'react'

type InSight = {
  readonly count: number
  readonly sizePx: number
  readonly frame: RefObject<HTMLElement | null>
  readonly isHorizontal?: boolean
  readonly overscan: number
}

/** How many of them stay in sight beside one that is revealed. */
const neighbours = 2

/** Which of many items of one size lie in sight of a scrolling frame, and what room the others take. */
export function useInSight({ count, sizePx, frame, isHorizontal = false, overscan }: InSight) {
  // Its functions are only called here, so that nothing keeps a stale one.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count,
    horizontal: isHorizontal,
    getScrollElement: () => frame.current,
    estimateSize: () => sizePx,
    overscan,
    scrollPaddingStart: neighbours * sizePx,
    scrollPaddingEnd: neighbours * sizePx,
  })
  useEffect(() => virtual.measure(), [virtual, sizePx])
  // All are of one size: where they lie need not wait for the library to have measured anew.
  const items = virtual.getVirtualItems().map(({ index }) => ({ index, startPx: index * sizePx }))
  const beforePx = items[0]?.startPx ?? 0
  return {
    items,
    beforePx,
    afterPx: Math.max(0, (count - items.length) * sizePx - beforePx),
    /** Brings an item into sight where it is not. */
    reveal: useCallback(
      (index: number) => virtual.scrollToIndex(index, { align: 'auto' }),
      [virtual],
    ),
  }
}
