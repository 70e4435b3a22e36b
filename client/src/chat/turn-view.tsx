import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { memo, useRef } from 'react'
import { AnswerView } from './answer-view.tsx'
import type { FeedbackVerdict, Welcome } from './conversation-state.ts'
import { isWaiting } from './conversation-state.ts'
import type { TurnDeeds } from './conversation-view.tsx'
import { RefusalNote } from './refusal-note.tsx'
import type { RaceNames } from './scope-words.ts'
import type { Turn } from './turn.ts'
import { useIsNear } from './use-is-near.ts'

export type TurnViewProps = TurnDeeds & {
  readonly turn: Turn
  readonly isLast: boolean
  /** A question is under way: there is one at a time. */
  readonly isBusy: boolean
  readonly isConnected: boolean
  readonly model: Welcome['model']
  readonly verdict: FeedbackVerdict | undefined
  readonly raceName: RaceNames
}

/** A question and its answer; of one that is far out of sight the question alone, in the room of both. */
export const TurnView = memo(function TurnView(props: TurnViewProps) {
  const { turn, isLast } = props
  const article = useRef<HTMLElement>(null)
  const { isNear, height } = useIsNear(article, isLast)
  return (
    <Box
      ref={article}
      component="article"
      sx={{ pt: 4, pb: 2, boxSizing: 'border-box' }}
      style={{ minHeight: isLast ? '100cqh' : isNear ? undefined : height }}
    >
      <Question words={turn.asked?.text} />
      {isNear ? <TurnBody {...props} /> : null}
    </Box>
  )
})

function TurnBody(props: TurnViewProps) {
  const { turn, isBusy, isConnected, onAskAgain } = props
  const { asked, answer, refusal } = turn
  return (
    <>
      {answer === undefined ? null : <AnswerView {...props} answer={answer} />}
      {isWaiting(turn) ? (
        <Typography variant="caption" component="p" color="textSecondary" sx={{ mt: 3 }}>
          {isConnected ? 'Sent' : 'Waits for the connection'}
        </Typography>
      ) : null}
      {refusal === undefined ? null : (
        <RefusalNote
          refusal={refusal}
          isBusy={isBusy}
          onAskAgain={asked && (() => onAskAgain(turn))}
        />
      )}
    </>
  )
}

function Question({ words }: { readonly words: string | undefined }) {
  return (
    <Typography
      component="h3"
      variant="body1"
      color={words === undefined ? 'textSecondary' : 'textPrimary'}
      sx={{
        ml: 'auto',
        width: 'fit-content',
        maxWidth: '85%',
        px: 3,
        py: 2,
        borderRadius: '10px',
        bgcolor: 'action.hover',
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
      }}
    >
      {words ?? 'A question asked in another browser'}
    </Typography>
  )
}
