import type { EntityItem, Item, Named, Span } from './items.ts'
import type { Known } from './known.ts'
import { readNumberList } from './number-lists.ts'
import { phraseAt, phrases } from './phrases.ts'
import { readDate } from './read-dates.ts'
import type { Token } from './tokens.ts'

export type ReadItem = { readonly item: Item; readonly next: number }

const you = new Set("you your yours you're you've you'd yourself".split(' '))
const ordinals: Readonly<Record<string, number>> = {
  first: 1,
  opening: 1,
  second: 2,
  middle: 2,
  third: 3,
  last: 3,
  final: 3,
}
/** After these a bare number may be a car that the conversation knows. */
const beforeCars = new Set(
  'than versus vs against behind the past from by and to off with beat beside'.split(' '),
)
const notAfterCar =
  /^(s|ms|sec|secs|seconds?|tenths?|hundredths?|thousandths?|%|°|laps?|places?|cars?|green|of|km|mph|kph|points?|percent|samples?|others?|st|nd|rd|th|degrees?|races?|stops?|-|\/|minutes?|hours?|days?|others)$/

/** A car, lap, section, corner, race, track or date at a token. */
export function readEntity(
  tokens: readonly Token[],
  at: number,
  known: Known,
): ReadItem | undefined {
  const text = tokens[at]?.text ?? ''
  if (you.has(text)) return readYou(tokens, at, known)
  return (
    readTrack(tokens, at, known) ??
    readDate(tokens, at) ??
    readHalf(tokens, at) ??
    readBeforeNoun(tokens, at, known) ??
    readNoun(tokens, at, known) ??
    readShort(tokens, at, known) ??
    readBareCar(tokens, at, known)
  )
}

function entity(type: EntityItem['type'], named: readonly Named[], span: Span): EntityItem {
  return { type, named, start: span.start, end: span.end }
}

function readYou(tokens: readonly Token[], at: number, { me }: Known): ReadItem {
  const token = tokens[at] ?? { start: 0, end: 0 }
  const named = [{ id: me ?? '?', start: token.start, end: token.end }]
  const isPossessive = /^yours?$/.test(tokens[at]?.text ?? '')
  const { start, end } = token
  return { item: { type: 'car', named, isImplied: true, isPossessive, start, end }, next: at + 1 }
}

function readTrack(tokens: readonly Token[], at: number, known: Known): ReadItem | undefined {
  const found = phraseAt(known.tracks, tokens, at)
  if (found === undefined) return undefined
  const span = spanOf(tokens, at, found.next)
  return { item: entity('track', [{ ...span, id: found.means }], span), next: found.next }
}

/** "the second section", "the first lap", "the other race", "Sunday". */
function readBeforeNoun(tokens: readonly Token[], at: number, known: Known): ReadItem | undefined {
  const [first = '', noun = ''] = tokens.slice(at, at + 2).map(({ text }) => text)
  const span = spanOf(tokens, at, at + 2)
  const place = ordinals[first]
  if (/^(section|sector)$/.test(noun) && place !== undefined)
    return { item: entity('section', [{ ...span, id: `s${place}` }], span), next: at + 2 }
  if (noun === 'lap' && (first === 'first' || first === 'opening'))
    return { item: entity('lap', [{ ...span, id: '1' }], span), next: at + 2 }
  if (noun === 'lap' && place !== undefined)
    return { item: entity('lap', [{ ...span, id: '?' }], span), next: at + 2 }
  if (noun === 'race' && (first === 'first' || first === 'second' || first === 'other'))
    return { item: entity('race', [{ ...span, id: known.race(first) }], span), next: at + 2 }
  const day = known.raceOfDay(first.replace(/'s$/, ''))
  if (day === undefined) return undefined
  const next = noun === 'race' || noun === "'s" ? at + 2 : at + 1
  const whole = spanOf(tokens, at, next)
  return { item: entity('race', [{ ...whole, id: day }], whole), next }
}

const nouns: Readonly<Record<string, EntityItem['type'] | 'corner'>> = {
  car: 'car',
  cars: 'car',
  number: 'car',
  no: 'car',
  '#': 'car',
  lap: 'lap',
  laps: 'lap',
  section: 'section',
  sections: 'section',
  sector: 'section',
  sectors: 'section',
  race: 'race',
  races: 'race',
  turn: 'corner',
  turns: 'corner',
  corner: 'corner',
  corners: 'corner',
}

/** "car 22", "laps 5, 9 and 14", "Section 2", "Turns 5–11", "race 2". */
function readNoun(tokens: readonly Token[], at: number, known: Known): ReadItem | undefined {
  const word = tokens[at]?.text ?? ''
  const type = Object.hasOwn(nouns, word) ? nouns[word] : undefined
  if (type === undefined) return undefined
  let from = at + 1
  if (word === 'no' && tokens[from]?.text === '.') from++
  if (word === 'car' && /^(#|number|no)$/.test(tokens[from]?.text ?? '')) from++
  const list = readNumberList(tokens, from)
  if (list === undefined || (word === 'no' && tokens[from]?.type !== 'number')) return undefined
  const span = spanOf(tokens, at, list.next)
  if (type === 'corner')
    return { item: { type, corners: list.named.map(({ id }) => id), ...span }, next: list.next }
  const half = type === 'section' ? readHalfWords(tokens, list.next) : undefined
  const named = list.named.map((one) => ({ ...one, id: idOf(type, one.id, half?.half, known) }))
  const next = half?.next ?? list.next
  const item = entity(type, named, spanOf(tokens, at, next))
  return { item: list.isRange ? { ...item, isRange: true } : item, next }
}

function idOf(type: EntityItem['type'], id: string, half: string | undefined, known: Known) {
  if (type === 'section') return `s${id}${half ?? ''}`
  return type === 'race' ? known.race(id) : id
}

/** "S2", "s2b", "R1", "T5". */
function readShort(tokens: readonly Token[], at: number, known: Known): ReadItem | undefined {
  const token = tokens[at]
  const [, letter, number = ''] = /^([srt])(\d{1,2}[ab]?)$/.exec(token?.text ?? '') ?? []
  if (token === undefined || letter === undefined) return undefined
  const span = { start: token.start, end: token.end }
  if (letter === 't') return { item: { type: 'corner', corners: [number], ...span }, next: at + 1 }
  const id = letter === 's' ? `s${number}` : known.race(number)
  return {
    item: entity(letter === 's' ? 'section' : 'race', [{ ...span, id }], span),
    next: at + 1,
  }
}

/** "than 22", "the 22": only a car that scope or facts know, and only where nothing is counted. */
function readBareCar(tokens: readonly Token[], at: number, known: Known): ReadItem | undefined {
  const token = tokens[at]
  if (token?.type !== 'number' || !known.cars.has(token.text)) return undefined
  if (!beforeCars.has(tokens[at - 1]?.text ?? '')) return undefined
  if (notAfterCar.test(tokens[at + 1]?.text ?? '')) return undefined
  const span = { start: token.start, end: token.end }
  return { item: entity('car', [{ ...span, id: token.text }], span), next: at + 1 }
}

const halfPhrases = phrases([
  ['up to the mid loop', 'a'],
  ['up to there', 'a'],
  ['from the mid loop on', 'b'],
  ['after the mid loop', 'b'],
  ['from there', 'b'],
  ['from there on', 'b'],
])

function readHalfWords(tokens: readonly Token[], at: number) {
  const found = phraseAt(halfPhrases, tokens, at)
  return found && { half: found.means, next: found.next }
}

/** "the first half of Section 2"; "up to the mid loop" of the section named before it. */
function readHalf(tokens: readonly Token[], at: number): ReadItem | undefined {
  const words = tokens.slice(at, at + 5).map(({ text }) => text)
  const [which = '', half, of, section = '', number = ''] = words
  const span = spanOf(tokens, at, at + 5)
  const letter = which === 'first' ? 'a' : which === 'second' ? 'b' : undefined
  if (letter && half === 'half' && of === 'of' && /^sect(ion|or)$/.test(section))
    return { item: entity('section', [{ ...span, id: `s${number}${letter}` }], span), next: at + 5 }
  const found = readHalfWords(tokens, at)
  if (found === undefined) return undefined
  const own = spanOf(tokens, at, found.next)
  const item: EntityItem = {
    type: 'section',
    named: [{ ...own, id: `?${found.half}` }],
    isImplied: true,
    ...own,
  }
  return { item, next: found.next }
}

export function spanOf(tokens: readonly Token[], from: number, next: number): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[next - 1]?.end ?? tokens.at(-1)?.end ?? 0 }
}
