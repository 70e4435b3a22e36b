import { lapsIn } from './find-laps.ts'
import { numberPattern } from './number-text.ts'
import type { Reading } from './reading.ts'
import { findAll } from './reading.ts'

const number = `(?:${numberPattern})`
const laps = `laps? (?<laps>${number}(?:(?:,? and |, ?| & |,? or | ?- ?| to | through | thru )(?:lap )?${number})*)`
const not = "(?:should ?n[o']?t|should not|can ?n[o']t|can't|must ?n[o']t)"
const unfair =
  "(?:was|were|is|are)(?:n't|nt| not) (?:really |very |exactly |at all )?(?:(?:a |an |my )?(?:fair|real|proper|representative|honest|normal|clean)\\b(?: laps?| ones?)?|my fault)"

/** "Lap 15 shouldn't count", "laps 3 and 4 weren't representative": the driver wants them out. */
export function findObjected(reading: Reading): Reading {
  // "Why shouldn't lap 3 count?" asks for the reason.
  if (/\b(?:why|how come|which|does|did)\b/.test(reading.text)) return reading
  const objected = new RegExp(
    `\\b(?:(?:i |we )?(?:think|reckon|feel|say|guess|honestly|actually|really)[ ,]+)*${laps}(?: (?:really|honestly|actually|maybe|probably|i think|imo))* (?:${not} (?:really )?(?:be )?(?:count\\w*|included|in (?:there|it|that|the (?:average|numbers|figures|data))|used|taken|there)|${unfair})\\b`,
    'g',
  )
  return findAll(reading, objected, ({ laps: text = '' }) => ({
    mentions: [{ type: 'without', laps: lapsIn(text).map(({ lap }) => lap) }],
    put: 'FILTER',
  }))
}

/** "Take em out", "leave those two out": the laps that are spoken of. */
export function findThoseLeftOut(reading: Reading): Reading {
  const those = "(?:that|it|this|them|those|these|'?em|both)(?: (?:one|two|three|laps?|ones))?"
  return findAll(
    reading,
    new RegExp(
      `\\b(?:take|taking|leave|leaving|cut|throw|chuck|kick|get|strip|pull|knock) ${those} (?:back )?out\\b(?: of (?:it|that|there|my \\w+|the \\w+))?|\\b(?:ignor(?:e|ing)|without|exclud(?:e|ing)|drop(?:ping)?|skip(?:ping)?|remov(?:e|ing)|discount(?:ing)?|forget(?: about)?|not counting|apart from|except(?: for)?) (?:them|those|these|'?em|both|it|that|this)(?: (?:two|three|laps?|ones?))?(?=$|[?!.,:;]| (?:what|how|my|and|please|pls)\\b)`,
      'g',
    ),
    () => ({ mentions: [{ type: 'without-that' }], put: 'FILTER' }),
  )
}
