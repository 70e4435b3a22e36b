import { createBrowserRouter } from 'react-router'
import { pagePaths } from '#core/protocol/pages.ts'
import { NotFound } from './shell/not-found.tsx'
import { Shell } from './shell/shell.tsx'
import { ViewSkeleton } from './shell/view-skeleton.tsx'
import { ViewFault } from './shell/view-fault.tsx'

/** Every view by its path; each loads its code when it is first opened. */
export function createRouter() {
  return createBrowserRouter([
    {
      element: <Shell />,
      errorElement: <ViewFault />,
      hydrateFallbackElement: <ViewSkeleton />,
      children: [
        {
          path: pagePaths.season,
          lazy: async () => ({ Component: (await import('./season/season-view.tsx')).SeasonView }),
        },
        {
          path: pagePaths.track,
          lazy: async () => ({ Component: (await import('./track/track-view.tsx')).TrackView }),
        },
        {
          path: pagePaths.race,
          lazy: async () => ({ Component: (await import('./race/race-view.tsx')).RaceView }),
        },
        {
          path: pagePaths.compare,
          lazy: async () => ({
            Component: (await import('./compare/compare-view.tsx')).CompareView,
          }),
        },
        {
          path: pagePaths.debrief,
          lazy: async () => ({
            Component: (await import('./debrief/debrief-view.tsx')).DebriefView,
          }),
        },
        {
          path: pagePaths.car,
          lazy: async () => ({ Component: (await import('./car/car-view.tsx')).CarView }),
          // The toggle is read from the path by the view, which stays while the toggle changes.
          children: [{ path: ':toggle', element: null }],
        },
        {
          path: pagePaths.quality,
          lazy: async () => ({
            Component: (await import('./quality/quality-view.tsx')).QualityView,
          }),
        },
        { path: '*', element: <NotFound /> },
      ],
    },
  ])
}
