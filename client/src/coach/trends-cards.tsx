import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { formatDate } from '#core/domain/date-text.ts'
import { grouped } from '#core/domain/fact-text.ts'
import { counted } from '#core/domain/wording.ts'
import { intentWords } from '#core/protocol/chat/intent-words.ts'
import type { TrendsAnswer } from '#core/protocol/review/insight-answers.ts'
import { Card } from '../shell/card.tsx'
import { Figure } from '../shell/figure.tsx'
import { Problem } from '../shell/problem.tsx'
import { trendsQuery } from './coach-requests.ts'
import { CountedBars } from './counted-bars.tsx'

const TrendsPlot = lazy(async () => ({ default: (await import('./trends-plot.tsx')).TrendsPlot }))

/** Questions by intent, what is not in the data most often, what was withheld, right-rate and speed over time. */
export function TrendsCards() {
  const trends = useQuery(trendsQuery())
  if (trends.error !== null)
    return <Problem error={trends.error} onRetry={() => void trends.refetch()} />
  if (trends.data === undefined) return <Skeleton variant="rounded" height={320} />
  const { data } = trends
  return (
    <>
      <Card title="Over time" note={aboutTrends(data)}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 8, rowGap: 3, mb: 3 }}>
          <Figure
            label="Questions"
            value={grouped(data.questions)}
            note={`in ${counted(data.days.length, 'day')}`}
          />
          <Figure
            label="Judged right"
            value={data.right.rate === null ? 'none judged' : percent(data.right.rate)}
            note={rateNote(data.right)}
          />
          <Figure
            label="First sentence after"
            value={
              data.firstSentenceMs.p50 === null
                ? 'not measured'
                : `${Math.round(data.firstSentenceMs.p50)} ms`
            }
            note={`median; 95 % within ${Math.round(data.firstSentenceMs.p95 ?? 0)} ms; ${grouped(data.firstSentenceMs.n)} answers`}
          />
        </Box>
        {data.days.length === 0 ? null : (
          <Suspense fallback={<Skeleton variant="rounded" height={240} />}>
            <TrendsPlot days={data.days} />
          </Suspense>
        )}
      </Card>
      <Box
        sx={{
          display: 'grid',
          gap: 4,
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 320px), 1fr))',
        }}
      >
        <CountedBars
          title="Questions, by what was asked"
          items={inWords(data.intents)}
          empty="Nothing was asked yet."
        />
        <CountedBars
          title="Not in the data, by what was asked"
          items={inWords(data.notInData)}
          empty="Everything that was asked is in the data."
        />
        <CountedBars
          title="Withheld, by reason"
          items={data.withheld}
          empty="No sentence was withheld."
        />
      </Box>
    </>
  )
}

function inWords(intents: TrendsAnswer['intents']): TrendsAnswer['intents'] {
  return intents.map(({ name, n }) => ({ name: intentWords(name) ?? name, n }))
}

function aboutTrends({ from, to, isCut }: TrendsAnswer): string {
  return `Answers of ${formatDate(from)} to ${formatDate(to)}${isCut ? '; only the newest are counted' : ''}`
}

function rateNote({ hits, n, low, high }: TrendsAnswer['right']): string {
  const interval = low === null || high === null ? '' : `${percent(low)} to ${percent(high)}; `
  return `${interval}${grouped(hits)} of ${grouped(n)}`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`
}
