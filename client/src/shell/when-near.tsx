import { type ReactNode, startTransition, useEffect, useRef, useState } from 'react'

type WhenNearProps = {
  /** Takes the room until then, so that nothing moves. */
  readonly placeholder: ReactNode
  readonly children: ReactNode
}

/** What is far below is drawn, and its code loaded, when somebody comes near. */
export function WhenNear({ placeholder, children }: WhenNearProps) {
  const place = useRef<HTMLDivElement>(null)
  const [isNear, setIsNear] = useState(false)
  useEffect(() => {
    if (isNear || place.current === null) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting))
          startTransition(() => setIsNear(true))
      },
      { rootMargin: '600px' },
    )
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [isNear])
  return isNear ? children : <div ref={place}>{placeholder}</div>
}
