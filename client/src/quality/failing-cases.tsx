import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { counted } from '#core/domain/wording.ts'
import type { QualityFailure } from '#core/protocol/rest/quality-answer.ts'
import { Card } from '../shell/card.tsx'

type FailingCasesProps = { readonly failures: readonly QualityFailure[] }

/** Every question that was not answered as expected, with the answer and what is wrong with it. */
export function FailingCases({ failures }: FailingCasesProps) {
  return (
    <Card
      title="Failing cases"
      note={
        failures.length === 0
          ? 'Every question of the last run was answered as expected.'
          : `${counted(failures.length, 'answer')} not as expected`
      }
    >
      {failures.map((failure) => (
        <Box
          key={`${failure.season} ${failure.caseId} ${failure.turn}`}
          component="article"
          sx={{ py: 3, '& + &': { borderTop: 1, borderColor: 'divider' } }}
        >
          <Typography variant="h3">“{failure.question}”</Typography>
          <Typography variant="caption" component="p" color="textSecondary">
            {failure.season} · {failure.caseId} · turn {failure.turn} · {failure.outcome}
          </Typography>
          <Typography variant="body2" sx={{ mt: 1 }}>
            {failure.answer}
          </Typography>
          <Typography variant="body2" sx={{ mt: 1, color: 'loss.main' }}>
            {failure.faults.join('; ')}
          </Typography>
        </Box>
      ))}
    </Card>
  )
}
