import type { SeasonRoute } from '../season-route.ts'
import { carSectionsRoute } from './car-sections.ts'
import { carsRoute } from './cars.ts'
import { coachingRoute } from './coaching.ts'
import { raceCompositeRoute, trackCompositeRoute } from './composites.ts'
import { factsRoute } from './facts.ts'
import { fieldRoute } from './field.ts'
import { lapChartRoute } from './lap-chart.ts'
import { lapSectionsRoute } from './lap-sections.ts'
import { ledgerRoute } from './ledger.ts'
import { patternsRoute } from './patterns.ts'
import { raceRoute, racesRoute } from './races.ts'
import { trackRoute, tracksRoute } from './tracks.ts'
import { weatherRoute } from './weather.ts'

/** Everything that is answered from the published season. */
export const seasonRoutes: readonly SeasonRoute[] = [
  tracksRoute,
  trackRoute,
  trackCompositeRoute,
  racesRoute,
  raceRoute,
  raceCompositeRoute,
  carsRoute,
  ledgerRoute,
  lapSectionsRoute,
  carSectionsRoute,
  patternsRoute,
  coachingRoute,
  weatherRoute,
  fieldRoute,
  lapChartRoute,
  factsRoute,
]
