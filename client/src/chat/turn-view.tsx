import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { memo, useId, useRef } from 'react'
import { AnswerView } from './answer-view.tsx'
import { isWaiting } from './conversation-state.ts'
import { RefusalNote } from './refusal-note.tsx'
import type { TurnViewProps } from './turn-view-props.ts'
import { useIsNear } from './use-is-near.ts'

/** A question and its answer; of one that is far out of sight the question alone, in the room of both. */
export const TurnView = memo(function TurnView(props: TurnViewProps) {
  const { turn, isLast } = props
  const article = useRef<HTMLElement>(null)
  const questionId = useId()
  const { isNear, height } = useIsNear(article, isLast)
  return (
    <Box
      ref={article}
      component="article"
      aria-labelledby={questionId}
      sx={{ pt: 4, pb: 2, boxSizing: 'border-box' }}
      style={{ minHeight: isLast ? '100cqh' : isNear ? undefined : height }}
    >
      <Question id={questionId} words={turn.asked?.text} />
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

type QuestionProps = { readonly id: string; readonly words: string | undefined }

function Question({ id, words }: QuestionProps) {
  return (
    <Typography
      id={id}
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
