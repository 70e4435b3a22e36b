import Box from '@mui/material/Box'
import { signedGap } from '../numbers/signed-gap.ts'

/** A gap in the colour of what it says; its sign says the same. */
export function SignedCell({ gapMs }: { readonly gapMs: number | undefined }) {
  if (gapMs === undefined) return <Missing />
  const isEven = Math.floor(Math.abs(gapMs) + 0.5) === 0
  const color = isEven ? 'text.primary' : gapMs > 0 ? 'loss.main' : 'gain.main'
  return (
    <Box component="span" sx={{ color, fontWeight: 'fontWeightMedium' }}>
      {signedGap(gapMs)}
    </Box>
  )
}

/** Not measured, or too few laps: never a zero. */
export function Missing() {
  return (
    <Box component="span" aria-label="not known" sx={{ color: 'text.secondary' }}>
      –
    </Box>
  )
}
