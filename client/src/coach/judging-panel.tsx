import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Judgment } from '#core/protocol/review/judgment.ts'
import type { ReviewItem } from '#core/protocol/review/queue-answers.ts'
import { whenText } from './coach-words.ts'
import { coachKey, judge, undo } from './coach-requests.ts'
import { CorrectionEditor } from './correction-editor.tsx'
import { draftOf, judgmentOf, type JudgingDraft } from './judging-draft.ts'
import { useKeys } from './use-keys.ts'
import { verdictKeys, VerdictPicker } from './verdict-picker.tsx'

type JudgingPanelProps = {
  readonly item: ReviewItem
  readonly draft: JudgingDraft
  readonly onDraft: (draft: JudgingDraft) => void
  readonly own: Judgment | undefined
  /** Another coach has it. */
  readonly isHeld: boolean
}

/** What the coach says of the answer: by keyboard alone, at speed, and it can be undone. */
export function JudgingPanel({ item, draft, onDraft, own, isHeld }: JudgingPanelProps) {
  const correction = useRef<HTMLTextAreaElement>(null)
  const { saving, undoing } = useSaving(item.answerId, onDraft)
  const change = (part: Partial<JudgingDraft>) => onDraft({ ...draft, ...part, isSaved: false })
  const save = () => {
    const judgment = judgmentOf(draft)
    if (judgment !== undefined && !isHeld) saving.mutate(judgment)
  }
  const takeBack = () => {
    if (own !== undefined) undoing.mutate()
  }
  useKeys({
    ...verdictKeys((verdict) => change({ verdict })),
    e: () => correction.current?.focus(),
    u: takeBack,
  })
  const fault = saving.error ?? undoing.error
  return (
    <Box
      component="section"
      aria-label="Judgment"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
        // Out of a field, so that single keys are commands again.
        if (event.key === 'Escape' && document.activeElement instanceof HTMLElement)
          document.activeElement.blur()
      }}
      sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}
    >
      <Typography variant="h2">Judgment</Typography>
      <VerdictPicker verdict={draft.verdict} onPick={(verdict) => change({ verdict })} />
      <CorrectionEditor
        ref={correction}
        answerId={item.answerId}
        text={draft.correction}
        onText={(text) => change({ correction: text })}
      />
      <TextField
        size="small"
        multiline
        minRows={1}
        maxRows={6}
        label="Note, for coaches only"
        value={draft.note}
        onChange={(event) => change({ note: event.target.value })}
      />
      {fault === null ? null : (
        <Alert severity="error" variant="outlined">
          {fault.message}
        </Alert>
      )}
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
        <Button
          variant="contained"
          disableElevation
          disabled={draft.verdict === undefined || draft.isSaved || isHeld}
          loading={saving.isPending}
          onClick={save}
          sx={{ minHeight: 44 }}
        >
          Save (Ctrl Enter)
        </Button>
        <Button
          disabled={own === undefined}
          loading={undoing.isPending}
          onClick={takeBack}
          sx={{ minHeight: 44 }}
        >
          Undo (U)
        </Button>
        <Typography variant="caption" role="status">
          {draft.isSaved && own !== undefined ? savedWords(own) : ''}
        </Typography>
      </Box>
    </Box>
  )
}

function savedWords({ at, deliveredAt }: Judgment): string {
  const shown = deliveredAt === null ? '' : '; the driver sees it'
  return `Saved ${whenText(at)}${shown}`
}

/** After saving and undoing, everything that coaches see is asked for anew. */
function useSaving(answerId: string, onDraft: (draft: JudgingDraft) => void) {
  const queries = useQueryClient()
  const onSuccess = async ({ judgment }: { readonly judgment: Judgment | null }) => {
    onDraft(draftOf(judgment ?? undefined))
    await queries.invalidateQueries({ queryKey: [coachKey] })
  }
  const saving = useMutation({
    mutationFn: async (judgment: Parameters<typeof judge>[1]) => await judge(answerId, judgment),
    onSuccess,
  })
  const undoing = useMutation({ mutationFn: async () => await undo(answerId), onSuccess })
  return { saving, undoing }
}
