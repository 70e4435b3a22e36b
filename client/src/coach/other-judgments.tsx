import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { Judgment } from '#core/protocol/review/judgment.ts'
import { verdictWords, whenText } from './coach-words.ts'

type OtherJudgmentsProps = {
  readonly judgments: readonly Judgment[]
  /** Second opinions are given without the first. */
  readonly hidden: number
}

/** What other coaches said of the same answer. */
export function OtherJudgments({ judgments, hidden }: OtherJudgmentsProps) {
  if (judgments.length === 0 && hidden === 0) return null
  return (
    <Box component="section" aria-label="Other judgments">
      <Typography variant="h2">Other coaches</Typography>
      {hidden === 0 ? null : (
        <Typography variant="body2" color="textSecondary">
          Another coach has judged this one. You see it when you have, too.
        </Typography>
      )}
      {judgments.map((judgment) => (
        <Box key={judgment.coachId} sx={{ py: 1 }}>
          <Typography variant="body2">
            {judgment.coach}: {verdictWords[judgment.verdict]} ({whenText(judgment.at)})
          </Typography>
          {judgment.note === null ? null : (
            <Typography variant="body2" color="textSecondary">
              {judgment.note}
            </Typography>
          )}
        </Box>
      ))}
    </Box>
  )
}
