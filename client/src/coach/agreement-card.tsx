import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import type { AgreementAnswer } from '#core/protocol/review/insight-answers.ts'
import { Card } from '../shell/card.tsx'
import { Figure } from '../shell/figure.tsx'
import { Problem } from '../shell/problem.tsx'
import { agreementQuery } from './coach-requests.ts'
import { verdictWords } from './coach-words.ts'

/** How far two coaches agree who judged the same answers without knowing of each other. */
export function AgreementCard() {
  const agreement = useQuery(agreementQuery())
  return (
    <Card
      title="Agreement between coaches"
      note="Cohen’s kappa: 1 is always, 0 as often as chance would have it"
    >
      {agreement.error === null ? null : (
        <Problem error={agreement.error} onRetry={() => void agreement.refetch()} />
      )}
      {agreement.data === undefined ? (
        <Skeleton variant="rounded" height={200} />
      ) : (
        <Agreement agreement={agreement.data} />
      )}
    </Card>
  )
}

function Agreement({ agreement }: { readonly agreement: AgreementAnswer }) {
  const { n, agreed, kappa, verdicts, counts, pairs } = agreement
  if (n === 0)
    return (
      <Typography variant="body2" color="textSecondary">
        No answer has been judged by two coaches yet. A share of the queue is given to two.
      </Typography>
    )
  return (
    <Box>
      <Figure
        label="Kappa"
        value={kappa === null ? 'cannot be computed' : kappa.toFixed(2)}
        note={`${agreed} of ${n} judged the same`}
      />
      <Box sx={{ overflowX: 'auto', mt: 3 }} tabIndex={0} role="region" aria-label="Both judgments">
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>First ↓ second →</TableCell>
              {verdicts.map((verdict) => (
                <TableCell key={verdict} align="right">
                  {verdictWords[verdict]}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {verdicts.map((verdict, row) => (
              <TableRow key={verdict}>
                <TableCell component="th" scope="row">
                  {verdictWords[verdict]}
                </TableCell>
                {verdicts.map((other, column) => (
                  <TableCell key={other} align="right">
                    {counts[row]?.[column] ?? 0}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
      {pairs.map(({ coaches, n: both, agreed: same, kappa: own }) => (
        <Typography key={coaches.join()} variant="body2" sx={{ mt: 1 }}>
          {coaches.join(' and ')}:{' '}
          {own === null ? 'kappa cannot be computed' : `kappa ${own.toFixed(2)}`}, {same} of {both}{' '}
          the same
        </Typography>
      ))}
    </Box>
  )
}
