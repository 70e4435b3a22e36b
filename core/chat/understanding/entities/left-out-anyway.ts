import type { Reading } from './reading.ts'
import { findAll } from './reading.ts'

/** Words that leave laps out. */
export const leave =
  "(?:leave|leaving|take|taking|if (?:you|we|i) (?:leave|take)) out|without|ignoring|ignore|exclude|excluding|except(?: for)?|skip|skipping|drop|dropping|minus|not counting|remove|removing|forget(?: about)?|discount|disregard(?:ing)?|scrap(?:ping)?|bin(?:ning)?|ditch(?:ing)?|scratch|strike|chuck(?: out)?|toss(?: out)?|throw out|cut out|setting aside|leaving aside|(?:do not|don'?t|not|never) (?:count|include|consider)(?:ing)?|apart from"

/** "Not counting the pits and the yellow": no green lap is one of those. */
export function findLeftOutAnyway(reading: Reading): Reading {
  const never =
    '(?:the |my |any |all |those )*(?:pit(?:s| stops?| laps?|ting)?|yellows?|yellow laps?|cautions?|caution laps?|fcy|safety car(?: laps?)?|in ?-?laps?|out ?-?laps?|opening lap|start)'
  return findAll(
    reading,
    new RegExp(`\\b(?:${leave}) ${never}(?:(?:,| and| or| &)+ ${never})*\\b`, 'g'),
    () => ({ mentions: [], put: 'FILTER' }),
  )
}
