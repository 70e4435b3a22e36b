import type { Toggle } from '#core/protocol/pages.ts'

export const toggleNames: Readonly<Record<Toggle, string>> = {
  sections: 'Sections',
  weather: 'Weather',
  patterns: 'Patterns',
  coaching: 'Coaching',
}
