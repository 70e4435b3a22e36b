import type { SectionId, SubSectionId } from '#core/domain/quantity.ts'
import { sectionIds, subSectionIds } from '#core/domain/quantity.ts'
import type { Mention } from './mention.ts'
import { numberOf, numberPattern } from './number-text.ts'
import type { Found, Reading } from './reading.ts'
import { findAll } from './reading.ts'

const noun = '(?:sub ?-?)?(?:section|sector|sec|sect|split|segment)'
const which = '[123]|one|two|three'
const order = 'first|second|third|middle|last|final|1st|2nd|3rd'

/** "S2", "sector two", "the middle sector", "sections 1 and 3", "which section, 1 or 3", "2b", "first half of S2". */
export function findSections(reading: Reading): Reading {
  const list = new RegExp(
    `\\b${noun}s?[,:]? (?<first>${which})(?<rest>(?:(?:,| and| or| &| vs| to)+ (?:${which})\\b)+)`,
    'g',
  )
  let read = findAll(reading, list, (_, match) => listed(match))
  read = findOrdered(read)
  const halves = new RegExp(
    `\\b(?<half>first|second|1st|2nd|last) (?:half|part) (?:of |in )?(?:the )?(?:${noun}s? ?(?<long>${which})|s ?(?<short>[123])|(?<before>${order}) ${noun})\\b`,
    'g',
  )
  read = findAll(read, halves, ({ half, long, short, before }) =>
    found(sectionNumber(long ?? short ?? before), half === 'first' || half === '1st' ? 'a' : 'b'),
  )
  read = findAll(
    read,
    new RegExp(`\\b(?:${noun} ?|s)(?<text>[123]-?[c-f])\\b`, 'g'),
    ({ text = '' }) => ({ mentions: [{ type: 'no-section', text }], put: 'SECTION' }),
  )
  const named = new RegExp(
    `\\b(?:${noun}s? ?(?:number |no\\.? |#|-)?(?<long>${which})|s-?(?<short>[123]))(?:-?(?<half>[ab])| (?<apart>[ab])(?= ?(?:$|[?,.!]|and |or |vs )))?\\b`,
    'g',
  )
  read = findAll(read, named, ({ long, short, half, apart }) =>
    found(sectionNumber(long ?? short), half ?? apart),
  )
  read = findAll(read, new RegExp(`\\b(?<before>${order}) ${noun}\\b`, 'g'), ({ before }) =>
    found(sectionNumber(before)),
  )
  read = findAll(read, new RegExp(`\\b${noun} ?(?<text>\\d{1,2})\\b`, 'g'), ({ text = '' }) => ({
    mentions: [{ type: 'no-section', text }],
    put: 'SECTION',
  }))
  read = findParts(read)
  read = findAll(read, /\b(?<long>[123])(?<half>[ab])\b/g, ({ long, half }) =>
    found(Number(long), half),
  )
  return findAll(
    read,
    new RegExp(
      `(?<=(?:SECTION|SUBSECTION)(?:,| and| or| vs| to| with|'s)* )(?<more>${which})(?= |$|,|\\?)`,
      'g',
    ),
    ({ more }) => found(sectionNumber(more)),
  )
}

/** "The middle bit", "the last part of the lap". */
function findParts(reading: Reading): Reading {
  const read = findAll(
    reading,
    /\b(?:the )?middle (?:one(?! (?:of|out of) (?:my|the|all|his|her))|bit|(?:part |third )?of the (?:lap|track))\b/g,
    () => found(2),
  )
  return findAll(
    read,
    /\b(?:the )?(?:(?<early>first|opening|early)|last|final|closing|back) (?:part|bit|third) of (?:the|a) (?:lap|track)\b/g,
    ({ early }) => found(early === undefined ? 3 : 1),
  )
}

/** "The first or the last sector". */
function findOrdered(reading: Reading): Reading {
  const several = new RegExp(
    `\\b(?<first>${order})(?<rest>(?:(?:,| and| or| to| than| vs)+ (?:the |my )?(?:${order}))+) ${noun}s?\\b`,
    'g',
  )
  return findAll(reading, several, ({ first = '', rest = '' }) => {
    const words = [first, ...(rest.match(new RegExp(`\\b(?:${order})\\b`, 'g')) ?? [])]
    const mentions = words.flatMap((word) => [...(found(sectionNumber(word))?.mentions ?? [])])
    const between = /\b(?:or|than|vs)\b/.test(rest) ? ' or ' : ' and '
    return { mentions, put: mentions.map(() => 'SECTION').join(between) }
  })
}

/** "turn 5", "T5", "corner five", "turns 5 and 6", "turn 3a", "the last corner". */
export function findCorners(reading: Reading): Reading {
  const noun_ = '(?:turns?|t|corners?|curves?|bends?|tn)'
  const pattern = new RegExp(
    `(?<!')\\b${noun_} ?(?:number |no\\.? |#|-)?(?<first>${numberPattern})(?<letter>[a-d])?\\b(?<rest>(?:(?:,| and| or| to| -)+ (?:turn )?\\d{1,2}[a-d]?\\b)*)`,
    'g',
  )
  const read = findAll(
    reading,
    /\b(?:the )?(?:very )?(?:last|final) (?:turn|corner|curve|bend)\b(?! of (?:the )?SECTION)/g,
    () => ({ mentions: [{ type: 'corner', corner: 'last' }], put: 'CORNER' }),
  )
  return findAll(read, pattern, ({ first = '', letter = '', rest = '' }) => {
    const more = rest.match(/\d+[a-d]?/g) ?? []
    const corners = [`${numberOf(first) ?? ''}${letter}`, ...more]
    return { mentions: corners.map((corner) => ({ type: 'corner', corner })), put: 'CORNER' }
  })
}

function listed(match: string): Found {
  const mentions = (match.match(new RegExp(`\\b(?:${which})\\b`, 'g')) ?? []).flatMap(
    (word): Mention[] => [...(found(sectionNumber(word))?.mentions ?? [])],
  )
  return { mentions, put: mentions.map(() => 'SECTION').join(' and ') }
}

function sectionNumber(word = ''): number | undefined {
  if (word === 'middle') return 2
  return word === 'last' || word === 'final' ? 3 : numberOf(word)
}

function found(number: number | undefined, half = ''): Found {
  const section = sectionOf(`s${number ?? ''}${half}`)
  if (section === undefined) return undefined
  const put = half === '' ? 'SECTION' : 'SUBSECTION'
  return { mentions: [{ type: 'section', section }], put }
}

function sectionOf(id: string): SectionId | SubSectionId | undefined {
  return [...sectionIds, ...subSectionIds].find((known) => known === id)
}
