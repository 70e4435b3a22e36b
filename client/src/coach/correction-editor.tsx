import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type Ref, useEffect, useState } from 'react'
import type { CheckedCorrection } from '#core/protocol/review/reading-answers.ts'
import { LinkedParts } from '../facts/linked-parts.tsx'
import { checkCorrection, coachKey } from './coach-requests.ts'
import { sentencesOf } from './judging-draft.ts'

type CorrectionEditorProps = {
  readonly ref: Ref<HTMLTextAreaElement>
  readonly answerId: string
  readonly text: string
  readonly onText: (text: string) => void
}

const pauseMs = 400

/** A correction, checked while it is written: each of its numbers has to be a fact. */
export function CorrectionEditor({ ref, answerId, text, onText }: CorrectionEditorProps) {
  const settled = useSettled(text)
  const sentences = sentencesOf(settled)
  const checked = useQuery({
    queryKey: [coachKey, 'check', answerId, sentences],
    queryFn: async () => await checkCorrection(answerId, sentences),
    enabled: sentences.length > 0,
    placeholderData: keepPreviousData,
  })
  return (
    <Box>
      <TextField
        inputRef={ref}
        size="small"
        fullWidth
        multiline
        minRows={2}
        maxRows={10}
        label="Correction, for the driver (E)"
        value={text}
        onChange={(event) => onText(event.target.value)}
        helperText="One sentence a line. Numbers are checked against the facts. A line that begins with > is your own words, for what is not in the data."
      />
      {sentences.length === 0 ? null : (
        <Box
          component="ul"
          aria-label="As the driver will read it"
          sx={{ listStyle: 'none', p: 0, m: 0, mt: 1 }}
        >
          {checked.data?.sentences.map((sentence, place) => (
            // A sentence has no other name than its place.
            // oxlint-disable-next-line react/no-array-index-key
            <CheckedSentence key={place} sentence={sentence} />
          ))}
        </Box>
      )}
      {checked.error === null ? null : (
        <Typography variant="caption" sx={{ color: 'loss.main' }}>
          {checked.error.message}
        </Typography>
      )}
    </Box>
  )
}

function CheckedSentence({ sentence }: { readonly sentence: CheckedCorrection }) {
  const { parts, isOwnWords, refusal, detail } = sentence
  return (
    <Typography component="li" variant="body2" sx={{ py: 0.5 }}>
      <Box component="span" sx={{ color: refusal === null ? 'ownBest.main' : 'loss.main' }}>
        {refusal === null ? '✓ ' : '✕ '}
      </Box>
      <Box component="span" sx={isOwnWords ? { fontStyle: 'italic' } : null}>
        <LinkedParts parts={parts} />
      </Box>
      {refusal === null ? null : (
        <Typography
          component="span"
          variant="caption"
          sx={{ display: 'block', color: 'loss.main' }}
        >
          {refusal}
          {detail === null ? '' : ` (${detail})`}
        </Typography>
      )}
    </Typography>
  )
}

/** The text once nothing was typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
