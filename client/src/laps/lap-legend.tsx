import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import { LapMark } from './lap-mark.tsx'

const green = { isClean: true, isPersonalBest: false, isFieldBest: false }
const kinds = [
  { lap: green, words: 'green' },
  { lap: { ...green, isPersonalBest: true }, words: 'best' },
  { lap: { ...green, isFieldBest: true }, words: 'field best' },
  { lap: { ...green, isClean: false }, words: 'not counted' },
]

export function LapLegend({ hasFieldBest }: { readonly hasFieldBest: boolean }) {
  const shown = kinds.filter(({ lap }) => hasFieldBest || !lap.isFieldBest)
  return (
    <Stack
      direction="row"
      role="list"
      aria-label="What the marks mean"
      sx={{ gap: '4px 16px', flexWrap: 'wrap', typography: 'caption', color: 'text.secondary' }}
    >
      {shown.map(({ lap, words }) => (
        <Box
          component="span"
          role="listitem"
          key={words}
          sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}
        >
          <svg width={20} height={20} aria-hidden>
            <LapMark lap={lap} x={10} y={10} />
          </svg>
          {words}
        </Box>
      ))}
      <span role="listitem">band: middle half · dashes: median</span>
      <span role="listitem">
        <Box component="span" aria-hidden sx={{ color: 'gain.main' }}>
          ▲
        </Box>{' '}
        place won{' '}
        <Box component="span" aria-hidden sx={{ color: 'loss.main' }}>
          ▼
        </Box>{' '}
        lost · ahead: s to the car ahead
      </span>
    </Stack>
  )
}
