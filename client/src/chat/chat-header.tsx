import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import type { Conversation, Shown } from './conversation.ts'
import { ConversationMenu } from './conversation-menu.tsx'
import { writerWords } from './writer-words.ts'
import { touchTarget } from './touch-target.ts'

type ChatHeaderProps = {
  readonly conversation: Conversation
  readonly shown: Shown
  readonly onClose?: () => void
  readonly isPhone?: boolean
}

/** Who is spoken with, and who writes: that stays in sight. */
export function ChatHeader({ conversation, shown, onClose, isPhone = false }: ChatHeaderProps) {
  const { welcome } = shown
  const closing =
    onClose === undefined ? null : (
      <IconButton
        aria-label="Close the chat"
        onClick={onClose}
        sx={{ ...touchTarget, color: 'text.primary' }}
      >
        {isPhone ? '‹' : '×'}
      </IconButton>
    )
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        minHeight: 48,
        pl: isPhone && onClose !== undefined ? 0 : 4,
        pr: 1,
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      {isPhone ? closing : null}
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2, flex: 1, minWidth: 0 }}>
        <Typography variant="h2">Coach</Typography>
        <Typography variant="caption" color="textSecondary" noWrap>
          {welcome === undefined ? 'Connecting' : writerWords(welcome.model)}
        </Typography>
      </Box>
      <ConversationMenu conversation={conversation} shown={shown} />
      {isPhone ? null : closing}
    </Box>
  )
}
