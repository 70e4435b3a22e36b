import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useTheme } from '@mui/material/styles'
import { lazy, Suspense } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { Outlet, ScrollRestoration } from 'react-router'
import { AskingProvider } from '../screen/asking.tsx'
import { SpotlightProvider } from '../screen/spotlight.tsx'
import { Footer } from './footer.tsx'
import { SkipLink } from './skip-link.tsx'
import { TopBar } from './top-bar.tsx'
import { ViewSkeleton } from './view-skeleton.tsx'

const ChatDock = lazy(async () => ({ default: (await import('../chat/chat-dock.tsx')).ChatDock }))

/** What stands around every view: the top bar, and the chat beside it where there is room. */
export function Shell() {
  const theme = useTheme()
  const isDocked = useMediaQuery(theme.breakpoints.up('lg'))
  return (
    <SpotlightProvider>
      <AskingProvider>
        <SkipLink />
        <Box sx={{ display: 'flex', minHeight: '100dvh', '@media print': { display: 'block' } }}>
          <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
            <TopBar />
            <Box
              component="main"
              id="view"
              tabIndex={-1}
              sx={{
                flex: 1,
                p: { xs: 3, md: 5 },
                outline: 'none',
                // What stands below does not move while the view comes.
                minHeight: { xs: '100dvh', lg: 0 },
                '@media print': { minHeight: 0 },
              }}
            >
              <Suspense fallback={<ViewSkeleton />}>
                <Outlet />
              </Suspense>
            </Box>
            <Footer />
          </Box>
          <ErrorBoundary fallback={<ChatMissing isDocked={isDocked} />}>
            <Suspense fallback={isDocked ? <Box sx={{ width: 400, flexShrink: 0 }} /> : null}>
              <ChatDock isDocked={isDocked} />
            </Suspense>
          </ErrorBoundary>
        </Box>
        <ScrollRestoration />
      </AskingProvider>
    </SpotlightProvider>
  )
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
