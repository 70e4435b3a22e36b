import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Suspense } from 'react'
import { Link as RouterLink, NavLink, Outlet } from 'react-router'
import type { MeAnswer } from '#core/protocol/review/sign-in.ts'
import { addressOf } from '../addresses.ts'
import { ServiceProblem } from '../api/service-problem.ts'
import { SpotlightProvider } from '../screen/spotlight.tsx'
import { Problem } from '../shell/problem.tsx'
import { SchemeButton } from '../shell/scheme-button.tsx'
import { ViewSkeleton } from '../shell/view-skeleton.tsx'
import { coachKey, meQuery, signOut } from './coach-requests.ts'
import { SignInForm } from './sign-in-form.tsx'

/** What stands around the coaches' pages: nobody sees them without signing in. */
export function CoachShell() {
  const me = useQuery(meQuery())
  if (me.error instanceof ServiceProblem && me.error.status === 401)
    return <SignInForm onSignedIn={() => void me.refetch()} />
  if (me.error !== null)
    return (
      <Box component="main" sx={{ p: 5 }}>
        <Problem error={me.error} onRetry={() => void me.refetch()} />
      </Box>
    )
  return (
    <SpotlightProvider>
      <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: '100dvh' }}>
        <CoachBar me={me.data} />
        <Box
          component="main"
          id="view"
          tabIndex={-1}
          sx={{ flex: 1, minHeight: 0, outline: 'none' }}
        >
          <Suspense fallback={<ViewSkeleton />}>
            {me.data === undefined ? <ViewSkeleton /> : <Outlet />}
          </Suspense>
        </Box>
      </Box>
    </SpotlightProvider>
  )
}

const pages = [
  ['Queue', addressOf.coach()],
  ['Insights', addressOf.coachInsights()],
  ['Log', addressOf.coachAudit()],
] as const

function CoachBar({ me }: { readonly me: MeAnswer | undefined }) {
  const queries = useQueryClient()
  const leave = async () => {
    const { continueAt } = await signOut()
    queries.removeQueries({ queryKey: [coachKey] })
    globalThis.location.assign(continueAt ?? addressOf.coach())
  }
  return (
    <Box
      component="header"
      sx={{
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        columnGap: 4,
        minHeight: 48,
        px: { xs: 3, md: 5 },
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
        '@media print': { display: 'none' },
      }}
    >
      <Link component={RouterLink} to={addressOf.season()} color="textPrimary" underline="none">
        <Typography component="span" sx={{ fontWeight: 'fontWeightBold', fontSize: '0.9375rem' }}>
          KaizenLap
        </Typography>
      </Link>
      <Box component="nav" aria-label="Coach" sx={{ display: 'flex', flex: 1, gap: 1 }}>
        {pages.map(([name, to]) => (
          <Button
            key={to}
            component={NavLink}
            to={to}
            end
            color="inherit"
            size="small"
            sx={{
              minHeight: 44,
              '&.active': { color: 'primary.main', fontWeight: 'fontWeightBold' },
            }}
          >
            {name}
          </Button>
        ))}
      </Box>
      <Typography variant="body2" color="textSecondary">
        {me?.coach.name}
      </Typography>
      <Button size="small" color="inherit" sx={{ minHeight: 44 }} onClick={() => void leave()}>
        Sign out
      </Button>
      <SchemeButton />
    </Box>
  )
}
