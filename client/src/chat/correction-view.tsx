import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { Fact } from '#core/domain/fact.ts'
import { FactLink } from '../facts/fact-link.tsx'
import type { Answer } from './turn.ts'
import { correctedBy } from './written-answer.ts'

type CorrectionViewProps = {
  readonly correction: Answer['corrections'][number]
  readonly facts: ReadonlyMap<string, Fact>
}

/** What a coach says in place of words that were wrong, by name and date. */
export function CorrectionView({ correction, facts }: CorrectionViewProps) {
  const placed = correction.parts.map((part, place) => ({ ...part, place }))
  const hasOwnWords = placed.some(({ isOwnWords }) => isOwnWords)
  return (
    <Box
      component="ins"
      sx={{
        display: 'block',
        textDecoration: 'none',
        my: 2,
        pl: 2.5,
        borderLeft: '3px solid',
        borderColor: 'ownBest.main',
      }}
    >
      <Typography
        variant="caption"
        component="p"
        sx={{ fontWeight: 'fontWeightBold', color: 'ownBest.main' }}
      >
        {correctedBy(correction)}
      </Typography>
      <Typography sx={{ py: 0.75, overflowWrap: 'anywhere' }}>
        {placed.map(({ place, text, factId, isOwnWords }) => (
          <Box key={place} component="span" sx={isOwnWords ? { fontStyle: 'italic' } : null}>
            {factId === undefined ? (
              text
            ) : (
              <FactLink factId={factId} text={text} fact={facts.get(factId)} />
            )}
          </Box>
        ))}
      </Typography>
      {hasOwnWords ? (
        <Typography variant="caption" component="p" color="textSecondary">
          In italics: the coach’s own words, not from the timing.
        </Typography>
      ) : null}
    </Box>
  )
}
