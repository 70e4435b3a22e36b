import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useTheme } from '@mui/material/styles'
import { lazy, Suspense } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { afterZod } from '../api/load-shape.ts'
import { useIsAlive } from './use-is-alive.ts'

const ChatDock = lazy(async () => ({
  default: (await afterZod(() => import('../chat/chat-dock.tsx'))).ChatDock,
}))

/** Beside the view where there is room, behind a button where there is none. */
export function ChatPlace() {
  const isDocked = useMediaQuery(useTheme().breakpoints.up('lg'))
  const isAlive = useIsAlive()
  return (
    <ErrorBoundary fallback={<ChatMissing isDocked={isDocked} />}>
      {isAlive ? (
        <Suspense fallback={<RoomForChat />}>
          <ChatDock isDocked={isDocked} />
        </Suspense>
      ) : (
        <RoomForChat />
      )}
    </ErrorBoundary>
  )
}

/** So that nothing moves when it comes: by the width alone, which is right before any script runs. */
function RoomForChat() {
  return <Box sx={{ display: { xs: 'none', lg: 'block' }, width: 400, flexShrink: 0 }} />
}

/** The view goes on without the chat: its code could not be loaded. */
function ChatMissing({ isDocked }: { readonly isDocked: boolean }) {
  if (!isDocked) return null
  return (
    <Typography role="alert" sx={{ width: 400, p: 5 }} color="textSecondary">
      The chat could not be loaded. Load the page again.
    </Typography>
  )
}
