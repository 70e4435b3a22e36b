import { limitOf, limitPattern, marginOf, marginPattern } from './amount-text.ts'
import { measure, measureOf, wantedAs, whose } from './measured-words.ts'
import type { Side } from './mention.ts'
import type { Reading } from './reading.ts'
import { findAll } from './reading.ts'

const below =
  'under|below|beneath|inside|sub|less than|lower than|(?:quicker|faster|better|shorter) than|beat|beats|beaten|beating|broke|break|breaking|broken|dip(?:ped)? (?:under|below|into)'
const above = 'over|above|beyond|more than|(?:slower|worse|higher|longer) than|outside'
const clock = '\\d{1,2}:\\d{2}(?:[.,]\\d{1,3})?'

/** Which laps are to be counted: "under 1:39", "how many 1:38s", "within half a second of my best", "quicker than my median". */
export function findCounted(reading: Reading): Reading {
  return findSides(findSeconds(findLimits(findBetween(findWithin(findDone(findClose(reading)))))))
}

/** "Within a second of the car ahead." */
function findClose(reading: Reading): Reading {
  const close = new RegExp(
    `\\b(?:within|inside|less than|closer than) (?:a |an )?(?<margin>${marginPattern}) (?:of|behind|from|to) (?:the |a |another |some |any )?(?:cars?|one|some(?:one|body)|any(?:one|body)) (?:ahead|in front)\\b(?: of me)?(?! \\d)`,
    'g',
  )
  return findAll(reading, close, ({ margin = '' }) => {
    const amount = marginOf(margin)
    return amount !== undefined && 'ms' in amount
      ? wantedAs({ as: 'close', ms: amount.ms }, 'within TIME of some')
      : undefined
  })
}

/** "On which lap did I do a 1:38.4?": to the digits that are given. */
function findDone(reading: Reading): Reading {
  const done = new RegExp(
    `(?<=\\b(?:did|do|done|had|ran|run|set|posted|clocked|lapped|was|got)(?: (?:i|he|she|CAR))?(?: do| set| run| post| clock)?) (?:a|an|the|my) (?<time>${clock})(?![\\w:]| (?:lap )?(?:average|mean|median|avg))`,
    'g',
  )
  const isAsked = /\blaps?\b|\bwhen\b|^(?:and |so |but |ok )*(?:did|have|has|do)\b/
  return isAsked.test(reading.text)
    ? findAll(reading, done, ({ time = '' }) => {
        const limitMs = limitOf(time)
        const decimals = /[.,](\d+)$/.exec(time)?.[1]?.length ?? 0
        return limitMs === undefined
          ? undefined
          : wantedAs(
              { as: 'limit', side: 'below', limitMs, toMs: limitMs + 1000 / 10 ** decimals },
              ' laps in TIME',
            )
      })
    : reading
}

function findWithin(reading: Reading): Reading {
  const within = new RegExp(
    `\\b(?:(?<out>not within|not inside|outside(?: of)?|more than)|within|inside|less than|under|no more than|not more than|at most|up to|in) (?:a |an )?(?<margin>${marginPattern}) (?:of|from|off|to|slower than|over|around|either side of) ${whose}(?:SECTION )?(?<of>${measure})\\b(?: lap\\b)?`,
    'g',
  )
  return findAll(reading, within, ({ margin = '', of, out }) => {
    const amount = marginOf(margin)
    const isOutside = out === undefined ? {} : ({ isOutside: true } as const)
    return (
      amount &&
      wantedAs(
        { as: 'within', of: measureOf(of), ...amount, ...isOutside },
        'within TIME of my best',
      )
    )
  })
}

function findBetween(reading: Reading): Reading {
  const between = new RegExp(
    `\\bbetween (?:a )?(?<from>${clock}) (?:and|to|&) (?:a )?(?<to>${clock})(?![\\w:])`,
    'g',
  )
  return findAll(reading, between, ({ from = '', to = '' }) => {
    const [limitMs, toMs] = [limitOf(from), limitOf(to)]
    if (limitMs === undefined || toMs === undefined || toMs <= limitMs) return undefined
    return wantedAs({ as: 'limit', side: 'below', limitMs, toMs }, 'laps in TIME')
  })
}

/** "Without a lap slower than 1:40" is under it. */
const unlike =
  'without (?:an?y? |one )?(?:single )?(?:laps? |times? )?|no (?:single )?(?:laps? |times? )|nothing |none |never |not '

function findLimits(reading: Reading): Reading {
  const limit = new RegExp(
    `\\b(?<not>${unlike})?(?:(?<below>${below})|(?<above>${above}))[- ](?:the |a |an )?(?<limit>${limitPattern})(?![\\w:])`,
    'g',
  )
  // "My first lap under 1:39" is not lap 1.
  const first = new RegExp(
    `\\b(?:first|1st|earliest) (?:\\w+ )?(?:lap|one) (?=(?:${below}|${above})\\b)`,
    'g',
  )
  const plain = findAll(reading, first, () => ({ mentions: [], put: 'first of my laps ' }))
  return findAll(plain, limit, (groups, match) => {
    // "Slower than 22" is than a car; "S2 under 42" has seconds.
    const isBare = /^\d+$/.test(groups['limit'] ?? '')
    const isOfSection = /SECTION/.test(reading.text) && !/than/.test(match)
    if (isBare && !isOfSection) return undefined
    const limitMs = limitOf(groups['limit'] ?? '')
    const isBelow = (groups['below'] === undefined) === (groups['not'] !== undefined)
    const side = isBelow ? 'below' : 'above'
    if (limitMs === undefined) return undefined
    return wantedAs({ as: 'limit', side, limitMs }, `${side === 'below' ? 'under' : 'over'} TIME`)
  })
}

/** "How many 1:38s?" */
function findSeconds(reading: Reading): Reading {
  return findAll(reading, /\b(?<limit>\d{1,2}:\d{2})(?:'?s|s)\b/g, ({ limit: text = '' }) => {
    const limitMs = limitOf(text)
    if (limitMs === undefined) return undefined
    return wantedAs({ as: 'limit', side: 'below', limitMs, toMs: limitMs + 1000 }, 'laps in TIME')
  })
}

function findSides(reading: Reading): Reading {
  // Whose median it is, decides: "is my mean better than my median" asks for no count.
  const isCount = new RegExp(
    `\\b(?:how many|how often|number of|which (?:of my )?laps|what share|percent\\w*)\\b|\\blaps (?:(?:that|which|i|were|was|did|do) )*(?:${below}|${above})\\b`,
  )
  if (!isCount.test(reading.text)) return reading
  const side = new RegExp(
    `\\b(?:(?<below>${below})|(?<above>${above})) ${whose}(?<of>${measure})\\b(?: lap(?: time)?)?(?! (?:section|sector|SECTION|car))`,
    'g',
  )
  return findAll(reading, side, ({ below: isBelow, of }) =>
    wantedAs({ as: 'side', side: sideOf(isBelow), of: measureOf(of) }),
  )
}

const sideOf = (isBelow: string | undefined): Side => (isBelow === undefined ? 'above' : 'below')
