import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import InputBase from '@mui/material/InputBase'
import Typography from '@mui/material/Typography'
import { type FormEvent, useId, useState } from 'react'

type FeedbackFormProps = {
  readonly verdict: 'wrong' | 'unclear'
  readonly onCancel: () => void
  readonly onGive: (note: string | undefined) => void
}

const questions = {
  wrong: 'What was wrong? A coach reads it.',
  unclear: 'What was unclear? A coach reads it.',
} as const
const longestNote = 1000

/** Why an answer was no good; the reason may be left out. */
export function FeedbackForm({ verdict, onCancel, onGive }: FeedbackFormProps) {
  const id = useId()
  const [note, setNote] = useState('')
  const give = (event: FormEvent) => {
    event.preventDefault()
    const trimmed = note.trim()
    onGive(trimmed === '' ? undefined : trimmed)
  }
  return (
    <Box component="form" onSubmit={give} sx={{ ml: 2, mt: 1 }}>
      <Typography component="label" htmlFor={id} variant="caption" color="textSecondary">
        {questions[verdict]}
      </Typography>
      <InputBase
        id={id}
        multiline
        fullWidth
        autoFocus
        minRows={2}
        maxRows={5}
        value={note}
        onChange={({ target }) => setNote(target.value)}
        inputProps={{ maxLength: longestNote }}
        sx={{ border: 1, borderColor: 'divider', borderRadius: '10px', px: 3, py: 2, mt: 1 }}
      />
      <Box sx={{ display: 'flex', gap: 2, mt: 1 }}>
        <Button type="submit" variant="outlined" sx={{ minHeight: { xs: 48, md: 44 } }}>
          Send
        </Button>
        <Button color="inherit" onClick={onCancel} sx={{ minHeight: { xs: 48, md: 44 } }}>
          Cancel
        </Button>
      </Box>
    </Box>
  )
}
