/** The paths of the dashboard's pages. The client's router and the service, which answers them, share this list. */
export const pagePaths = {
  season: '/',
  track: '/tracks/:trackId',
  race: '/races/:raceId',
  car: '/races/:raceId/cars/:car',
  carToggle: '/races/:raceId/cars/:car/:toggle',
  compare: '/races/:raceId/cars/:car/compare',
  debrief: '/races/:raceId/cars/:car/debrief',
  quality: '/quality',
  coach: '/coach',
  coachAnswer: '/coach/answers/:answerId',
  coachConversation: '/coach/conversations/:conversationId',
  coachInsights: '/coach/insights',
  coachAudit: '/coach/audit',
} as const

/** What a car's view shows below the map, one at a time, by its path. */
export const toggles = ['sections', 'weather', 'patterns', 'coaching'] as const
export type Toggle = (typeof toggles)[number]
