import Box from '@mui/material/Box'
import { signedGap } from '../numbers/signed-gap.ts'
import { type Piece, scaleOf, strokeOf } from './gap-stroke.ts'
import { PartStroke } from './part-stroke.tsx'

type MapLegendProps = { readonly pieces: readonly Piece[] }

/** What widths and patterns mean, from the gaps that the map shows: only what is on it. */
export function MapLegend({ pieces }: MapLegendProps) {
  const scaleMs = scaleOf(pieces)
  return (
    <Box component="ul" aria-label="What the strokes mean" sx={list}>
      {entriesOf(pieces).map(({ gapMs, word }) => (
        <Box component="li" key={word} sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
          <svg width={30} height={16} aria-hidden>
            <PartStroke d="M2,8L28,8" stroke={strokeOf(gapMs, scaleMs)} />
          </svg>
          {word}
        </Box>
      ))}
      <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
        <svg width={8} height={16} aria-hidden>
          <path d="M4,1L4,15" stroke="var(--kl-palette-text-primary)" strokeWidth={3.5} />
        </svg>
        start and finish
      </Box>
      <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
        <svg width={8} height={16} aria-hidden>
          <path d="M4,1L4,15" stroke="var(--kl-palette-text-primary)" strokeWidth={1.5} />
        </svg>
        timing loop
      </Box>
    </Box>
  )
}

/** The largest gap of each kind, with its figure: it shows the widest stroke of its pattern. */
function entriesOf(pieces: readonly Piece[]) {
  const known = pieces.flatMap(({ gapMs }) => (gapMs === undefined ? [] : [gapMs]))
  const most = Math.max(...known)
  const least = Math.min(...known)
  return [
    ...(known.length > 0 && most > 0
      ? [{ gapMs: most, word: `off, up to ${signedGap(most)}` }]
      : []),
    ...(known.length > 0 && least < 0
      ? [{ gapMs: least, word: `ahead, up to ${signedGap(least)}` }]
      : []),
    ...(pieces.length > known.length ? [{ gapMs: undefined, word: 'no gap known' }] : []),
  ]
}

const list = {
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 3,
  rowGap: 1,
  m: 0,
  p: 0,
  listStyle: 'none',
  typography: 'caption',
  color: 'text.secondary',
} as const
