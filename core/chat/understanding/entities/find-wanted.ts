import { findCounted } from './find-counted.ts'
import { measure, measureOf, wantedAs, whose } from './measured-words.ts'
import type { Differing } from './mention.ts'
import { numberOf, numberPattern, ordinalPattern } from './number-text.ts'
import type { Reading } from './reading.ts'
import { findAll } from './reading.ts'

const number = `(?:${numberPattern})`
const end = 'best|fastest|quickest|top|slowest|worst'
const laps = '(?:green |clean |race |flying )?laps?'
const inARow =
  '(?:in a row|consecutive(?:ly)?|back[- ]to[- ]back|on the (?:trot|bounce|spin)|in succession|in sequence|running|one after (?:the other|another))'

/**
 * What is wanted of the laps beyond a figure over all of them: so many in a row, the second best, how many under a time, the
 * hour. The numbers in it are no cars and no laps; its other words stay, intents are told from them.
 */
export function findWanted(reading: Reading): Reading {
  return findTop(
    findDifferences(findSums(findClock(findNearest(findCounted(findNth(findRows(reading))))))),
  )
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
      `(?<![:.\\d])\\b(?<n1>${number})[- ](?:of my |of the )?(?:(?:${end}) )?(?:${laps} )?${inARow}(?: laps?)?\\b`,
      `\\b(?:${end}|strongest) (?:${laps} )?${run} of (?<n2>${number})(?: ${laps})?\\b(?![.:]\\d)`,
      `(?<![:.\\d])\\b(?<n3>${number})[- ]laps? ${run}\\b`,
      `\\b${inARow} (?<n4>${number}) laps?\\b`,
    ].join('|'),
    'g',
  )
  return findAll(reading, pattern, ({ n1, n2, n3, n4 }) => {
    const count = numberOf(n1 ?? n2 ?? n3 ?? n4 ?? '')
    if (count === undefined || count < 2) return undefined
    const isWorst = /\b(?:slowest|worst)\b/.test(reading.text)
    return wantedAs(
      { as: 'row', laps: count, end: isWorst ? 'worst' : 'best' },
      'best laps in a row',
    )
  })
}

/** "My second best lap", "the 3rd slowest one", "next best". Of sections and cars others tell. */
function findNth(reading: Reading): Reading {
  const pattern = new RegExp(
    `\\b(?<nth>${ordinalPattern}|next)[- ](?:most )?(?<end>${end})\\b(?! (?:car|driver|guy|of (?:the )?(?:cars|field|drivers|three)|overall|in the (?:field|race)|section|sector|part|one in the|SECTION(?! (?:lap )?times?)))`,
    'g',
  )
  return findAll(reading, pattern, ({ nth = '', end: word = '' }) => {
    const rank = nth === 'next' ? 2 : numberOf(nth)
    if (rank === undefined || rank < 2 || /\bsection|\bsector/.test(reading.text)) return undefined
    return wantedAs({ as: 'nth', nth: rank, end: endOf(word) }, `second ${word}`)
  })
}

/** "Which lap was closest to my average?" */
function findNearest(reading: Reading): Reading {
  const pattern = new RegExp(
    `\\b(?:closest|nearest|most like|most typical of) (?:to )?${whose}(?<of>${measure})\\b`,
    'g',
  )
  return /\blaps?\b|\bone\b/.test(reading.text)
    ? findAll(reading, pattern, ({ of }) => wantedAs({ as: 'nearest', of: measureOf(of) }))
    : reading
}

/** "The total time of laps 5 to 9", "add up my times in section 2", "lost in total against my best lap". */
function findSums(reading: Reading): Reading {
  const times =
    '(?:(?:my|the|all|of|these|those|every|his|her|their|green|clean|lap|race|section|sector|SECTION|last|first|final|opening|closing|NUMBER) )*(?:laps?\\b|times?\\b|SECTION\\b)'
  const sum = new RegExp(
    [
      `\\b(?:sum|total|totals|sum total|grand total|aggregate|cumulative time) (?:time )?(?:of|for|over|from|on) ${times}`,
      `\\b(?:total|combined|cumulative|summed|aggregate|overall|added) (?:(?:up|lap|driving|elapsed) )*times?\\b(?! (?:los|gain|in the pit|in pit|spent))`,
      `\\b(?:add|adding|sum|summing|total(?= (?:up|my|the|all|these|those|his|her|their)\\b)|totalling|tot|totting) (?:up )?${times}(?: up)?`,
      `\\bhow long (?:did|do|does|were|was|have) (?:${times}|i (?:take|need|spend)|it take).*\\blaps?\\b(?! \\d+(?! ?(?:to|-|until|through|and|\\d)))`,
      `\\blaps? \\d{1,2} (?:to|-|until|through|and) (?:lap )?\\d{1,2} (?:added up|all together|altogether|together|summed|in total|combined)\\b`,
    ].join('|'),
    'g',
  )
  const loss =
    /\b(?:total|overall|cumulative|altogether|in total|added up|summed)\b.*\b(?:los(?:t|e|s|ing)|left|thrown away|given away|drop(?:ped)?)\b|\b(?:los(?:t|e|s|ing)|left|thrown away|given away|drop(?:ped)?)\b.*\b(?:in total|overall|altogether|all together|added up|in all|cumulative(?:ly)?)\b/
  const ofBest = /\b(?:my|own|its|his|her) (?:own )?(?:best|fastest|quickest)\b/
  if (loss.test(reading.text) && ofBest.test(reading.text))
    return {
      ...reading,
      mentions: [...reading.mentions, { type: 'wanted', wanted: { as: 'sum', isLoss: true } }],
    }
  return /\b(?:race|pits?|best|fastest|quickest|ideal|lost|lose|gain\w*)\b/.test(reading.text)
    ? reading
    : findAll(reading, sum, (_, match) => ({
        mentions: [{ type: 'wanted', wanted: { as: 'sum' } }],
        put: match,
      }))
}

/** The hour that a lap ended at. */
function findClock(reading: Reading): Reading {
  return findAll(
    reading,
    /\b(?:what )?time of (?:the )?day\b|\b(?:clock|wall|local|real|actual) time\b|\bwall[- ]clock\b|\bo'?clock\b|\bat what time (?:did|was)\b|\bwhat (?:hour|time (?:was it|is it|on the clock))\b|\b(?:hour|time) (?:on|by) (?:the|my) (?:clock|watch)\b/g,
    () =>
      /\brace (?:start|begin|finish|end)|\bgreen flag\b/.test(reading.text)
        ? undefined
        : wantedAs({ as: 'clock' }),
  )
}

/** "The difference between my mean and my median", "how far is my worst off my best?": of one car, two of its figures. */
function findDifferences(reading: Reading): Reading {
  const one = `${whose}(?:green |own |race )?(?<a>second|(?:lap \\d{1,2}|(?:last|final|opening) lap)|(?:${measure})(?: (?:lap|time|SECTION))* (?:of|by) (?:any(?:one|body)|(?:the )?(?:whole )?(?:race|day|field))|${measure}|(?:race|field|day)(?:'s|s)? (?:overall )?(?:best|fastest|quickest))(?: (?:best|green|race|clean|lap|one|times?|laps?|SECTION|anyone did))*`
  const other = one.replace('<a>', '<b>')
  const pattern = new RegExp(
    [
      `\\b(?:difference|diff|gap|delta|distance|spread)\\b(?: in (?:time|seconds|pace))? (?:between|from) ${one} (?:and|to|&) ${other}\\b`,
      `\\bfar apart (?:are|were|is|was) ${one} (?:and|&) ${other}\\b`,
      `\\b(?:from|between) ${one} (?:to|and) ${other}\\b`,
      `\\b${one} (?:and|&) ${other},? (?:and )?how far (?:apart )?(?:are|were) (?:they|the two|those)\\b`,
      `\\b${one},? (?:minus|less|versus|vs\\.?|against|(?:from|off|than|is|was|were|to|above|below|over|under|compares? (?:to|with)|compared (?:to|with)|how did (?:it|that)|how does (?:it|that)|,|quicker|slower|faster|better|worse|away|behind|much|a lot|far|any|way|quite|a bit|a little| )+) ${other}\\b`,
    ]
      .map((text, index) => text.replaceAll('<a>', `<a${index}>`).replaceAll('<b>', `<b${index}>`))
      .join('|'),
    'g',
  )
  const gapTo = new RegExp(
    `\\b(?<a>mean|average|median) (?:gap|distance|difference|deficit) (?:to|from|off) ${whose}(?<b>best|ideal|worst|fastest|quickest)\\b(?: lap\\b)?`,
    'g',
  )
  const gaps = findAll(reading, gapTo, ({ a, b }) =>
    wantedAs({ as: 'difference', of: [partOf(a), partOf(b)] }),
  )
  if (gaps.mentions.length > reading.mentions.length) return gaps
  const isAsked =
    /\b(?:difference|diff|gap|delta|distance|range|span|how (?:much|far|big|many)|(?:better|quicker|slower|faster|worse) than|minus|less|between|compares?|versus|vs|compared|far off)\b/
  if (!isAsked.test(reading.text) || / CAR\b|\bcar\b/.test(reading.text)) return reading
  return findAll(reading, pattern, (groups) => {
    const [a, b] = ['a', 'b'].map((name) =>
      [0, 1, 2, 3, 4].map((at) => groups[`${name}${at}`]).find((text) => text !== undefined),
    )
    const of = [partOf(a), partOf(b)] as const
    return of[0] === of[1] ? undefined : wantedAs({ as: 'difference', of })
  })
}

function partOf(text = ''): Differing {
  if (/^(?:race|field|day)|\b(?:of|by) /.test(text)) return 'race-best'
  if (/\blap\b/.test(text)) return 'lap'
  return text === 'second' ? 'second' : measureOf(text)
}

const endOf = (word: string) => (word === 'slowest' || word === 'worst' ? 'worst' : 'best')
