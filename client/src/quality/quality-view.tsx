import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import type { QualityRun } from '#core/protocol/rest/quality-answer.ts'
import { qualityQuery } from '../api/quality-query.ts'
import { Card } from '../shell/card.tsx'
import { Problem } from '../shell/problem.tsx'
import { useTitle } from '../shell/use-title.ts'
import { ViewSkeleton } from '../shell/view-skeleton.tsx'
import { FailingCases } from './failing-cases.tsx'
import { QualityGoals } from './quality-goals.tsx'
import { QualityRates } from './quality-rates.tsx'
import { WhatTheDataTells } from './what-the-data-tells.tsx'

/** How good the chat is, as measured, its failures included; and what the data can and cannot tell. */
export function QualityView() {
  const quality = useQuery(qualityQuery())
  useTitle('Quality')
  if (quality.error !== null)
    return <Problem error={quality.error} onRetry={() => void quality.refetch()} isView />
  if (quality.data === undefined) return <ViewSkeleton />
  const { run } = quality.data
  return (
    <Stack spacing={4}>
      <Box>
        <Typography variant="h1">Quality</Typography>
        <Typography color="textSecondary">
          {run === null ? 'The chat has not been evaluated here yet.' : aboutRun(run)}
        </Typography>
      </Box>
      {run === null ? (
        <Card title="No evaluation yet">
          <Typography variant="body2">
            <code>npm run eval</code> asks the chat several hundred questions, checks every number
            of every answer, and leaves its report here.
          </Typography>
        </Card>
      ) : (
        <>
          <QualityRates run={run} />
          <QualityGoals goals={run.goals} />
          <FailingCases failures={run.failures} />
        </>
      )}
      <WhatTheDataTells />
    </Stack>
  )
}

function aboutRun(run: QualityRun): string {
  const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })
  const writer = run.model ?? 'composed without a model'
  return `${run.questions.toLocaleString('en-GB')} questions in ${run.conversations.toLocaleString('en-GB')} conversations, on ${run.seasons.join(' and ')}; ${writer}; ${when.format(new Date(run.at))}`
}
