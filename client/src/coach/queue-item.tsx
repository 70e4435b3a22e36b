import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { Link as RouterLink } from 'react-router'
import type { ReviewItem } from '#core/protocol/review/queue-answers.ts'
import { reasonWords, stateWords, verdictWords, whenText } from './coach-words.ts'

type QueueItemProps = {
  readonly item: ReviewItem
  readonly isChosen: boolean
  readonly to: string
}

/** An answer in the list: the question, why it is here, who has it. */
export function QueueItem({ item, isChosen, to }: QueueItemProps) {
  const held = item.claim !== null && !item.claim.isMine ? `${item.claim.coach} has it` : undefined
  const about = [
    whenText(item.askedAt),
    ...(item.cars.length === 0 ? [] : [`car ${item.cars.join(', ')}`]),
    ...item.raceIds,
  ]
  const state = item.verdict === null ? stateWords[item.state] : verdictWords[item.verdict]
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider' }}>
      <Link
        component={RouterLink}
        to={to}
        color="inherit"
        underline="none"
        {...(isChosen && { 'aria-current': 'true' as const })}
        sx={{
          display: 'block',
          px: 3,
          py: 2,
          borderLeft: 3,
          borderLeftColor: isChosen ? 'primary.main' : 'transparent',
          bgcolor: isChosen ? 'action.hover' : undefined,
          '&:hover': { bgcolor: 'action.hover' },
        }}
      >
        <Typography component="span" sx={{ display: 'block', overflowWrap: 'anywhere' }}>
          {item.question}
        </Typography>
        <Typography
          variant="caption"
          component="span"
          color="textSecondary"
          sx={{ display: 'block' }}
        >
          {about.join(' · ')}
        </Typography>
        <Typography
          variant="caption"
          component="span"
          sx={{ display: 'block', color: 'caution.main' }}
        >
          {item.reasons.map((reason) => reasonWords[reason]).join(' · ')}
        </Typography>
        <Typography
          variant="caption"
          component="span"
          color="textSecondary"
          sx={{ display: 'block' }}
        >
          {[state, held].filter((text) => text !== undefined).join(' · ')}
        </Typography>
      </Link>
    </Box>
  )
}
