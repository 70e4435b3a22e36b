import Skeleton from '@mui/material/Skeleton'
import { type ReactNode, startTransition, useEffect, useState } from 'react'

type SoonProps = {
  /** About as high as what comes, so that nothing moves. */
  readonly height: number
  readonly children: ReactNode
}

/** What need not be in the first picture is drawn after it, in pieces between which the page answers. */
export function Soon({ height, children }: SoonProps) {
  const [isTime, setIsTime] = useState(false)
  useEffect(() => startTransition(() => setIsTime(true)), [])
  return isTime ? children : <Skeleton variant="rounded" height={height} />
}
