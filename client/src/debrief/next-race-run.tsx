import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { CoachingAnswer } from '#core/protocol/rest/coaching-answer.ts'
import { wordsOf } from './words-of.ts'

/** The card, framed: the one thing to work on; in race 2 how race 1's card ended. */
export function NextRaceRun({ coaching }: { readonly coaching: CoachingAnswer }) {
  const { card, previousCard } = coaching
  const check = previousCard?.check
  return (
    <Box sx={{ borderLeft: 3, borderColor: 'primary.main', pl: 3 }}>
      <Typography variant="h2" sx={{ color: 'primary.main' }}>
        Next race run
      </Typography>
      <Typography variant="body2">
        {card === null ? withoutCard(coaching) : card.sentences.map(wordsOf).join(' ')}
      </Typography>
      {check === null || check === undefined ? null : (
        <Typography variant="body2" color="textSecondary">
          The card of race 1: {check.sentences.map(wordsOf).join(' ')}
        </Typography>
      )}
    </Box>
  )
}

/** What there is to do all the same; else why there is nothing. */
function withoutCard({ actions, hasEnoughLaps }: CoachingAnswer): string {
  if (actions.length > 0) return actions.map(wordsOf).join(' ')
  return hasEnoughLaps
    ? 'No section is off the quick quarter: nothing to chase, something to keep.'
    : 'Too few green laps to say what to work on.'
}
