import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link as RouterLink, useLocation } from 'react-router'
import type { Judgment } from '#core/protocol/review/judgment.ts'
import type { ReadAnswer, ReadingAnswer } from '#core/protocol/review/reading-answers.ts'
import { addressOf } from '../addresses.ts'
import { Problem } from '../shell/problem.tsx'
import { ViewSkeleton } from '../shell/view-skeleton.tsx'
import { ChangedFacts } from './changed-facts.tsx'
import { claim, coachKey, letGo, readingQuery } from './coach-requests.ts'
import { ConversationColumn } from './conversation-column.tsx'
import { FactsShown } from './facts-shown.tsx'
import { HowItWasMade } from './how-it-was-made.tsx'
import { draftOf } from './judging-draft.ts'
import { JudgingPanel } from './judging-panel.tsx'
import { OtherJudgments } from './other-judgments.tsx'

/** One answer: its conversation as the driver saw it, what it was made of, and the judgment. */
export function ReadingPane({ answerId }: { readonly answerId: string }) {
  const reading = useQuery({ ...readingQuery(answerId), refetchOnMount: 'always' })
  const holding = useClaim(answerId)
  const { search } = useLocation()
  if (reading.error !== null)
    return <Problem error={reading.error} onRetry={() => void reading.refetch()} />
  if (reading.data === undefined) return <ViewSkeleton />
  const answer = reading.data.conversation.find((one) => one.answerId === answerId)
  if (answer === undefined) return <ViewSkeleton />
  return (
    <>
      <Box sx={{ display: { xs: 'block', md: 'none' }, p: 3 }}>
        <Link component={RouterLink} to={addressOf.coach() + search}>
          ‹ Queue
        </Link>
      </Box>
      {holding === undefined ? null : (
        <Alert severity="warning" variant="outlined" sx={{ m: 3 }}>
          {holding}
        </Alert>
      )}
      <Read key={answerId} reading={reading.data} answer={answer} isHeld={holding !== undefined} />
    </>
  )
}

type ReadProps = {
  readonly reading: ReadingAnswer
  readonly answer: ReadAnswer
  readonly isHeld: boolean
}

function Read({ reading, answer, isHeld }: ReadProps) {
  const { item, judgments } = reading
  const own = useOwnJudgment(reading)
  const [draft, setDraft] = useState(() => draftOf(own))
  const [fact, setFact] = useState<string | undefined>()
  return (
    <Box
      sx={{
        display: 'grid',
        height: { lg: '100%' },
        gridTemplateColumns: { xs: '1fr', lg: 'minmax(0, 1fr) 420px' },
      }}
    >
      <Box sx={{ p: { xs: 3, md: 5 }, overflowY: { lg: 'auto' }, minWidth: 0 }}>
        <ConversationColumn
          reading={reading}
          wrong={draft.wrong}
          onMark={(wrong) => setDraft((before) => ({ ...before, wrong, isSaved: false }))}
          onFact={setFact}
        />
      </Box>
      <Box
        component="aside"
        aria-label="Judgment and facts"
        sx={{
          p: { xs: 3, md: 5 },
          borderLeft: { lg: 1 },
          borderColor: { lg: 'divider' },
          bgcolor: 'background.paper',
          overflowY: { lg: 'auto' },
          display: 'flex',
          flexDirection: 'column',
          gap: 6,
        }}
      >
        <JudgingPanel item={item} draft={draft} onDraft={setDraft} own={own} isHeld={isHeld} />
        <OtherJudgments
          judgments={judgments.filter(({ coachId }) => coachId !== own?.coachId)}
          hidden={reading.hiddenJudgments}
        />
        <ChangedFacts changed={reading.changedFacts} />
        <FactsShown facts={answer.facts} lit={fact} />
        <HowItWasMade answer={answer} currentGeneration={reading.currentGeneration} />
      </Box>
    </Box>
  )
}

/** The coach's own judgment is the one by the coach who is signed in. */
function useOwnJudgment({ judgments }: ReadingAnswer): Judgment | undefined {
  const queries = useQueryClient()
  const me = queries.getQueryData<{ coach: { coachId: string } }>([coachKey, '/api/coach/me'])
  return judgments.find(({ coachId }) => coachId === me?.coach.coachId)
}

/** Takes the answer while it is open, and lets it go after; says so where another coach has it. */
function useClaim(answerId: string): string | undefined {
  const [held, setHeld] = useState<string | undefined>()
  useEffect(() => {
    let isGone = false
    claim(answerId).catch((error: unknown) => {
      if (!isGone) setHeld(error instanceof Error ? error.message : String(error))
    })
    return () => {
      isGone = true
      // What it was is let go by itself a little later.
      letGo(answerId).catch(() => undefined)
    }
  }, [answerId])
  return held
}
