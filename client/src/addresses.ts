import type { Toggle } from '#core/protocol/pages.ts'

/** The addresses of the dashboard's pages. */
export const addressOf = {
  season: () => '/',
  track: (trackId: string) => `/tracks/${trackId}`,
  race: (raceId: string) => `/races/${raceId}`,
  car: (raceId: string, car: string) => `/races/${raceId}/cars/${car}`,
  toggle: (raceId: string, car: string, toggle: Toggle) => `/races/${raceId}/cars/${car}/${toggle}`,
  compare: (raceId: string, car: string) => `/races/${raceId}/cars/${car}/compare`,
  debrief: (raceId: string, car: string) => `/races/${raceId}/cars/${car}/debrief`,
  quality: () => '/quality',
  coach: () => '/coach',
  coachAnswer: (answerId: string) => `/coach/answers/${answerId}`,
  coachConversation: (conversationId: string) => `/coach/conversations/${conversationId}`,
  coachInsights: () => '/coach/insights',
  coachAudit: () => '/coach/audit',
}
