import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { CoachingAnswer } from '#core/protocol/rest/coaching-answer.ts'
import { coachingQuery } from '../api/car-queries.ts'
import { WithheldMark } from '../chat/withheld-mark.tsx'
import { Told } from '../facts/told.tsx'
import { Problem } from '../shell/problem.tsx'
import { CoachingCards } from './coaching-cards.tsx'
import { insightWriter } from './insight-writer.ts'

type CoachingToggleProps = { readonly raceId: string; readonly car: string }

/** What is written of the car: what the timing shows, what may lie behind it, what to do in the next race run. */
export function CoachingToggle({ raceId, car }: CoachingToggleProps) {
  const { data, error, refetch } = useQuery(coachingQuery(raceId, car))
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton variant="rounded" height={240} />
  return (
    <>
      <Typography variant="caption" component="p" color="textSecondary" sx={{ mb: 3 }}>
        {insightWriter(data)}. Each number opens the fact behind it.
      </Typography>
      <Box sx={columns}>
        <Insight insight={data} />
        <CoachingCards insight={data} />
      </Box>
    </>
  )
}

const columns = {
  display: 'grid',
  gap: 5,
  alignItems: 'start',
  gridTemplateColumns: { xs: '1fr', md: '3fr 2fr' },
} as const

function Insight({ insight }: { readonly insight: CoachingAnswer }) {
  const { observations, hypotheses, actions, withheld } = insight
  return (
    <Stack spacing={4}>
      <Part title="What the timing shows" sentences={observations} />
      <Part title="What may lie behind it" sentences={hypotheses} />
      <Part title="What to do" sentences={actions} />
      {withheld.length === 0 ? null : (
        <WithheldMark reasons={withheld.map(({ reason }) => reason)} />
      )}
    </Stack>
  )
}

type PartProps = { readonly title: ReactNode; readonly sentences: readonly Sentence[] }

function Part({ title, sentences }: PartProps) {
  if (sentences.length === 0) return null
  return (
    <div>
      <Typography variant="h3" sx={{ mb: 1 }}>
        {title}
      </Typography>
      <Told sentences={sentences} />
    </div>
  )
}
