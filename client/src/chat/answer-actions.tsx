import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { FeedbackVerdict } from './conversation-state.ts'
import { FeedbackForm } from './feedback-form.tsx'
import type { Answer } from './turn.ts'
import type { TurnViewProps } from './turn-view-props.ts'
import { linesOf } from './written-answer.ts'

const verdictWords = { helpful: 'Helpful', unclear: 'Unclear', wrong: 'Wrong' } as const
const verdictsInOrder = ['helpful', 'unclear', 'wrong'] as const

/** What can be done with an answer: copied, asked again, judged. */
export function AnswerActions(props: TurnViewProps & { readonly answer: Answer }) {
  const { turn, answer, isBusy, isConnected, verdict, onAskAgain, onFeedback } = props
  const [reasonFor, setReasonFor] = useState<Exclude<FeedbackVerdict, 'helpful'>>()
  const judge = (chosen: FeedbackVerdict) => {
    if (chosen === 'helpful') onFeedback(answer.answerId, chosen)
    setReasonFor(chosen === 'helpful' ? undefined : chosen)
  }
  return (
    <Box sx={{ mt: 1, ml: -2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', color: 'text.secondary' }}>
        <CopyButton answer={answer} />
        {turn.asked === undefined ? null : (
          <Button color="inherit" sx={small} disabled={isBusy} onClick={() => onAskAgain(turn)}>
            Ask again
          </Button>
        )}
        <Box role="group" aria-label="This answer was" sx={{ display: 'flex', ml: 'auto' }}>
          {verdictsInOrder.map((one) => (
            <Button
              key={one}
              sx={[
                small,
                one === verdict && { color: 'primary.main', fontWeight: 'fontWeightBold' },
              ]}
              color="inherit"
              aria-pressed={one === verdict}
              disabled={!isConnected}
              onClick={() => judge(one)}
            >
              {one === verdict ? '✓ ' : ''}
              {verdictWords[one]}
            </Button>
          ))}
        </Box>
      </Box>
      {reasonFor === undefined ? null : (
        <FeedbackForm
          verdict={reasonFor}
          onCancel={() => setReasonFor(undefined)}
          onGive={(note) => {
            if (onFeedback(answer.answerId, reasonFor, note)) setReasonFor(undefined)
          }}
        />
      )}
    </Box>
  )
}

const small = { minHeight: { xs: 48, md: 44 }, minWidth: 44, px: 2, fontSize: '0.75rem' } as const

function CopyButton({ answer }: { readonly answer: Answer }) {
  const [result, setResult] = useState<'copied' | 'failed'>()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(linesOf(answer).join('\n'))
      setResult('copied')
    } catch {
      // Only pages with TLS may write to the clipboard.
      setResult('failed')
    }
    setTimeout(() => setResult(undefined), 2500)
  }
  return (
    <Button color="inherit" sx={small} onClick={() => void copy()}>
      <span aria-live="polite">
        {result === undefined ? 'Copy' : result === 'copied' ? 'Copied' : 'Not allowed here'}
      </span>
    </Button>
  )
}
