import { startTransition, useEffect, useState } from 'react'

/** Whether the scripts have taken over: not while the service draws, nor before the first view stands. */
export function useIsAlive(): boolean {
  const [isAlive, setIsAlive] = useState(false)
  useEffect(() => startTransition(() => setIsAlive(true)), [])
  return isAlive
}
