import { numberOf } from './number-text.ts'
import type { Reading } from './reading.ts'
import { findAll } from './reading.ts'

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const month = `(?<month>${months.join('|')})[a-z]*`
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?'
const which = 'one|two|three|1|2|3|first|second|third|1st|2nd|3rd'

const numbered = new RegExp(
  `\\b(?:race ?(?:number |no\\.? |#)?(?<after>${which}|four|five|six|[4-9])|r(?<short>[123])|(?:the |my )?(?<before>${which}) race|the (?<one>first|second|2nd|1st) one)\\b(?! (?:lap|section|sector|turn))`,
  'g',
)
const next = new RegExp(
  `(?<=RACE(?:,? and| or|,| vs\\.?| to| with| &) )(?<after>${which})(?= |$|\\?|,)(?! (?:laps?|tenths|s|best|quickest|fastest|slowest|worst)\\b)`,
  'g',
)

/** "race 2", "R2", "the second race", "the second one", "Sunday", "September 6", "both races". */
export function findRaces(reading: Reading): Reading {
  let read = findAll(
    reading,
    /\b(?:both (?:of )?(?:my |the )?(?:races|days)|(?:my |the )?two races|the races of (?:the|this|my) weekend|(?:the two|both)(?: of the)? (?=TRACK races)|race (?:one|1) and (?:race )?(?:two|2)|(?<=\brace\b[a-z ]{0,40},? )(?:1|one) or (?:2|two)(?! (?:laps|cars|places)))\b/g,
    () => ({ mentions: [{ type: 'races', which: 'both' }], put: 'RACES' }),
  )
  read = findAll(
    read,
    // "All race" is the whole of one.
    /\b(?:(?:every|each)(?: of)?(?: the| my)? race|all(?: of)?(?: the| my)? races|(?:all|every|each)(?: of)?(?: the| my)? (?:races|tracks?|season))\b/g,
    () => ({
      mentions: [{ type: 'races', which: 'all' }],
    }),
  )
  read = findAll(read, /\b(?:the|my) other (?:race|one|day)\b/g, () => ({
    mentions: [{ type: 'races', which: 'other' }],
    put: 'RACE',
  }))
  read = findSeasonEnds(read)
  read = findAll(read, /\b(?:season )?(?:opener|opening race|first heat)\b/g, () => ({
    mentions: [{ type: 'race', raceNumber: 1 }],
    put: 'RACE',
  }))
  read = findAll(
    read,
    /(?<=\bTRACK )weekend\b|\bweekend(?:'s)?(?= best| fastest| quickest)/g,
    () => ({
      mentions: [{ type: 'races', which: 'both' }],
      put: 'RACES',
    }),
  )
  read = findWeekend(read)
  read = findNext(read)
  read = findBesideTracks(read)
  read = findAll(read, numbered, ({ after, short, before, one }) => {
    const raceNumber = numberOf(after ?? short ?? before ?? one ?? '')
    return raceNumber === undefined
      ? undefined
      : { mentions: [{ type: 'race', raceNumber }], put: 'RACE' }
  })
  read = findAll(read, next, ({ after = '' }) => {
    const raceNumber = numberOf(after)
    return raceNumber === undefined
      ? undefined
      : { mentions: [{ type: 'race', raceNumber }], put: 'RACE' }
  })
  return findCompared(findDates(findDays(read)))
}

/** "The season opener", "the last race of the year". */
function findSeasonEnds(reading: Reading): Reading {
  return findAll(
    reading,
    /\b(?:the )?(?<first>season opener|(?:first|opening) (?:race|round) of the (?:season|year)|season(?:'s)? (?:first|opening) race)\b|\b(?:the )?(?:(?:season|year)(?:'s)? finale|(?:last|final) (?:race|round) of the (?:season|year)|finale of the (?:season|year))\b/g,
    ({ first }) => ({
      mentions: [{ type: 'races', which: first === undefined ? 'finale' : 'opener' }],
      put: 'RACE',
    }),
  )
}

/** "Why was I so slow compared to race 1?": the other one is meant too. */
function findCompared(reading: Reading): Reading {
  return findAll(
    reading,
    /\b(?:compared? (?:to|with|against)|relative to|versus|vs\.?|against|than)(?= (?:in |on |at |my )*RACE\b(?! (?:winner|leader)))/g,
    () => ({ mentions: [{ type: 'races', which: 'both' }] }),
  )
}

/** "Each of the Sonoma races", "all weekend": both of them. */
function findWeekend(reading: Reading): Reading {
  return findAll(
    reading,
    /\b(?:(?:each|either|both|all)(?: one)?(?: of)?(?: the)? (?=TRACK races)|(?:all|over|during|across|throughout|the whole|of|for) (?:the |that |this |my |our |your )?(?:whole |race )?weekend\b)/g,
    () => ({ mentions: [{ type: 'races', which: 'both' }], put: 'RACES ' }),
  )
}

/** "Before race two", "going into Sunday's race": what is known by then is the race before. */
function findNext(reading: Reading): Reading {
  return findAll(
    reading,
    /(?:\b(?:before|ahead of|going into|heading into|coming into|prior to|in time for)|(?<=\b(?:homework|card|targets?|aims?|goals?|jobs?|plan|tasks?|focus(?: on)?|concentrate on|work(?: on)?|change|improve|fix|practi[cs]e|prepare|ready|advice|tips?|should (?!(?:i |he |she |we |car )?have)[a-z0-9# ]{2,40}|(?:need|have|has|ought) to [a-z ]{2,40})) for) (?:the (?:start|green) of )?(?:the )?(?:race ?(?:2|two)|r2|second race|sunday(?:'s)?(?: race)?)\b/g,
    () => ({ mentions: [{ type: 'race', raceNumber: 1 }], put: 'RACE' }),
  )
}

/** "vir 2", "at sonoma 1": a bare 1 or 2 after a track is its race; "the second Barber race" is one too. */
function findBesideTracks(reading: Reading): Reading {
  const put = (text: string) => {
    const raceNumber = numberOf(text)
    return raceNumber === undefined
      ? undefined
      : ({ mentions: [{ type: 'race', raceNumber }], put: 'RACE' } as const)
  }
  const after = findAll(
    reading,
    /(?<=\bTRACK,? )(?<bare>[12]|(?:one|two)(?=$|[,?!.;:]|,? (?:who|what|how|where|when|which|did|was|is|car|#)))(?=$|[ ,?!.;:'])(?![.,:]\d| ?(?:laps?|tenths?|s|secs?|seconds?|cars|car(?! #?\d)|places?)\b| (?:vs\.?|versus|&) (?:\d{2}|[3-9]))/g,
    ({ bare = '' }) => put(bare),
  )
  return findAll(
    after,
    /\b(?<before>first|second|1st|2nd)(?= TRACK (?:race|one)\b)/g,
    ({ before = '' }) => put(before),
  )
}

/** "Sunday", "sat's race"; 'sun' and 'sat' alone are words of their own unless a race or a day is meant. */
function findDays(reading: Reading): Reading {
  const named = new RegExp(
    `\\b(?:(?:on|the|for|from|in|of) )?(?<day>${days.join('|')})(?:'?s)?(?: race)?\\b|\\b(?:on|for|and|vs|to) (?<short>sat|sun)\\b(?! (?:in|was|behind))|(?<=\\bTRACK,? )(?<beside>sat|sun)\\b(?! (?:in|was|behind))|^(?<first>sat|sun)(?=,| TRACK)`,
    'g',
  )
  // The first of two days of racing, on both of them and after.
  const before = findAll(reading, /\b(?:(?:on|from|of) )?yesterday(?:'?s)?(?: race)?\b/g, () => ({
    mentions: [{ type: 'race', raceNumber: 1 }],
    put: 'RACE',
  }))
  return findAll(before, named, ({ day: long, short, beside, first }) => {
    const said = long ?? short ?? beside ?? first ?? '-'
    const weekday = days.findIndex((name) => name.startsWith(said))
    return weekday === -1 ? undefined : { mentions: [{ type: 'race-day', weekday }], put: 'RACE' }
  })
}

function findDates(reading: Reading): Reading {
  const iso = findAll(reading, /\b20\d\d-(?<month>\d\d)-(?<day>\d\d)\b/g, (found) => ({
    mentions: [{ type: 'race-date', month: Number(found['month']), day: Number(found['day']) }],
    put: 'RACE',
  }))
  const written = new RegExp(
    `\\b(?:${month} ${day}|${day.replace('day', 'd')} (?:of )?${month.replace('month', 'm')})\\b`,
    'g',
  )
  return findAll(iso, written, (found) => ({
    mentions: [
      {
        type: 'race-date',
        month: months.indexOf(found['month'] ?? found['m'] ?? '') + 1,
        day: Number(found['day'] ?? found['d']),
      },
    ],
    put: 'RACE',
  }))
}
