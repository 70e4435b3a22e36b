import Box from '@mui/material/Box'
import type { KeyboardEvent, ReactNode } from 'react'

type MapTargetProps = {
  /** The numbers, for those who do not see the map. */
  readonly label: string
  readonly isChosen: boolean
  readonly onChoose: () => void
  readonly onPoint: (isPointed: boolean) => void
  readonly children: ReactNode
}

/** A part of the map that answers to mouse, finger and keyboard. */
export function MapTarget({ label, isChosen, onChoose, onPoint, children }: MapTargetProps) {
  const chooseByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onChoose()
  }
  return (
    <Box
      component="g"
      role="button"
      tabIndex={0}
      aria-label={label}
      aria-pressed={isChosen}
      onClick={onChoose}
      onKeyDown={chooseByKey}
      onPointerEnter={() => onPoint(true)}
      onPointerLeave={() => onPoint(false)}
      onFocus={() => onPoint(true)}
      onBlur={() => onPoint(false)}
      // The part itself shows where the focus is: a box around a bend would frame half of the map.
      sx={{ cursor: 'pointer', outline: 'none', '&:focus-visible': { outline: 'none' } }}
    >
      {children}
    </Box>
  )
}
