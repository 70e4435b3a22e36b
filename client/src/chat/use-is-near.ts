import { type RefObject, useEffect, useState } from 'react'

/** As much above and below the window as a thumb scrolls before the next picture. */
const margin = '800px 0px'
const usualHeight = 240

type Nearness = {
  readonly isNear: boolean
  /** Of the element when it was last drawn whole, to keep its room. */
  readonly height: number
}

/** Whether an element is in sight of what it scrolls in, or soon will be. */
export function useIsNear(element: RefObject<HTMLElement | null>, isAlways: boolean): Nearness {
  const [nearness, setNearness] = useState({ isNear: isAlways, height: usualHeight })
  useEffect(() => {
    const target = element.current
    if (target === null || isAlways) return
    const observer = new IntersectionObserver(
      (entries) => {
        const isNear = entries.at(-1)?.isIntersecting ?? true
        setNearness((before) => {
          if (before.isNear === isNear) return before
          return { isNear, height: isNear ? before.height : target.offsetHeight }
        })
      },
      { root: target.parentElement, rootMargin: margin },
    )
    observer.observe(target)
    return () => observer.disconnect()
  }, [element, isAlways])
  return isAlways ? { ...nearness, isNear: true } : nearness
}
