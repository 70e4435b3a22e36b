import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import type { Conversation, Shown } from './conversation.ts'
import type { Notice } from './conversation-state.ts'
import { useLasting } from './use-lasting.ts'
import { touchTarget } from './touch-target.ts'

type LinkNoteProps = { readonly conversation: Conversation; readonly shown: Shown }

/** What is to be known of the connection and of the whole conversation; nothing while all is well. */
export function LinkNote({ conversation, shown }: LinkNoteProps) {
  const { link, notice } = shown
  const isAway = useLasting(link === 'lost' || link === 'connecting', 1500)
  const words = notice === undefined ? undefined : noticeWords(notice)
  const isOffline = isAway && notice?.code !== 'unavailable'
  return (
    <Box role="status">
      {isOffline ? <Note>{awayWords(navigator.onLine)}</Note> : null}
      {words === undefined ? null : (
        <Note onRead={notice?.code === 'unavailable' ? undefined : conversation.readNotice}>
          {words}
        </Note>
      )}
    </Box>
  )
}

function awayWords(hasNetwork: boolean): string {
  return hasNetwork
    ? 'The service cannot be reached; trying again. What you ask now is sent when it is back.'
    : 'You are offline. What you ask now is sent when the connection is back.'
}

function noticeWords(notice: Notice): string {
  switch (notice.code) {
    case 'forgotten':
      return 'Forgotten: the conversation was deleted everywhere. This is a new one.'
    case 'begun-anew':
      return 'The conversation from before is no longer kept. This is a new one.'
    case 'unavailable':
      return 'No season is published yet. The chat opens by itself when there is one.'
    default:
      return 'message' in notice ? notice.message : ''
  }
}

type NoteProps = { readonly children: string; readonly onRead?: (() => void) | undefined }

function Note({ children, onRead }: NoteProps) {
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        minHeight: 44,
        pl: 4,
        pr: 1,
        borderBottom: 1,
        borderColor: 'divider',
        borderLeft: '3px solid',
        borderLeftColor: 'caution.main',
      }}
    >
      <Typography variant="body2" sx={{ flex: 1, py: 2 }}>
        {children}
      </Typography>
      {onRead === undefined ? null : (
        <IconButton aria-label="Understood, hide this" onClick={onRead} sx={touchTarget}>
          ×
        </IconButton>
      )}
    </Box>
  )
}
