import Box from '@mui/material/Box'
import { Suspense } from 'react'
import { Outlet, ScrollRestoration } from 'react-router'
import { AskingProvider } from '../screen/asking.tsx'
import { SpotlightProvider } from '../screen/spotlight.tsx'
import { useNearTaps } from '../screen/use-near-taps.ts'
import { ChatPlace } from './chat-place.tsx'
import { Footer } from './footer.tsx'
import { SkipLinks } from './skip-links.tsx'
import { TopBar } from './top-bar.tsx'
import { ViewSkeleton } from './view-skeleton.tsx'

/** What stands around every view: the top bar, and the chat beside it where there is room. */
export function Shell() {
  useNearTaps()
  return (
    <SpotlightProvider>
      <AskingProvider>
        <SkipLinks />
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
          <ChatPlace />
        </Box>
        <ScrollRestoration />
      </AskingProvider>
    </SpotlightProvider>
  )
}
