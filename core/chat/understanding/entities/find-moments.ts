import { numberOf, numberPattern } from './number-text.ts'
import type { Reading } from './reading.ts'
import { findAll } from './reading.ts'

const standing =
  'places?|positions?|spots?|slots?|pos|p|running|order|gaps?|intervals?|lead|leading|led|leader|where ?abouts|where (?:was|were|did|am)|top (?:three|five|six|ten|\\d+)|standings|winning|classification|ahead|in front|behind'

/** "What place was I in after lap 1", "where was I running after 10 laps": the end of that lap, not the laps from there on. */
export function findMoments(reading: Reading): Reading {
  return findStanding(findEnds(findOfRace(reading)))
}

/** "With five laps to go", "at half distance". */
function findOfRace(reading: Reading): Reading {
  const toGo = new RegExp(
    `\\b(?:with|at|when there (?:were|was)|when it was) (?<toGo>${numberPattern}|one) (?:laps? )?(?:to go|left|remaining|to run|from (?:the )?(?:end|home|finish))\\b`,
    'g',
  )
  const read = findAll(reading, toGo, ({ toGo: text = '' }) => {
    const laps = numberOf(text)
    return laps === undefined
      ? undefined
      : { mentions: [{ type: 'moment', toGo: laps }], put: 'on LAP' }
  })
  return findAll(
    read,
    /\b(?:at|by|after|around|when|from) (?:the )?half[- ]?(?:way|distance)(?: (?:point|mark|stage))?\b/g,
    () => ({ mentions: [{ type: 'moment', toGo: 'half' }], put: 'on LAP' }),
  )
}

/** "My place when the yellow finished": the end of the restart lap. */
function findEnds(reading: Reading): Reading {
  const yellow = '(?:yellow|caution|safety car|fcy|pace car)'
  const ended = new RegExp(
    `(?<=\\b(?:${standing})\\b.{0,40} )(?:(?:when|as|once|after) (?:the )?${yellow}(?: period| phase)? (?:finish\\w*|end\\w*|was over|came in|went in|lifted)|(?:when|as|once) (?:we|they|it|racing) (?:went|goes|got|was|turned) (?:back to )?green|at the end of the ${yellow})\\b`,
    'g',
  )
  return findAll(reading, ended, () => ({
    mentions: [{ type: 'lap-name', name: 'restart' }],
    put: 'on LAP',
  }))
}

function findStanding(reading: Reading): Reading {
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
