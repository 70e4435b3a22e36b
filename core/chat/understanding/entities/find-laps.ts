import type { LapName } from './mention.ts'
import { numberOf, numberPattern, ordinalPattern } from './number-text.ts'
import type { Found, Reading } from './reading.ts'
import { findAll } from './reading.ts'

const number = `(?:${numberPattern})`
const between = String.raw`(?:,? (?:and|or|&|vs\.?|versus|with|to|against|than) |, ?| ?& ?| (?=\d))`

/** "Best lap 22" asks for a lap of car 22. */
const ofCars = 'best|fastest|quickest|ideal|optimal|theoretical|average|avg|median|mean'

/** "lap 8", "lap eight", "the 8th lap", "laps 5 to 9", "laps 3, 5 and 8", "my best lap", "lap after the restart". */
export function findLaps(reading: Reading): Reading {
  return findNamedLaps(findNumbered(findRanges(findRestartLaps(reading))))
}

function findRestartLaps(reading: Reading): Reading {
  return findAll(
    reading,
    /\b(?:the )?(?:(?:(?:first )?lap|first laps) (?:right |just |straight )?after the (?:restart|yellow|caution|safety car|fcy|green)|restart lap)\b/g,
    () => ({ mentions: [{ type: 'lap-name', name: 'restart' }], put: 'LAP' }),
  )
}

function findRanges(reading: Reading): Reading {
  const range = new RegExp(
    `\\b(?:laps?(?: ?times?)?(?: (?:of|for|from|on))?(?: laps?)?|l) ?(?<from>${number}) ?(?:to|-|until|till|through|thru|up to|and up to) ?(?:lap )?(?<to>${number})\\b|(?<!\\b(?:differ\\w*|compar\\w*|changed?) )\\bbetween laps? (?<low>${number}) and (?:lap )?(?<high>${number})\\b`,
    'g',
  )
  const found = ({ from, to, low, high }: Readonly<Record<string, string | undefined>>): Found => {
    const [first, last] = [numberOf(from ?? low ?? ''), numberOf(to ?? high ?? '')]
    if (first === undefined || last === undefined || last <= first) return undefined
    return { mentions: [{ type: 'laps', from: first, to: last }], put: 'LAPS' }
  }
  // "Laps 5 to 9 against 10 to 14"
  const next = new RegExp(
    `(?<=LAPS[^?!.]{0,40}\\b(?:and|or|vs\\.?|versus|v|against|to|with|than|then) (?:my |the |on |in |over )?)(?<from>${number}) ?(?:to|-|until|till|through|thru) ?(?<to>${number})\\b(?!:)`,
    'g',
  )
  // "I was held up on 24 to 27": no car is a span.
  const bare = new RegExp(
    `(?<=\\b(?:on|during|for|in|over|between|those|from) )(?<from>\\d{1,2}) ?(?:to|-|until|till|through|thru) ?(?<to>\\d{1,2})(?![\\d:.]| ?(?:places?|positions?|seconds?|secs?|s|tenths?|%|cars|degrees?)\\b)`,
    'g',
  )
  const isOfPlaces =
    /\b(?:place[sd]?|position|finish\w*|start\w*|grid|went|came|climb\w*|charg\w*|drop\w*|fell|p)\b|\bturns?\b/
  const read = findAll(findAll(reading, range, found), next, found)
  return isOfPlaces.test(reading.text) ? read : findAll(read, bare, found)
}

function findNumbered(reading: Reading): Reading {
  const list = new RegExp(`\\blaps ?(?<list>${number}(?:${between}(?:lap )?${number})+)\\b`, 'g')
  const below = findAll(reading, /\blaps? (?:-|minus |negative )(?<lap>\d+)\b/g, ({ lap }) => ({
    mentions: [{ type: 'lap', lap: -Number(lap) }],
    put: 'LAP',
  }))
  let read = findAll(below, list, ({ list: text = '' }) => ({
    mentions: lapsIn(text),
    put: 'LAPS',
  }))
  const one = new RegExp(
    `(?<!\\b(?:${ofCars}) )\\b(?:laps? ?(?:number |no\\.? |nr\\.? |#|-)?|l)(?<lap>${number})\\b|\\b(?:the )?(?<nth>${ordinalPattern}) lap\\b`,
    'g',
  )
  read = findAll(read, one, ({ lap, nth = lap }) => {
    const lapNumber = numberOf(nth ?? '')
    if (lapNumber === undefined) return undefined
    return { mentions: [{ type: 'lap', lap: lapNumber }], put: 'LAP' }
  })
  // "lap 5 and 8": a number that goes on after a lap is a lap, unless it is called a car.
  const next = new RegExp(`(?<=LAP(?:,? and|,? or|,| vs\\.?| versus| &) )(?<lap>${number})\\b`, 'g')
  const nth = new RegExp(
    `(?<=LAP [^,?]{0,30}(?:than|vs|versus|or|and|to) (?:my|the|his|her) )(?<lap>${ordinalPattern})(?=$|[?!.,])`,
    'g',
  )
  read = findAll(read, nth, ({ lap }) => {
    const lapNumber = numberOf(lap ?? '')
    return lapNumber === undefined
      ? undefined
      : { mentions: [{ type: 'lap', lap: lapNumber }], put: 'LAP' }
  })
  return findAll(read, next, ({ lap }) => {
    const lapNumber = numberOf(lap ?? '')
    return lapNumber === undefined
      ? undefined
      : { mentions: [{ type: 'lap', lap: lapNumber }], put: 'LAP' }
  })
}

/** The numbers of a list of laps, spans ("3 to 6") among them. */
export function lapsIn(text: string): { readonly type: 'lap'; readonly lap: number }[] {
  const whole = text.replaceAll(
    new RegExp(`\\b(${number}) ?(?:-|to|through|thru) ?(?:lap )?(${number})\\b`, 'g'),
    (_, from: string, to: string) => spanned(numberOf(from), numberOf(to)),
  )
  const found = whole.match(new RegExp(`\\b${number}\\b`, 'g')) ?? []
  return found.flatMap((word) => {
    const lap = numberOf(word)
    return lap === undefined ? [] : { type: 'lap', lap }
  })
}

/** "3 to 6" → "3 4 5 6" */
function spanned(from = 0, to = 0): string {
  const length = Math.min(200, Math.max(0, to - from + 1))
  return Array.from({ length }, (_, index) => from + index).join(' ')
}

/** Names that stay in the text, since intents are told from them ("my best lap"), and some that do not. */
const named: readonly (readonly [RegExp, LapName, string?])[] = [
  [/\b(?:my |the )?(?:very )?(?:last|final) lap\b(?! times)/g, 'last', 'LAP'],
  [
    /(?<!\b(?:best|fastest|quickest|slowest|worst|average|mean|median|ideal|green) )\b(?:the )?(?:lap before(?: that)?|previous lap)\b/g,
    'previous',
    'LAP',
  ],
  [
    /(?<!\b(?:best|fastest|quickest|slowest|worst|average|mean|median|ideal|green) )\b(?:the )?(?:lap after(?: that)?|next lap)\b/g,
    'next',
    'LAP',
  ],
  [
    /\b(?:best|fastest|quickest|quick) (?:race )?lap\b|\bmy (?:best|fastest|quickest)(?: one)?(?= (?:in|with|done|against|vs|on|was|a|one)\b|$|\?)|\b(?:pb|personal best)\b/g,
    'best',
  ],
  // "Lap 6 next to my quickest one", "against its own best"
  [
    /(?<=LAP\b[^?]*\b(?:vs\.?|versus|against|beside|to|with|than|off|and) (?:my|its|his|her|their|our|CAR's) (?:own |very )?)(?:best|fastest|quickest)(?: ones?\b| tour\b)?(?=$|[ ?!.,:;])(?! (?:lap|race|section|sector|SECTION|five|ten|three|quarter|green|clean))/g,
    'best',
  ],
  [/\b(?:worst|slowest) (?:(?:green|clean|counted|counting|proper) )?(?:lap|one)\b/g, 'worst'],
  [/\bin[- ]lap\b/g, 'in'],
  [/\bout[- ]lap\b/g, 'out'],
]

function findNamedLaps(reading: Reading): Reading {
  const opening = findAll(reading, /\b(?:the |my )?opening lap\b/g, () => ({
    mentions: [{ type: 'lap', lap: 1 }],
    put: 'LAP',
  }))
  return named.reduce(
    (read, [pattern, name, put]) =>
      findAll(read, pattern, () => ({
        mentions: [{ type: 'lap-name', name }],
        ...(put !== undefined && { put }),
      })),
    opening,
  )
}
