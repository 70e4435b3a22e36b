import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link as RouterLink } from 'react-router'
import type { ReviewedCase } from '#core/protocol/review/insight-answers.ts'
import { addressOf } from '../addresses.ts'
import { Card } from '../shell/card.tsx'
import { Problem } from '../shell/problem.tsx'
import { casesQuery } from './coach-requests.ts'
import { verdictWords } from './coach-words.ts'

const stateWords: Readonly<Record<ReviewedCase['state'], string>> = {
  'cannot-run': 'cannot be tried by a program',
  untried: 'not tried yet',
  failing: 'still fails',
  fixed: 'fixed',
  holds: 'holds',
}

/** Judged answers as cases of the evaluation: which still fail, and in which version others were fixed. */
export function CasesCard() {
  const cases = useInfiniteQuery(casesQuery())
  const all = cases.data?.pages.flatMap((page) => page.cases) ?? []
  return (
    <Card
      title="Cases from judgments"
      note="npm run eval asks them again, and leaves the result here"
    >
      {cases.error === null ? null : (
        <Problem error={cases.error} onRetry={() => void cases.refetch()} />
      )}
      {cases.isPending ? <Skeleton variant="rounded" height={200} /> : null}
      {cases.isSuccess && all.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          Nothing has been judged yet.
        </Typography>
      ) : null}
      {all.map((one) => (
        <Case key={`${one.answerId} ${one.coach}`} one={one} />
      ))}
      {cases.hasNextPage ? (
        <Button
          loading={cases.isFetchingNextPage}
          onClick={() => void cases.fetchNextPage()}
          sx={{ minHeight: 44 }}
        >
          More
        </Button>
      ) : null}
    </Card>
  )
}

function Case({ one }: { readonly one: ReviewedCase }) {
  const { answerId, questions, verdict, coach, state, fixedIn, expected } = one
  const isBad = state === 'failing'
  return (
    <Box component="article" sx={{ py: 2, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Link component={RouterLink} to={addressOf.coachAnswer(answerId)}>
        {questions.at(-1)}
      </Link>
      <Typography variant="body2" sx={{ color: isBad ? 'loss.main' : undefined }}>
        {verdictWords[verdict]}, says {coach}; {stateWords[state]}
        {fixedIn === null ? '' : ` in ${fixedIn}`}
      </Typography>
      {expected.length === 0 ? null : (
        <Typography variant="caption" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
          Expected: {expected.join('; ')}
        </Typography>
      )}
    </Box>
  )
}
