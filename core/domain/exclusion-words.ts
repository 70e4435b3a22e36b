import type { ExclusionReason } from './exclusion.ts'

/** Why a lap does not count, as people read it on screen. */
export const exclusionWords: Readonly<Record<ExclusionReason, string>> = {
  'opening-lap': 'lap 1',
  'in-lap': 'in-lap',
  'out-lap': 'out-lap',
  yellow: 'yellow',
  'safety-car': 'safety car',
  'red-flag': 'red flag',
  restart: 'restart',
  'no-time': 'no lap time',
  incomplete: 'a section missing',
}
