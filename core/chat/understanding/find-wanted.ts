import { limitOf, limitPattern, marginOf, marginPattern } from './amount-text.ts'
import type { Differing, Measured, Mention, Side, Wanted } from './mention.ts'
import { numberOf, numberPattern, ordinalPattern } from './number-text.ts'
import type { Reading } from './reading.ts'
import { findAll } from './reading.ts'

const number = `(?:${numberPattern})`
const whose = "(?:(?:my|the|his|her|its|our|your|own|very|car \\d{1,3}'s) )*"
const end = 'best|fastest|quickest|top|slowest|worst'
const laps = '(?:green |clean |race |flying )?laps?'
const inARow =
  '(?:in a row|consecutive(?:ly)?|back[- ]to[- ]back|on the (?:trot|bounce|spin)|in succession|in sequence|running|one after (?:the other|another))'

/**
 * What is wanted of the laps beyond a figure over all of them: so many in a row, the second best, how many under a time, the
 * hour. The numbers in it are no cars and no laps; its other words stay, intents are told from them.
 */
export function findWanted(reading: Reading): Reading {
  return findTop(findDifferences(findClock(findNearest(findCounts(findNth(findRows(reading)))))))
}

/** "Top five laps": no places, and the best of the laps. */
function findTop(reading: Reading): Reading {
  return findAll(reading, new RegExp(`\\btop[- ](?:${numberPattern}) ${laps}\\b`, 'g'), () => ({
    mentions: [],
    put: 'NUMBER best laps',
  }))
}

/** "My five best laps in a row", "best run of ten", "quickest 5-lap average". */
function findRows(reading: Reading): Reading {
  const isRun = new RegExp(`\\b(?:${end}|strongest|mean|average|avg|median)\\b`)
  if (!isRun.test(reading.text)) return reading
  const run =
    '(?:run|stint|stretch|streak|sequence|spell|series|string|window|block|average|avg|mean)'
  const pattern = new RegExp(
    [
      `\\b(?<n1>${number})[- ](?:of my |of the )?(?:(?:${end}) )?(?:${laps} )?${inARow}(?: laps?)?\\b`,
      `\\b(?:${end}|strongest) (?:${laps} )?${run} of (?<n2>${number})(?: ${laps})?\\b(?![.:]\\d)`,
      `\\b(?<n3>${number})[- ]laps? ${run}\\b`,
      `\\b${inARow} (?<n4>${number}) laps?\\b`,
    ].join('|'),
    'g',
  )
  return findAll(reading, pattern, ({ n1, n2, n3, n4 }) => {
    const count = numberOf(n1 ?? n2 ?? n3 ?? n4 ?? '')
    if (count === undefined || count < 2) return undefined
    const isWorst = /\b(?:slowest|worst)\b/.test(reading.text)
    return found({ as: 'row', laps: count, end: isWorst ? 'worst' : 'best' }, 'best laps in a row')
  })
}

/** "My second best lap", "the 3rd slowest one", "next best". Of sections and cars others tell. */
function findNth(reading: Reading): Reading {
  const pattern = new RegExp(
    `\\b(?<nth>${ordinalPattern}|next)[- ](?:most )?(?<end>${end})\\b(?! (?:car|driver|guy|of (?:the )?(?:cars|field|drivers|three)|overall|in the (?:field|race)|section|sector|part|one in the|SECTION))`,
    'g',
  )
  return findAll(reading, pattern, ({ nth = '', end: word = '' }) => {
    const rank = nth === 'next' ? 2 : numberOf(nth)
    if (rank === undefined || rank < 2 || /\bsection|\bsector/.test(reading.text)) return undefined
    return found({ as: 'nth', nth: rank, end: endOf(word) }, `second ${word}`)
  })
}

const below =
  'under|below|beneath|inside|sub|less than|lower than|(?:quicker|faster|better|shorter) than|beat|beats|beaten|beating|broke|break|breaking|broken|dip(?:ped)? (?:under|below|into)'
const above = 'over|above|beyond|more than|(?:slower|worse|higher|longer) than|outside'
const measures: readonly (readonly [Measured, string])[] = [
  ['best', 'best|fastest|quickest|pb|personal best|optimum'],
  ['worst', 'worst|slowest'],
  ['mean', 'mean|average|avg'],
  ['median', 'median|middle'],
  ['ideal', 'ideal|theoretical(?: best)?|optimal'],
  ['composite', 'composite|best[- ]case'],
]
const measure = measures.map(([, words]) => words).join('|')

function measureOf(text = ''): Measured {
  const found_ = measures.find(([, words]) => new RegExp(`^(?:${words})$`).test(text))
  return found_?.[0] ?? 'best'
}

/** "Under 1:39", "how many 1:38s", "within half a second of my best", "quicker than my median". */
function findCounts(reading: Reading): Reading {
  const within = new RegExp(
    `\\b(?:within|inside|less than|under|no more than|not more than|at most|up to|in) (?:a |an )?(?<margin>${marginPattern}) (?:of|from|off|to|slower than|over|around|either side of) ${whose}(?<of>${measure})\\b(?: lap\\b)?`,
    'g',
  )
  const close = new RegExp(
    `\\b(?:within|inside|less than|closer than) (?:a |an )?(?<margin>${marginPattern}) (?:of|behind|from|to) (?:the |a |another |some |any )?(?:car(?:s)?(?: (?:ahead|in front))?|one (?:ahead|in front)|some(?:one|body)|any(?:one|body))\\b(?: (?:ahead|in front)(?: of me)?)?(?! \\d)`,
    'g',
  )
  const near = findAll(reading, close, ({ margin = '' }) => {
    const amount = marginOf(margin)
    return amount !== undefined && 'ms' in amount
      ? found({ as: 'close', ms: amount.ms }, 'within TIME of some')
      : undefined
  })
  const done = new RegExp(
    `(?<=\\b(?:did|do|done|had|ran|run|set|posted|clocked|lapped|was|got)(?: (?:i|he|she|CAR))?(?: do| set| run| post| clock)?) (?:a|an|the|my) (?<time>\\d{1,2}:\\d{2}(?:[.,]\\d{1,3})?)(?![\\w:])`,
    'g',
  )
  const exact = /\blaps?\b|\bwhen\b/.test(reading.text)
    ? findAll(near, done, ({ time = '' }) => {
        const limitMs = limitOf(time)
        const decimals = /[.,](\d+)$/.exec(time)?.[1]?.length ?? 0
        return limitMs === undefined
          ? undefined
          : found(
              { as: 'limit', side: 'below', limitMs, toMs: limitMs + 1000 / 10 ** decimals },
              ' laps in TIME',
            )
      })
    : near
  let read = findAll(exact, within, ({ margin = '', of }) => {
    const amount = marginOf(margin)
    return amount && found({ as: 'within', of: measureOf(of), ...amount }, 'within TIME of my best')
  })
  const limit = new RegExp(
    `\\b(?:(?<below>${below})|(?<above>${above}))[- ](?:the |a |an )?(?<limit>${limitPattern})(?![\\w:])`,
    'g',
  )
  read = findAll(read, limit, (groups, match) => {
    // "Slower than 22" is than a car; "S2 under 42" has seconds.
    const isBare = /^\d+$/.test(groups['limit'] ?? '')
    const isOfSection = /SECTION/.test(reading.text) && !/than/.test(match)
    if (isBare && !isOfSection) return undefined
    const limitMs = limitOf(groups['limit'] ?? '')
    const side = sideOf(groups['below'])
    if (limitMs === undefined) return undefined
    return found({ as: 'limit', side, limitMs }, `${side === 'below' ? 'under' : 'over'} TIME`)
  })
  read = findAll(read, /\b(?<limit>\d{1,2}:\d{2})(?:'?s|s)\b/g, ({ limit: text = '' }) => {
    const limitMs = limitOf(text)
    if (limitMs === undefined) return undefined
    return found({ as: 'limit', side: 'below', limitMs, toMs: limitMs + 1000 }, 'laps in TIME')
  })
  // Whose median it is, decides: "is my mean better than my median" asks for no count.
  const isCount = new RegExp(
    `\\b(?:how many|how often|number of|which (?:of my )?laps|what share|percent\\w*)\\b|\\blaps (?:(?:that|which|i|were|was|did|do) )*(?:${below}|${above})\\b`,
  )
  if (!isCount.test(read.text)) return read
  const side = new RegExp(
    `\\b(?:(?<below>${below})|(?<above>${above})) ${whose}(?<of>${measure})\\b(?: lap(?: time)?)?(?! (?:section|sector|SECTION|car))`,
    'g',
  )
  return findAll(read, side, ({ below: isBelow, of }) =>
    found({ as: 'side', side: sideOf(isBelow), of: measureOf(of) }),
  )
}

/** "Which lap was closest to my average?" */
function findNearest(reading: Reading): Reading {
  const pattern = new RegExp(
    `\\b(?:closest|nearest|most like|most typical of) (?:to )?${whose}(?<of>${measure})\\b`,
    'g',
  )
  return /\blaps?\b|\bone\b/.test(reading.text)
    ? findAll(reading, pattern, ({ of }) => found({ as: 'nearest', of: measureOf(of) }))
    : reading
}

/** The hour that a lap ended at. */
function findClock(reading: Reading): Reading {
  return findAll(
    reading,
    /\b(?:what )?time of (?:the )?day\b|\b(?:clock|wall|local|real|actual) time\b|\bwall[- ]clock\b|\bo'?clock\b|\bwhat (?:hour|time (?:was it|is it|on the clock))\b|\b(?:hour|time) (?:on|by) (?:the|my) (?:clock|watch)\b/g,
    () =>
      /\brace (?:start|begin|finish|end)|\bgreen flag\b/.test(reading.text)
        ? undefined
        : found({ as: 'clock' }),
  )
}

/** "The difference between my mean and my median", "how far is my worst off my best?": of one car, two of its figures. */
function findDifferences(reading: Reading): Reading {
  const one = `${whose}(?:green |own |race )?(?<a>second|lap \\d{1,2}|${measure})(?: (?:best|green|race|clean|lap|one|times?|laps?))*`
  const other = one.replace('<a>', '<b>')
  const pattern = new RegExp(
    [
      `\\b(?:difference|diff|gap|delta|distance|spread)\\b(?: in (?:time|seconds|pace))? (?:between|from) ${one} (?:and|to|&) ${other}\\b`,
      `\\b(?:from|between) ${one} (?:to|and) ${other}\\b`,
      `\\b${one} (?:minus|less|versus|vs\\.?|against|(?:from|off|than|is|was|were|to|above|below|over|under|compared (?:to|with)|quicker|slower|faster|better|worse|away|behind| )+) ${other}\\b`,
    ]
      .map((text, index) => text.replaceAll('<a>', `<a${index}>`).replaceAll('<b>', `<b${index}>`))
      .join('|'),
    'g',
  )
  const isAsked =
    /\b(?:difference|diff|gap|delta|distance|how (?:much|far|big|many)|(?:better|quicker|slower|faster|worse) than|minus|less|between|versus|vs|compared|far off)\b/
  if (!isAsked.test(reading.text) || / CAR\b|\bcar\b/.test(reading.text)) return reading
  return findAll(reading, pattern, (groups) => {
    const [a, b] = ['a', 'b'].map((name) =>
      [0, 1, 2].map((at) => groups[`${name}${at}`]).find((text) => text !== undefined),
    )
    const of = [partOf(a), partOf(b)] as const
    return of[0] === of[1] ? undefined : found({ as: 'difference', of })
  })
}

function partOf(text = ''): Differing {
  if (text.startsWith('lap ')) return 'lap'
  return text === 'second' ? 'second' : measureOf(text)
}

const sideOf = (isBelow: string | undefined): Side => (isBelow === undefined ? 'above' : 'below')

const endOf = (word: string) => (word === 'slowest' || word === 'worst' ? 'worst' : 'best')

function found(wanted: Wanted, put?: string) {
  const mentions: Mention[] = [{ type: 'wanted', wanted }]
  return { mentions, ...(put !== undefined && { put }) }
}
