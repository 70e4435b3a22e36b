import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Link from '@mui/material/Link'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { grouped } from '#core/domain/fact-text.ts'
import { addressOf } from '../addresses.ts'
import { Problem } from '../shell/problem.tsx'
import { answersQuery, exportAddress, progressQuery } from './coach-requests.ts'
import { QueueFilters } from './queue-filters.tsx'
import { useQueueFilter } from './queue-filter.ts'
import { QueueItem } from './queue-item.tsx'
import { useKeys } from './use-keys.ts'
import { useTakeNext } from './use-take-next.ts'

/** What waits, oldest first, by whatever a coach looks for; how far it is done; the way to the next one. */
export function QueueList({ chosen }: { readonly chosen: string | undefined }) {
  const { filter, search, change } = useQueueFilter()
  const answers = useInfiniteQuery(answersQuery(filter))
  const navigate = useNavigate()
  const next = useTakeNext(filter, search)
  const items = answers.data?.pages.flatMap((page) => page.answers) ?? []
  const go = (by: 1 | -1) => {
    const at = items.findIndex(({ answerId }) => answerId === chosen)
    const to = items[at === -1 ? 0 : at + by]
    if (to !== undefined) void navigate(addressOf.coachAnswer(to.answerId) + search)
  }
  useKeys({ j: () => go(1), k: () => go(-1), n: () => next.take() })
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column' }}>
      <Box sx={{ p: 3, display: 'flex', flexDirection: 'column', gap: 3 }}>
        <Typography variant="h2" component="h1" sx={{ fontSize: '1.0625rem' }}>
          Queue
        </Typography>
        <QueueProgress />
        <Button
          variant="contained"
          disableElevation
          loading={next.isTaking}
          onClick={next.take}
          sx={{ minHeight: 44 }}
        >
          Take the next one
        </Button>
        {next.word === undefined ? null : (
          <Alert severity="info" variant="outlined" role="status">
            {next.word}
          </Alert>
        )}
        <QueueFilters filter={filter} onChange={change} />
        <Typography variant="body2">
          Export:{' '}
          <Link href={exportAddress(filter, 'csv')} underline="always">
            CSV
          </Link>{' '}
          ·{' '}
          <Link href={exportAddress(filter, 'jsonl')} underline="always">
            JSONL
          </Link>
        </Typography>
      </Box>
      {answers.error === null ? null : (
        <Box sx={{ px: 3 }}>
          <Problem error={answers.error} onRetry={() => void answers.refetch()} />
        </Box>
      )}
      {answers.isPending ? <Skeleton variant="rounded" height={240} sx={{ m: 3 }} /> : null}
      {answers.isSuccess && items.length === 0 ? (
        <Typography sx={{ p: 3 }} color="textSecondary">
          No answer is like this. Answers come here when drivers flag them, when a sentence was
          withheld, when something was not in the data, and some by chance.
        </Typography>
      ) : null}
      <Box component="ul" aria-label="Answers" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {items.map((item) => (
          <QueueItem
            key={item.answerId}
            item={item}
            isChosen={item.answerId === chosen}
            to={addressOf.coachAnswer(item.answerId) + search}
          />
        ))}
      </Box>
      {answers.hasNextPage ? (
        <Button
          sx={{ m: 3, minHeight: 44 }}
          loading={answers.isFetchingNextPage}
          onClick={() => void answers.fetchNextPage()}
        >
          More
        </Button>
      ) : null}
    </Box>
  )
}

function QueueProgress() {
  const { data } = useQuery(progressQuery())
  if (data === undefined) return <Skeleton variant="text" height={36} />
  const { queued, judged, judgedByMe, open, secondOpinion } = data
  const share = queued === 0 ? 0 : (100 * judged) / queued
  return (
    <Box>
      <LinearProgress variant="determinate" value={share} aria-label="Judged of the queue" />
      <Typography variant="caption" color="textSecondary">
        {grouped(judged)} of {grouped(queued)} judged, {grouped(judgedByMe)} by you; {grouped(open)}{' '}
        waiting
        {secondOpinion === 0 ? '' : `, ${grouped(secondOpinion)} for a second coach`}
      </Typography>
    </Box>
  )
}
