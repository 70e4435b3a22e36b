import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import InputBase from '@mui/material/InputBase'
import Typography from '@mui/material/Typography'
import { type KeyboardEvent, type Ref, useId } from 'react'
import { grouped, sectionName } from '#core/domain/fact-text.ts'
import { longestQuestion } from '#core/protocol/chat/frames.ts'
import type { ScreenContext } from '#core/protocol/chat/scope.ts'
import type { ProposedQuestion } from '../screen/asking.tsx'
import type { Turn } from './turn.ts'
import { touchTarget } from './touch-target.ts'

type QuestionInputProps = {
  readonly ref: Ref<HTMLTextAreaElement>
  readonly draft: ProposedQuestion
  readonly screen: ScreenContext
  /** The question that is under way: until it is answered or stopped, no other can be asked. */
  readonly busy: Turn | undefined
  readonly onChange: (draft: ProposedQuestion) => void
  readonly onSend: () => void
  readonly onStop: (questionId: string) => void
  /** Somebody is about to ask. */
  readonly onUse: () => void
}

/** Enter sends, Shift and Enter begin a new line. */
export function QuestionInput(props: QuestionInputProps) {
  const { ref, draft, screen, busy, onChange, onSend, onStop, onUse } = props
  const noteId = useId()
  const isTooLong = draft.text.trim().length > longestQuestion
  const canSend = busy === undefined && draft.text.trim() !== '' && !isTooLong
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (canSend) onSend()
  }
  return (
    <Box sx={{ px: 4, pt: 3, pb: 'max(16px, env(safe-area-inset-bottom))' }}>
      <About draft={draft} screen={screen} onDrop={() => onChange({ ...draft, context: {} })} />
      <Box sx={frame}>
        <InputBase
          multiline
          maxRows={6}
          value={draft.text}
          inputRef={ref}
          placeholder={placeholderFor(screen)}
          onChange={(event) => onChange({ ...draft, text: event.target.value })}
          onKeyDown={keyDown}
          onFocus={onUse}
          inputProps={{
            'aria-label': 'Question to the coach',
            'aria-describedby': noteId,
            'aria-invalid': isTooLong,
            enterKeyHint: 'send',
          }}
          sx={{ flex: 1, minHeight: 44, py: 2, fontSize: { xs: '1rem', md: '0.875rem' } }}
        />
        {busy === undefined ? (
          <IconButton
            aria-label="Send"
            disabled={!canSend}
            onClick={onSend}
            sx={[touchTarget, { color: 'primary.main' }]}
          >
            ↑
          </IconButton>
        ) : (
          <IconButton
            aria-label="Stop the answer"
            onClick={() => onStop(busy.id)}
            sx={[touchTarget, { color: 'text.primary', fontSize: '0.875rem' }]}
          >
            ■
          </IconButton>
        )}
      </Box>
      <LengthNote id={noteId} length={draft.text.trim().length} />
    </Box>
  )
}

const frame = {
  display: 'flex',
  alignItems: 'flex-end',
  pl: 3,
  border: 1,
  borderColor: 'divider',
  borderRadius: '10px',
  '&:focus-within': { borderColor: 'primary.main' },
  '& textarea:focus-visible': { outline: 'none' },
} as const

const countedFrom = longestQuestion - 200

function LengthNote({ id, length }: { readonly id: string; readonly length: number }) {
  const isTooLong = length > longestQuestion
  return (
    <Typography
      id={id}
      variant="caption"
      component="p"
      role="status"
      sx={{ color: isTooLong ? 'error.main' : 'text.secondary' }}
    >
      {length < countedFrom
        ? ''
        : `${grouped(length)} of ${grouped(longestQuestion)} characters${isTooLong ? ': please shorten it' : ''}`}
    </Typography>
  )
}

type AboutProps = Pick<QuestionInputProps, 'draft' | 'screen'> & { readonly onDrop: () => void }

/** What "Ask about this" was pressed on, where the screen does not say it already. */
function About({ draft, screen, onDrop }: AboutProps) {
  const { car, lap, section } = draft.context
  const words = [
    ...(car === undefined || car === screen.car ? [] : [`Car ${car}`]),
    ...(lap === undefined ? [] : [`lap ${lap}`]),
    ...(section === undefined ? [] : [sectionName(section)]),
  ]
  if (words.length === 0) return null
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Typography variant="caption" color="textSecondary">
        About {words.join(', ')}
      </Typography>
      <IconButton aria-label={`Not about ${words.join(', ')}`} onClick={onDrop} sx={touchTarget}>
        ×
      </IconButton>
    </Box>
  )
}

function placeholderFor({ raceId, car, trackId }: ScreenContext): string {
  if (car !== undefined) return `Ask about car ${car}`
  if (raceId !== undefined) return 'Ask about this race'
  return trackId === undefined ? 'Ask about this season' : 'Ask about this track'
}
