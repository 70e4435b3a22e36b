import { type EmotionCache } from '@emotion/cache'
import { CacheProvider } from '@emotion/react'
import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, StrictMode } from 'react'
import type { Device } from '#core/protocol/drawn-page.ts'
import { UnitsProvider } from './settings/units.tsx'
import { themeFor } from './theme/theme.ts'

type AppProps = {
  readonly styles: EmotionCache
  readonly queries: QueryClient
  readonly device: Device
  /** The router: what it shows, and in the browser where one goes. */
  readonly children: ReactNode
}

/** What holds for every view; the same when the service draws it and when the browser takes over. */
export function App({ styles, queries, device, children }: AppProps) {
  return (
    <StrictMode>
      <CacheProvider value={styles}>
        {/* The scheme is set before the first paint (colour-scheme.js): nothing is drawn anew for it. */}
        <ThemeProvider theme={themeFor(device)} defaultMode="system" noSsr>
          <CssBaseline />
          <QueryClientProvider client={queries}>
            <UnitsProvider>{children}</UnitsProvider>
          </QueryClientProvider>
        </ThemeProvider>
      </CacheProvider>
    </StrictMode>
  )
}
