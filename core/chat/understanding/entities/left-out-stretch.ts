import { leave } from './left-out-anyway.ts'
import type { Mention } from './mention.ts'
import { numberOf, numberPattern } from './number-text.ts'
import type { Reading } from './reading.ts'
import { findAll } from './reading.ts'

const filler =
  '(?: (?:out|off|away|about|everything|anything|all|what|whatever|that|those|these|the|my|his|her|of|any|every|stuff|things?|bits?|part|laps?|race|came|comes|happened|happens|was|is|were|went|driven|done|i (?:did|drove)))*'
const before = 'before|prior to|earlier than|ahead of'
const after = 'after|later than|beyond|past|following'
const lap = `(?:the )?(?:lap )?(?:number )?(?<lap>${numberPattern})(?:st|nd|rd|th)?(?: lap)?`
const open = `(?! ?(?:to|-|until|till|through|and lap)\\b| ?%|[.:]\\d)`
const stretch = `(?<side>${before}|${after}|until|till|up to(?: and including)?|through|from|since) ${lap}(?: on(?:wards?)?| and on| to the end)?\\b${open}`
const noCount =
  "(?:(?:does|do|did|should|shall|must|will|can|is|are)(?:n'?t| not)|wo(?:n'?t|not)|cannot|never)(?: (?:really|be|to|actually))*(?: (?:count(?:ed)?|matter|include[d]?|considered|relevant|in it|interest(?: me)?))"
const isOut = `(?:${noCount}|(?:is |are |was |were )?(?:left|taken|cut|thrown) out|(?:is |are )?(?:excluded|ignored|removed|dropped|forgotten))`

/** "Forget everything before lap 10", "after lap 15 doesn't count", "after lap 20 was rubbish, my pace without that". */
export function findLeftOutStretches(reading: Reading): Reading {
  const put = 'FILTER'
  const found = (groups: Readonly<Record<string, string | undefined>>) => {
    const mention = others(groups['side'], numberOf(groups['lap'] ?? ''))
    return mention && { mentions: [mention], put }
  }
  const begun = new RegExp(`\\b(?:${leave})${filler} ${stretch}`, 'g')
  const ended = new RegExp(
    `\\b(?:(?:everything|anything|all|what(?:ever)?)(?: (?:that )?(?:was|came|happened|went|is))? )?${stretch},?(?: (?:it|that|they))? ${isOut}`,
    'g',
  )
  const named = new RegExp(
    `\\b(?:everything |anything |all )?${stretch}(?<said>.*?)[, ]+(?:${leave}) (?:that|it|those|them|these|this)(?: (?:laps?|part|bit|stretch))?(?=[?!., ]|$)`,
    'g',
  )
  // "Before lap 5 and after lap 20": both ends.
  const further = new RegExp(`(?<=FILTER),? (?:and|or|&)${filler} ${stretch}`, 'g')
  const first = findAll(reading, begun, found)
  const both = first === reading ? reading : findAll(first, further, found)
  const once = findAll(both, ended, found)
  return findAll(once, named, (groups) => {
    const one = found(groups)
    const said = (groups['said'] ?? '').replace(judged, '')
    return one && { ...one, put: `FILTER${said}` }
  })
}

/** "Was rubbish": why it is left out, and no question. */
const judged = /^ (?:was|were|is|are|got|went)\b[^,;:]*(?=[,;:])/

/** What is left where a stretch is left out. */
function others(side: string | undefined, lap: number | undefined): Mention | undefined {
  if (side === undefined || lap === undefined) return undefined
  const type = 'stretch'
  if (new RegExp(`^(?:${after})$`).test(side)) return { type, to: lap }
  if (side === 'from' || side === 'since') return lap > 1 ? { type, to: lap - 1 } : undefined
  return { type, from: side.startsWith('up to') || side === 'through' ? lap + 1 : lap }
}

const unread = new RegExp(`\\b(?:${leave}|${noCount})\\b`)

/** Of words that leave out something that was not understood no stretch is kept: it might be the wrong end. */
export function withoutDoubtful(before: Reading, reading: Reading): Reading {
  if (!unread.test(reading.text)) return reading
  const isNew = (one: Mention) => one.type === 'stretch' && !before.mentions.includes(one)
  return { ...reading, mentions: reading.mentions.filter((one) => !isNew(one)) }
}
