import type { Partner } from './mention.ts'
import { numberOf, numberPattern, ordinalWordPattern } from './number-text.ts'
import type { Reading } from './reading.ts'
import { findAll } from './reading.ts'

const who = '(?:car|guy|driver|man|one|lap|bloke|dude|chap|fella|lad|person|kid|woman)'
/** "Who was the winner?" asks for a car, it does not name one. */
const asked = String.raw`(?<!\bwho(?: is|'s| was|s|'re| were| are)? )`

const named: readonly (readonly [Partner['as'], RegExp, string?])[] = [
  [
    'winner',
    new RegExp(
      `${asked}\\b(?:the )?(?:race |overall )?winner(?:'?s(?: car)?)?\\b|\\bwhoever won\\b|\\bwinning car\\b|\\b(?:the )?${who} (?:who|that|which) (?:won|came first|finished first|took the win)(?: (?:it|the race))?\\b`,
      'g',
    ),
    'CAR',
  ],
  ['teammate', new RegExp(`${asked}(?<!who )\\bmy team[- ]?mates?(?:'s)?\\b`, 'g'), 'CAR'],
  [
    'fastest',
    new RegExp(
      `(?<=\\b(?:vs|versus|against|than|with|to|like|off|from|behind) )(?:the )?(?:fastest|quickest)(?: ${who})?(?= |$|\\?)(?! (?:section|sector|lap|quarter|three|ten|laps|guys|ones|cars|boys|lads|drivers|runners|few|SECTION))`,
      'g',
    ),
    'CAR',
  ],
  [
    'ahead',
    new RegExp(
      `\\b(?:the )?${who} (?:who|that)? ?(?:finished|ended(?: up)?|came(?: in)?|was|crossed the line) (?:directly |right |just |one place )?(?:ahead of|in front of|before) (?:me|us|him|her|CAR)\\b`,
      'g',
    ),
  ],
  [
    'behind',
    new RegExp(
      `\\b(?:the )?${who} (?:who|that)? ?(?:finished|ended(?: up)?|came(?: in)?|was|crossed the line) (?:directly |right |just |one place )?(?:behind|after) (?:me|us|him|her|CAR)\\b`,
      'g',
    ),
  ],
  // "The chap who finished just in front": of me, unsaid.
  [
    'ahead',
    new RegExp(
      `\\b(?:the )?${who} (?:who|that) (?:finished|ended(?: up)?|came(?: in)?|crossed the line) (?:directly |right |just |one place )?(?:ahead|in front|before)(?=$|[?!.,])`,
      'g',
    ),
  ],
  [
    'behind',
    new RegExp(
      `\\b(?:the )?${who} (?:who|that) (?:finished|ended(?: up)?|came(?: in)?|crossed the line) (?:directly |right |just |one place )?(?:behind|after)(?=$|[?!.,])`,
      'g',
    ),
  ],
  ['leader', /\b(?:the )?leaders?\b/g],
  ['ahead', new RegExp(`\\b(?:the )?${who} (?:directly |right |just )?(?:ahead|in front)\\b`, 'g')],
  [
    'behind',
    new RegExp(`\\b(?:the )?${who} (?:directly |right |just )?behind(?: me| us)?\\b(?! the)`, 'g'),
  ],
]

const words = `${ordinalWordPattern}`

/** "Finished 16", "dropped from 6 to 15": after these words a number alone is a place. */
const ending =
  'finish(?:ed|ing)?|came|come|end(?:ed)?(?: up)?|classified|listed|placed|running|lying'
const falling =
  '(?:go|went|gone|drop|dropped|dropping|fall|fell|fallen|slid|slip|slipped|sank|get|got|climb|climbed|came|moved?)'
const noAmount =
  '(?! ?(?:s|sec\\w*|tenths?|hundredths?|laps?|places?|positions?|spots?|cars?|points?|%|percent|km|mph|minutes?|times?|behind|ahead|of (?:the|my)|vs|versus|and \\d)\\b)'

/** "the winner", "my teammate", "P14", "14th", "top ten", "the car ahead". */
export function findPartners(reading: Reading): Reading {
  const read = named.reduce(
    (so, [as, pattern, put]) =>
      findAll(so, pattern, () =>
        as === 'position'
          ? undefined
          : { mentions: [{ type: 'partner', partner: { as } }], ...(put !== undefined && { put }) },
      ),
    findPercentiles(reading),
  )
  return findPositions(read)
}

/** "P50", "the 90th percentile", "P10 of my lap times": no place, but a share of the laps. */
function findPercentiles(reading: Reading): Reading {
  return findAll(
    reading,
    /\bp ?(?<short>50|75|80|85|90|95|99)(?:th)?\b(?: percentile)?|\b(?<long>\d{1,2})(?:st|nd|rd|th)? (?:percentile|quantile)\b|\bp ?(?<of>5|10|25)(?= of (?:my |the |all |his )?(?:lap|green|clean|time))/g,
    ({ short, long, of }) => {
      const figure = (short ?? long ?? of) === '50' ? 'median' : 'spread'
      return { mentions: [{ type: 'figure', figure }], put: figure }
    },
  )
}

function findPositions(reading: Reading): Reading {
  let read = findAll(
    reading,
    /\b(?<=\b(?:results?|sheet|classification) (?:says?|shows?|ha[sv]e|had|gives?|gave)(?: me| us)?(?: down)?(?: as| at| in)? )(?<said>\d{1,2})\b/g,
    ({ said = '' }) => position(said),
  )
  read = findAll(
    read,
    new RegExp(
      `\\b(?:the )?(?:top[- ]?|(?:leading|front) )(?<top>${numberPattern})\\b(?! laps?)`,
      'g',
    ),
    ({ top = '' }) => {
      const position = numberOf(top)
      return position === undefined
        ? undefined
        : { mentions: [{ type: 'position', position, isTop: true }], put: 'TOP' }
    },
  )
  read = findAll(
    read,
    new RegExp(
      `\\bp ?-?(?<short>\\d{1,2})\\b|\\b(?:position|place|pos) ?(?:number )?(?<long>${numberPattern})\\b|\\b(?<dotted>\\d{1,2})\\. (?:place|position)\\b|\\b(?:the )?(?<nth>\\d{1,2}(?:st|nd|rd|th))(?: (?:place|position))?\\b(?! (?:lap|race|section|sector|turn|half))`,
      'g',
    ),
    ({ short, long, dotted, nth }) => position(short ?? long ?? dotted ?? nth ?? ''),
  )
  const bare = new RegExp(
    `(?<=\\b(?:${ending}) (?:in |as |just |only |up |home |at )?)(?<place>\\d{1,2})\\b(?=$|[ ,?!;)]|\\.(?!\\d))${noAmount}|(?<=\\b${falling}(?: me| us| him| her| it)?(?: back| down| up| all the way)? from )(?<from>\\d{1,2})(?= (?:back |down |up |all the way )*to \\d)|(?<=\\b${falling}(?: me| us| him| her| it)?(?: back| down| up| all the way)? (?:from (?:\\d{1,2}|POSITION) )?(?:back |down |up )?to )(?<to>\\d{1,2})\\b(?=$|[ ,?!;)]|\\.(?!\\d))${noAmount}`,
    'g',
  )
  read = findAll(read, bare, ({ place, from, to }) => position(place ?? from ?? to ?? ''))
  read = findAll(
    read,
    /(?<=\bPOSITION (?:or|not|nor) )(?<place>\d{1,2})(?=$|[ ?!.,])(?! laps?\b)/g,
    ({ place = '' }) => position(place),
  )
  const worded = new RegExp(
    `(?<=\\b(?:finish|finished|finishing|came|was|were|in|be|get|to|than|i'm|ended up|classified|listed|crossed|from|for|running|ran|lying|only|merely) )(?<nth>${words})(?= |$|\\?|,)(?! (?:lap|race|section|sector|turn|half|third|quarter|one|stint|part|time|gear|ten|five|RACE|LAP|SECTION|NUMBER))`,
    'g',
  )
  return findAll(read, worded, ({ nth = '' }) => position(nth))
}

function position(text: string) {
  const found = numberOf(text)
  if (found === undefined) return undefined
  return {
    mentions: [{ type: 'position', position: found, isTop: false } as const],
    put: 'POSITION',
  }
}
