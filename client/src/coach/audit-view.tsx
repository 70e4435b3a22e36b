import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Skeleton from '@mui/material/Skeleton'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link as RouterLink } from 'react-router'
import type { AuditEntry } from '#core/protocol/review/insight-answers.ts'
import { addressOf } from '../addresses.ts'
import { Problem } from '../shell/problem.tsx'
import { useTitle } from '../shell/use-title.ts'
import { auditQuery } from './coach-requests.ts'
import { whenText } from './coach-words.ts'

const words: Readonly<Record<AuditEntry['action'], string>> = {
  'signed-in': 'signed in',
  'signed-out': 'signed out',
  'sign-in-refused': 'a sign-in was refused',
  listed: 'listed answers',
  claimed: 'took an answer',
  read: 'read',
  judged: 'judged',
  undone: 'undid a judgment',
  exported: 'exported',
  deleted: 'deleted a conversation',
  'looked-at-audit': 'looked at this log',
}

/** What coaches read, judged, exported and deleted, newest first; never what was in it. */
export function AuditView() {
  useTitle('Log')
  const audit = useInfiniteQuery(auditQuery())
  const entries = audit.data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <Box sx={{ p: { xs: 3, md: 5 } }}>
      <Typography variant="h1">Log</Typography>
      <Typography color="textSecondary">
        What coaches read, judged, exported and deleted.
      </Typography>
      {audit.error === null ? null : (
        <Problem error={audit.error} onRetry={() => void audit.refetch()} />
      )}
      {audit.isPending ? <Skeleton variant="rounded" height={320} /> : null}
      <Box sx={{ overflowX: 'auto', mt: 4 }} tabIndex={0} role="region" aria-label="Log">
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>When</TableCell>
              <TableCell>Who</TableCell>
              <TableCell>What</TableCell>
              <TableCell>Of</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {entries.map((entry, place) => (
              // Two entries may be the same in all they hold.
              // oxlint-disable-next-line react/no-array-index-key
              <TableRow key={place}>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>{whenText(entry.at)}</TableCell>
                <TableCell>{entry.coach ?? 'nobody signed in'}</TableCell>
                <TableCell>{words[entry.action]}</TableCell>
                <TableCell>
                  <About entry={entry} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
      {audit.hasNextPage ? (
        <Button
          loading={audit.isFetchingNextPage}
          onClick={() => void audit.fetchNextPage()}
          sx={{ minHeight: 44 }}
        >
          More
        </Button>
      ) : null}
    </Box>
  )
}

function About({ entry: { answerId, conversationId, count } }: { readonly entry: AuditEntry }) {
  if (answerId !== null)
    return (
      <Link component={RouterLink} to={addressOf.coachAnswer(answerId)}>
        answer {answerId.slice(0, 8)}
      </Link>
    )
  if (conversationId !== null) return `conversation ${conversationId.slice(0, 8)}`
  return count === null ? '' : `${count} answers`
}
