import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { addressOf } from '../addresses.ts'
import { Problem } from '../shell/problem.tsx'
import { useTitle } from '../shell/use-title.ts'
import { ViewSkeleton } from '../shell/view-skeleton.tsx'
import { coachKey, conversationQuery, deleteConversation } from './coach-requests.ts'
import { whenText } from './coach-words.ts'
import { ReadAnswerView } from './read-answer-view.tsx'

/** A whole conversation, to read, to print, or to delete for good. */
export function ConversationView() {
  const { conversationId = '' } = useParams()
  const conversation = useQuery(conversationQuery(conversationId))
  useTitle('Conversation')
  if (conversation.error !== null)
    return <Problem error={conversation.error} onRetry={() => void conversation.refetch()} />
  if (conversation.data === undefined) return <ViewSkeleton />
  const [first] = conversation.data.answers
  return (
    <Box sx={{ p: { xs: 3, md: 5 }, maxWidth: 820 }}>
      <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap', mb: 5 }}>
        <Typography variant="h1" sx={{ flex: 1 }}>
          Conversation{first === undefined ? '' : ` of ${whenText(first.askedAt)}`}
        </Typography>
        <Box sx={{ display: 'flex', gap: 3, '@media print': { display: 'none' } }}>
          <Button variant="outlined" sx={{ minHeight: 44 }} onClick={() => globalThis.print()}>
            Print
          </Button>
          <DeleteButton conversationId={conversationId} />
        </Box>
      </Box>
      {conversation.data.answers.map((answer) => (
        <Box key={answer.answerId} sx={{ mb: 6, breakInside: 'avoid' }}>
          <ReadAnswerView
            answer={answer}
            wrong={answer.correction?.wrong ?? []}
            isMarkable={false}
            onFact={() => undefined}
          />
        </Box>
      ))}
    </Box>
  )
}

function DeleteButton({ conversationId }: { readonly conversationId: string }) {
  const [isAsking, setIsAsking] = useState(false)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const deleting = useMutation({
    mutationFn: async () => await deleteConversation(conversationId),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [coachKey] })
      await navigate(addressOf.coach())
    },
  })
  return (
    <>
      <Button color="error" sx={{ minHeight: 44 }} onClick={() => setIsAsking(true)}>
        Delete
      </Button>
      <Dialog open={isAsking} onClose={() => setIsAsking(false)}>
        <DialogTitle>Delete this conversation?</DialogTitle>
        <DialogContent>
          <Typography>
            It is gone for the driver, too: from the queue, the search, exports and the store. This
            cannot be undone.
          </Typography>
          {deleting.error === null ? null : (
            <Typography sx={{ color: 'loss.main', mt: 2 }}>{deleting.error.message}</Typography>
          )}
        </DialogContent>
        <DialogActions>
          <Button autoFocus onClick={() => setIsAsking(false)}>
            Keep it
          </Button>
          <Button color="error" loading={deleting.isPending} onClick={() => deleting.mutate()}>
            Delete for good
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
