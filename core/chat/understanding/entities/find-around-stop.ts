import type { Reading } from './reading.ts'
import { findAll } from './reading.ts'

/** "My average after the pit stop", "laps before I pitted": of figures; who came by then is another question. */
export function findAroundStop(reading: Reading): Reading {
  const isOfFigure =
    /\b(?:average|avg|mean|median|std|deviation|pace|best|fastest|quickest|slowest|worst|spread|consisten\w*|laps?|times?)\b/
  const isOfOrder =
    /\b(?:position|places?|lost|lose|behind|ahead|passed|overt\w*|where|who|how long|cost)\b/
  if (!isOfFigure.test(reading.text) || isOfOrder.test(reading.text)) return reading
  const sides = /\b(?:before|after)\b.*\b(?:before|after)\b|\b(?:vs|versus|against)\b/
  if (sides.test(reading.text)) return reading
  return findAll(
    reading,
    /\b(?:only |just )?(?:laps )?(?<side>before|after|since) (?:(?:my|the|our|his|her|its|that) )?(?:(?:first |only )?(?:pit[- ]?stop|stop|pitting|pit)\b|(?:i|we|he|she|CAR) (?:pitted|stopped|boxed|came in))/g,
    ({ side }) => ({
      mentions: [{ type: 'around-stop', side: side === 'before' ? 'before' : 'after' }],
      put: 'FILTER',
    }),
  )
}
