import { useEffect, useRef } from 'react'
import * as z from 'zod'

const ChatEntry = z.object({ isChat: z.literal(true) })

/** On a phone, back leaves what covers the screen, and not the view under it. */
export function useBackCloses(isCovering: boolean, close: () => void): void {
  const closing = useRef(close)
  useEffect(() => {
    closing.current = close
  })
  useEffect(() => {
    if (!isCovering) return
    const back = () => closing.current()
    history.pushState({ ...history.state, isChat: true }, '')
    window.addEventListener('popstate', back)
    return () => {
      window.removeEventListener('popstate', back)
      // Closed by a button: the entry goes too. A view opened meanwhile has an entry of its own, and stays.
      if (ChatEntry.safeParse(history.state).success) history.back()
    }
  }, [isCovering])
}
