import { numberOf, numberPattern } from './number-text.ts'
import type { Reading } from './reading.ts'
import { findAll } from './reading.ts'

const standing =
  'places?|positions?|spots?|slots?|pos|p|running|order|gaps?|intervals?|lead|leading|led|leader|where was'

/** "What place was I in after lap 1", "where was I running after 10 laps": the end of that lap, not the laps from there on. */
export function findMoments(reading: Reading): Reading {
  const after = new RegExp(
    `(?<=\\b(?:${standing})\\b.{0,40} )(?:after|with) (?:lap (?<lap>${numberPattern})\\b(?! on)|(?<laps>${numberPattern}) laps?\\b(?: done| gone)?(?! (?:to go|left|remaining)))`,
    'g',
  )
  return findAll(reading, after, ({ lap, laps }) => {
    const lapNumber = numberOf(lap ?? laps ?? '')
    return lapNumber === undefined || lapNumber === 0
      ? undefined
      : { mentions: [{ type: 'lap', lap: lapNumber }], put: 'on LAP' }
  })
}
