import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

type SideScrollProps = {
  /** What a screen reader calls what is in it. */
  readonly label: string
  readonly children: ReactNode
}

/** What may be wider than the screen: it scrolls by itself, by the keyboard too, and a shade at an edge says that there is more. */
export function SideScroll({ label, children }: SideScrollProps) {
  return (
    <Box role="region" aria-label={label} tabIndex={0} sx={look}>
      {children}
    </Box>
  )
}

const ground = 'var(--kl-palette-background-paper)'
const shade = 'color-mix(in srgb, var(--kl-palette-text-secondary) 22%, transparent)'

/** The covers scroll with what is in it and lie over the shades of the edges that it has reached. */
const look = {
  position: 'relative',
  overflowX: 'auto',
  background: [
    `linear-gradient(90deg, ${ground} 50%, transparent) left / 40px 100% no-repeat local`,
    `linear-gradient(-90deg, ${ground} 50%, transparent) right / 40px 100% no-repeat local`,
    `linear-gradient(90deg, ${shade}, transparent) left / 14px 100% no-repeat scroll`,
    `linear-gradient(-90deg, ${shade}, transparent) right / 14px 100% no-repeat scroll`,
  ].join(', '),
} as const
