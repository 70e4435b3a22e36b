import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import DialogTitle from '@mui/material/DialogTitle'
import { useId } from 'react'

type ForgetDialogProps = {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onForget: () => void
}

/** Asked before a conversation is deleted: nothing brings it back. */
export function ForgetDialog({ isOpen, onClose, onForget }: ForgetDialogProps) {
  const titleId = useId()
  return (
    <Dialog open={isOpen} onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId} sx={{ fontSize: '1.0625rem', fontWeight: 'fontWeightBold' }}>
        Forget this conversation?
      </DialogTitle>
      <DialogContent>
        <DialogContentText color="text.primary">
          All questions and answers are deleted, here and at the service, for coaches too. This
          cannot be undone. Save it first if you want to keep it.
        </DialogContentText>
      </DialogContent>
      <DialogActions sx={{ p: 4 }}>
        <Button onClick={onClose} color="inherit" sx={{ minHeight: 48 }}>
          Keep it
        </Button>
        <Button onClick={onForget} variant="outlined" color="error" sx={{ minHeight: 48 }}>
          Forget it
        </Button>
      </DialogActions>
    </Dialog>
  )
}
