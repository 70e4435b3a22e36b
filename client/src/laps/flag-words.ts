import type { Flag } from '#core/domain/lap.ts'

/** The flag at the line as it stands in a table. */
export const flagWords: Readonly<Record<Flag, string>> = {
  green: 'green',
  fcy: 'full-course yellow',
  chequered: 'chequered',
  'safety-car': 'safety car',
  red: 'red',
  unknown: 'not known',
}
