import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useMemo } from 'react'
import { AnswerActions } from './answer-actions.tsx'
import { CorrectionView } from './correction-view.tsx'
import { EntryBlocks } from './entry-blocks.tsx'
import { QuestionButton } from './suggestions.tsx'
import type { Answer } from './turn.ts'
import { standingCorrection } from './turn.ts'
import type { TurnViewProps } from './turn-view-props.ts'
import { Understood } from './understood.tsx'
import { answerWriterWords } from './writer-words.ts'

/** How the question was understood, what is said to it, and what can be done with that. */
export function AnswerView(props: TurnViewProps & { readonly answer: Answer }) {
  const { turn, answer, isBusy, model, onChoose } = props
  const { end, scope, entries } = answer
  const facts = useMemo(() => new Map((end?.facts ?? []).map((fact) => [fact.id, fact])), [end])
  const correction = standingCorrection(answer)
  const choices = end?.outcome === 'asked-back' ? end.suggestions : []
  const writer = answerWriterWords(answer, model)
  return (
    <Box sx={{ mt: 3 }}>
      {scope === undefined ? null : (
        <Understood
          scope={scope}
          turn={turn}
          isBusy={isBusy}
          raceName={props.raceName}
          onChange={props.onChangeScope}
        />
      )}
      {end?.outcome === 'not-in-data' ? <Label>Not in the timing</Label> : null}
      <EntryBlocks
        entries={entries}
        facts={facts}
        outcome={end?.outcome}
        wrong={correction?.wrong ?? []}
      />
      {correction === undefined ? null : <CorrectionView correction={correction} facts={facts} />}
      <Progress answer={answer} hasFailed={turn.refusal !== undefined} />
      {choices.length === 0 ? null : (
        <Box
          component="ul"
          aria-label="Choices"
          sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, listStyle: 'none', m: 0, mt: 2, p: 0 }}
        >
          {choices.map((choice) => (
            <li key={choice.label}>
              <QuestionButton suggestion={choice} isDisabled={isBusy} onChoose={onChoose} />
            </li>
          ))}
        </Box>
      )}
      {writer === undefined ? null : (
        <Typography variant="caption" component="p" color="textSecondary" sx={{ mt: 2 }}>
          {writer}
        </Typography>
      )}
      {end === undefined ? null : <AnswerActions {...props} />}
    </Box>
  )
}

function Label({ children }: { readonly children: string }) {
  return (
    <Typography
      variant="caption"
      component="p"
      color="textSecondary"
      sx={{
        fontSize: '0.6875rem',
        fontWeight: 'fontWeightMedium',
        textTransform: 'uppercase',
        mb: 1,
      }}
    >
      {children}
    </Typography>
  )
}

/** What an unfinished answer is at. */
function Progress({ answer, hasFailed }: { readonly answer: Answer; readonly hasFailed: boolean }) {
  const words = hasFailed ? undefined : progressWords(answer)
  if (words === undefined) return null
  return (
    <Typography variant="caption" component="p" color="textSecondary" sx={{ mt: 2 }}>
      {words}
    </Typography>
  )
}

function progressWords({ end, place, entries }: Answer): string | undefined {
  if (end?.outcome === 'stopped') return 'Stopped'
  if (end !== undefined) return undefined
  if (place === 1) return 'Next in line for the model'
  if (place !== undefined) return `Waiting for the model: ${place - 1} before you`
  return entries.length === 0 ? 'Looking it up …' : 'Writing …'
}
