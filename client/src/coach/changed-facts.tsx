import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ChangedFact } from '#core/protocol/review/reading-answers.ts'

/** Facts of the answer that the season published now says otherwise: old → new. */
export function ChangedFacts({ changed }: { readonly changed: readonly ChangedFact[] }) {
  if (changed.length === 0) return null
  return (
    <Box component="section" aria-label="Changed facts">
      <Typography variant="h2" sx={{ color: 'caution.main' }}>
        Facts have changed since
      </Typography>
      {changed.map(({ factId, label, before, now }) => (
        <Typography key={factId} variant="body2" sx={{ py: 0.5 }}>
          {label}: <s>{before}</s> → {now ?? 'no longer there'}
        </Typography>
      ))}
    </Box>
  )
}
