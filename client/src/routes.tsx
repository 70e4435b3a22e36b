import { lazy, Suspense } from 'react'
import type { RouteObject } from 'react-router'
import { pagePaths } from '#core/protocol/pages.ts'
import { afterZod } from './api/load-shape.ts'
import { NotFound } from './shell/not-found.tsx'
import { Shell } from './shell/shell.tsx'
import { ViewFault } from './shell/view-fault.tsx'
import { ViewSkeleton } from './shell/view-skeleton.tsx'

// Each view loads its code when it is first opened; the shell stands meanwhile.
const SeasonView = lazy(async () => ({
  default: (await import('./season/season-view.tsx')).SeasonView,
}))
const TrackView = lazy(async () => ({
  default: (await import('./track/track-view.tsx')).TrackView,
}))
const RaceView = lazy(async () => ({ default: (await import('./race/race-view.tsx')).RaceView }))
const CarView = lazy(async () => ({ default: (await import('./car/car-view.tsx')).CarView }))
const CompareView = lazy(async () => ({
  default: (await import('./compare/compare-view.tsx')).CompareView,
}))
const DebriefView = lazy(async () => ({
  default: (await import('./debrief/debrief-view.tsx')).DebriefView,
}))
const QualityView = lazy(async () => ({
  default: (await import('./quality/quality-view.tsx')).QualityView,
}))

const CoachShell = lazy(async () => ({
  default: (await afterZod(() => import('./coach/coach-shell.tsx'))).CoachShell,
}))
const QueueView = lazy(async () => ({
  default: (await afterZod(() => import('./coach/queue-view.tsx'))).QueueView,
}))
const InsightsView = lazy(async () => ({
  default: (await afterZod(() => import('./coach/insights-view.tsx'))).InsightsView,
}))
const AuditView = lazy(async () => ({
  default: (await afterZod(() => import('./coach/audit-view.tsx'))).AuditView,
}))
const ConversationView = lazy(async () => ({
  default: (await afterZod(() => import('./coach/conversation-view.tsx'))).ConversationView,
}))

/** Every view by its path. */
export const routes: RouteObject[] = [
  {
    element: <Shell />,
    errorElement: <ViewFault />,
    // What fails in a view leaves the bar and the chat where they are.
    children: [
      {
        errorElement: <ViewFault />,
        children: [
          { path: pagePaths.season, element: <SeasonView /> },
          { path: pagePaths.track, element: <TrackView /> },
          { path: pagePaths.race, element: <RaceView /> },
          { path: pagePaths.compare, element: <CompareView /> },
          { path: pagePaths.debrief, element: <DebriefView /> },
          {
            path: pagePaths.car,
            element: <CarView />,
            // The toggle is read from the path by the view, which stays while the toggle changes.
            children: [{ path: ':toggle', element: null }],
          },
          { path: pagePaths.quality, element: <QualityView /> },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
  {
    element: (
      <Suspense fallback={<ViewSkeleton />}>
        <CoachShell />
      </Suspense>
    ),
    errorElement: <ViewFault />,
    children: [
      { path: pagePaths.coach, element: <QueueView /> },
      { path: pagePaths.coachAnswer, element: <QueueView /> },
      { path: pagePaths.coachInsights, element: <InsightsView /> },
      { path: pagePaths.coachAudit, element: <AuditView /> },
      { path: pagePaths.coachConversation, element: <ConversationView /> },
    ],
  },
]
