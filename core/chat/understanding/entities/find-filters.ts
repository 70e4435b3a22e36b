import { findAroundStop } from './find-around-stop.ts'
import { findLeftOutAnyway, leave } from './left-out-anyway.ts'
import { findObjected, findThoseLeftOut } from './find-objected.ts'
import { lapsIn } from './find-laps.ts'
import { endOf, findEnds } from './find-ends.ts'
import { findLeftOutStretches, withoutDoubtful } from './left-out-stretch.ts'
import type { LapName, Mention } from './mention.ts'
import { numberOf, numberPattern } from './number-text.ts'
import type { Reading } from './reading.ts'
import { findAll } from './reading.ts'

const number = `(?:${numberPattern})`
const laps = `laps? (?<laps>${number}(?:(?:,? and |, ?| & |,? or | ?- ?| to | through | thru | (?=\\d))(?:lap )?${number})*)`
/** "leave out lap 8", "only after the restart", "without traffic", "from lap 10 on", "last five laps", "first half". */
export function findFilters(reading: Reading): Reading {
  let read = findAll(
    findThoseLeftOut(findObjected(findLeftOutStretches(reading))),
    new RegExp(`\\b(?:${leave}) ${laps}\\b`, 'g'),
    ({ laps: text = '' }) => ({
      mentions: [{ type: 'without', laps: lapsIn(text).map(({ lap }) => lap) }],
      put: 'FILTER',
    }),
  )
  // Without the word "laps": what is left out of an average are laps, not cars.
  read = findAll(
    read,
    new RegExp(
      `\\b(?:leaving out|leave out|without|exclude|excluding|except(?: for)?|minus|not counting|ignoring) (?<laps>${number}(?:(?:,? and |, ?| ?& )${number})*)\\b(?! ?(?:cars|s|seconds|%|of)\\b|[.:]\\d)`,
      'g',
    ),
    ({ laps: text = '' }) => ({
      mentions: [{ type: 'without', laps: lapsIn(text).map(({ lap }) => lap) }],
      put: 'FILTER',
    }),
  )
  read = findAll(
    read,
    new RegExp(
      `\\b(?:(?:take|taking|leave|leaving|cut|throw|chuck|kick|pull|strip|get|knock) (?:the )?(?=laps? [\\w, &]+? (?:back )?out\\b)|(?=laps? [\\w, &]+? (?:left|taken|thrown) out\\b))(?<laps>laps? ${number}(?:(?:,? and |, ?| & )(?:lap )?${number})*) (?:left |taken |thrown )?(?:back )?out\\b(?: of (?:it|that|there|them)\\b)?`,
      'g',
    ),
    ({ laps: text = '' }) => ({
      mentions: [{ type: 'without', laps: lapsIn(text).map(({ lap }) => lap) }],
      put: 'FILTER',
    }),
  )
  read = findAll(
    read,
    new RegExp(
      `\\b(?:${leave}|no) (?:the |any |all )?(?:laps (?:in|with) )?traffic(?: laps)?\\b|\\b(?:only|just) (?:counting |using |taking )?(?:the |my |those )?(?:laps )?(?:in )?(?:clear|clean|free) air\\b|\\b(?:the |my |those )?laps (?:in|with) (?:clear|clean|free) air(?: only| alone)?\\b|\\b(?:only|just) (?:the )?laps without traffic\\b|\\b(?:when|with|while|if) (?:there (?:is|was) )?(?:nobody|no one|no-one|no car|noone|nothing)(?:'s| is| was)? (?:in front|ahead)(?: of me| of us)?\\b|\\bwith (?:a )?(?:clear|clean|free|empty) (?:track|road)(?: ahead)?\\b`,
      'g',
    ),
    () => ({ mentions: [{ type: 'without-traffic' }], put: 'FILTER' }),
  )
  read = findAll(read, /\bin (?:clear|clean|free) air\b/g, () => ({
    mentions: [{ type: 'without-traffic' }],
  }))
  read = findEndsLeftOut(findNamedLeftOut(findLeftOutAnyway(read)))
  return withoutDoubtful(read, findStretches(findAroundStop(findAfterRestart(read))))
}

/** "Without my worst lap": which one that is, the documents tell. */
function findNamedLeftOut(reading: Reading): Reading {
  const one = new RegExp(
    `\\b(?:${leave}) (?:the |my |his |her |that |one |single )*?(?:(?<name>worst|slowest|bad|best|fastest|quickest|last|final) (?:green )?(?:lap|one)|(?<that>that|it|this)(?: lap| one)?(?=$|[?!.,:;]))`,
    'g',
  )
  const many = new RegExp(
    `\\b(?:${leave}) (?:the |my |his |her )?(?<count>${number}) (?<name>worst|slowest|best|fastest|quickest)(?: (?:green )?(?:laps|ones)\\b|(?= *(?:$|[?!.,])))`,
    'g',
  )
  const read = findAll(reading, many, ({ name = '', count = '' }) => ({
    mentions: Array.from({ length: Math.min(10, numberOf(count) ?? 1) }, () => ({
      type: 'without-name' as const,
      name: namesOf[name] ?? 'worst',
    })),
    put: 'FILTER',
  }))
  return findAll(read, one, ({ name = '', that }) => ({
    mentions: [
      that === undefined
        ? { type: 'without-name', name: namesOf[name] ?? 'worst' }
        : { type: 'without-that' },
    ],
    put: 'FILTER',
  }))
}

const namesOf: Readonly<Record<string, LapName>> = {
  best: 'best',
  fastest: 'best',
  quickest: 'best',
  last: 'last',
  final: 'last',
}

/** "Ignore the first five laps", "skip the last two": the others are meant. */
function findEndsLeftOut(reading: Reading): Reading {
  const end = new RegExp(
    `\\b(?:${leave}) (?:the |my |his |her |your |all )?(?<end>first|opening|last|final|closing) (?<laps>${number}|few|couple(?: of)?)(?: laps\\b|(?=$|[?!.,]| and (?:the |my )?(?:first|last|final)))`,
    'g',
  )
  const after = new RegExp(
    `\\b(?:with |having )?(?:the |my )?(?<end>first|opening|last|final|closing) (?<laps>${number}|few|couple of) laps (?:(?:left|taken|cut|thrown) out|excluded|ignored|removed|dropped|(?:(?:do|should|did)(?:n'?t| not)) (?:really )?(?:count|matter))\\b`,
    'g',
  )
  const leftOut = (found: Readonly<Record<string, string | undefined>>) => ({
    mentions: [{ ...endOf(found), isLeftOut: true } as const],
    put: 'FILTER',
  })
  // "The first three and the last two": the second end after the first one.
  const more = new RegExp(
    `(?<=FILTER) and (?:the |my )?(?<end>first|opening|last|final|closing) (?<laps>${number}|few|couple(?: of)?)(?: laps\\b|(?=$|[?!.,]))`,
    'g',
  )
  const first = findAll(findAll(reading, after, leftOut), end, leftOut)
  return findAll(first, more, leftOut)
}

function findAfterRestart(reading: Reading): Reading {
  const restart = 'the (?:last |final |first |second )?(?:restart|yellow|caution|safety car|fcy)'
  const ofFigure = new RegExp(
    `(?<=\\b(?:best|fastest|quickest|slowest|worst|average|mean|median|ideal) (?:green |clean )?laps? )(?<side>after|since|before) ${restart}\\b`,
    'g',
  )
  const figured = findAll(reading, ofFigure, ({ side }) => ({
    mentions: [{ type: side === 'before' ? 'before-restart' : 'after-restart' }],
    put: 'FILTER',
  }))
  const before = new RegExp(
    `\\b(?:only |just )?(?:laps )?(?<!lap )(?:before|until|up to) ${restart}\\b(?! (?:lap|and after))`,
    'g',
  )
  const first = findAll(figured, before, () => ({ mentions: [{ type: 'before-restart' }] }))
  const only = new RegExp(
    `\\b(?:only|just) (?:count(?:ing)? |us(?:e|ing) |tak(?:e|ing) |look(?:ing)? at |consider(?:ing)? |with )?(?:the |my |those )?(?:laps )?(?:after|since|from) ${restart}(?: on)?\\b|\\bafter ${restart} only\\b|\\bsince ${restart}\\b|\\b(?:once|after) ${restart} (?:was|were|had|has|is) (?:been )?(?:gone|in|over|done|ended|lifted|finished|cleared|out of the way)\\b|\\b(?:once|after) (?:it|we|they|the race|racing) (?:went|was|were|got|had gone) (?:back )?(?:to )?green(?: again)?\\b`,
    'g',
  )
  const read = findAll(first, only, () => ({
    mentions: [{ type: 'after-restart' }],
    put: 'FILTER',
  }))
  return findAll(read, new RegExp(`(?<!lap )\\bafter ${restart}\\b`, 'g'), () => ({
    mentions: [{ type: 'after-restart' }],
  }))
}

const halves: Readonly<Record<string, number>> = { half: 2, third: 3, quarter: 4 }

/** Stretches stay in the text: intents are told from them too ("first half against second half"). */
function findStretches(reading: Reading): Reading {
  const from = new RegExp(
    `\\b(?:only |just )?(?:from|after|since) lap (?<from>${number})(?: on(?:wards?)?| to the end)?\\b(?! (?:to|until|till|-) )|\\b(?:only |just )?(?:until|till|up to|before) lap (?<to>${number})\\b|\\b(?:only |just )?laps (?:after|since|from) (?<later>${number})(?: on(?:wards?)?)?\\b(?! ?(?:to|until|till|-|[:.]\\d))|\\b(?:only |just )?laps (?:until|till|up to|before) (?<earlier>${number})\\b`,
    'g',
  )
  let read = findAll(reading, from, (found, match) => {
    const [first, last] = [
      numberOf(found['from'] ?? found['later'] ?? ''),
      numberOf(found['to'] ?? found['earlier'] ?? ''),
    ]
    const isAfter = /\bafter\b/.test(match)
    const isBefore = /\bbefore\b/.test(match)
    const stretch: Mention = {
      type: 'stretch',
      ...(first !== undefined && { from: first + (isAfter ? 1 : 0) }),
      ...(last !== undefined && { to: last - (isBefore ? 1 : 0) }),
    }
    return { mentions: [stretch], put: 'FILTER' }
  })
  const only = new RegExp(
    `\\b(?:only|just) (?:the )?laps (?<from>${number}) ?(?:to|-|until|till|through|thru) ?(?<to>${number})\\b`,
    'g',
  )
  read = findAll(read, only, (found) => {
    const [first, last] = [numberOf(found['from'] ?? ''), numberOf(found['to'] ?? '')]
    if (first === undefined || last === undefined) return undefined
    return { mentions: [{ type: 'stretch', from: first, to: last }], put: 'FILTER' }
  })
  // "In the first or the second half" sets both beside each other.
  const share =
    /(?<!\bfirst (?:or|and|vs|versus|to|than|against) (?:in )?(?:the |my )?)\b(?<which>first|second|middle|last|final) (?<of>half|third|quarter)\b(?! (?:of )?(?:the )?s)/g
  return findAll(findEnds(read), share, ({ which, of = 'half' }) => {
    const parts = halves[of] ?? 2
    const part = which === 'first' ? 1 : which === 'second' || which === 'middle' ? 2 : parts
    return { mentions: [{ type: 'share', part, of: parts }] }
  })
}
