import { readAmount } from './amounts.ts'
import { beyondPhrases, beyondWords, hedges } from './beyond-words.ts'
import { directionPhrases, negations } from './direction-phrases.ts'
import { type Refusal, refuse } from './given.ts'
import type { Item } from './items.ts'
import type { Known } from './known.ts'
import { namePhrases } from './name-phrases.ts'
import { numberWords } from './number-words.ts'
import { phraseAt, phrases } from './phrases.ts'
import { plainPhraseTexts, plainWords } from './plain-words.ts'
import { readEntity, type ReadItem, spanOf } from './read-entities.ts'
import { type Token, tokensOf, touches } from './tokens.ts'

const plainPhrases = phrases(plainPhraseTexts.map((text) => [text, text] as const))
const verdicts = [
  'under green',
  'under yellow',
  'safety car',
  'red flag',
  'hardly changed',
  'no trend beyond chance',
  'quicker laps pull the mean down',
  'slower laps pull the mean up',
]
const beyond = phrases([...beyondPhrases, ...verdicts].map((text) => [text, text] as const))
const verdictWords = new Set(
  'met associated correlated linked went goes count counts changed change yellow restart restarted pitted'.split(
    ' ',
  ),
)
const breaks = new Set([',', ';', ':', '–', '—', '(', ')', '.', '…', '!', '?', '-'])
const breakWords = new Set(
  'and but while whereas yet though although which where then so'.split(' '),
)
const quietMarks = new Set([
  '"',
  "'",
  '“',
  '”',
  '‘',
  "'s",
  '&',
  '/',
  '%',
  '#',
  '+',
  '±',
  '×',
  '°',
  '²',
])

export type Reading =
  | { readonly items: readonly Item[]; readonly tokens: readonly Token[] }
  | { readonly refusal: Refusal }

/** All that a draft names and says, in order; refused at the first word that the check does not know. */
export function readItems(draft: string, known: Known): Reading {
  const tokens = tokensOf(draft)
  const items: Item[] = []
  for (let at = 0; at < tokens.length;) {
    const read = readOne(tokens, at, known)
    if ('refusal' in read) return read
    if (read.item !== undefined) items.push(read.item)
    at = read.next
  }
  return { items: withHalves(items, known), tokens }
}

type One = { readonly item?: Item; readonly next: number } | { readonly refusal: Refusal }

function readOne(tokens: readonly Token[], at: number, known: Known): One {
  const token = tokens[at]
  if (token === undefined) return { next: at + 1 }
  const span = { start: token.start, end: token.end }
  if (token.type === 'cite')
    return known.byLabel.has(token.text)
      ? { item: { type: 'cite', label: token.text, ...span }, next: at + 1 }
      : { refusal: refuse('unknown-citation', token.text) }
  return (
    readPhrase(tokens, at) ??
    readEntity(tokens, at, known) ??
    readAmountItem(tokens, at) ??
    readWord(tokens, at)
  )
}

function readPhrase(tokens: readonly Token[], at: number): ReadItem | undefined {
  const plain = phraseAt(plainPhrases, tokens, at)
  const name = phraseAt(namePhrases, tokens, at)
  const direction = phraseAt(directionPhrases, tokens, at)
  const pair = phraseAt(beyond, tokens, at)
  const longest = Math.max(plain?.next ?? 0, name?.next ?? 0, direction?.next ?? 0, pair?.next ?? 0)
  if (longest === 0) return undefined
  const span = spanOf(tokens, at, longest)
  const found = (item: Item) => ({ item, next: longest })
  if (pair?.next === longest) return found({ type: 'word', text: pair.means, ...span })
  if (plain?.next === longest) return found({ type: 'word', text: plain.means, ...span })
  if (name?.next === longest) return found({ type: 'name', tags: name.means, ...span })
  if (direction === undefined) return undefined
  return found({ type: 'direction', direction: direction.means, ...span })
}

function readAmountItem(tokens: readonly Token[], at: number): ReadItem | undefined {
  const token = tokens[at]
  const position = /^p(\d{1,3})$/.exec(token?.text ?? '')?.[1]
  if (position !== undefined) {
    const amount = { value: Number(position), decimals: 0, form: 'position' } as const
    return { item: { type: 'amount', amount, ...spanOf(tokens, at, at + 1) }, next: at + 1 }
  }
  const read = readAmount(tokens, at) ?? readFirst(tokens, at)
  if (read === undefined) return undefined
  const item: Item = { type: 'amount', amount: read.amount, ...spanOf(tokens, at, read.next) }
  return { item, next: read.next }
}

/** "first of 22", "second overall", "came first": a rank. */
function readFirst(tokens: readonly Token[], at: number) {
  const value = ['first', 'second'].indexOf(tokens[at]?.text ?? '') + 1
  if (value === 0) return undefined
  return { amount: { value, decimals: 0, form: 'ordinal' } as const, next: at + 1 }
}

function readWord(tokens: readonly Token[], at: number): One {
  const token = tokens[at]
  if (token === undefined) return { next: at + 1 }
  const { text, start, end } = token
  if (breaks.has(text)) {
    // A dash inside a word parts nothing.
    const isInWord =
      text === '-' && touches(tokens[at - 1], token) && touches(token, tokens[at + 1])
    return isInWord ? { next: at + 1 } : { item: { type: 'break', text, start, end }, next: at + 1 }
  }
  if (breakWords.has(text)) return { item: { type: 'break', text, start, end }, next: at + 1 }
  if (quietMarks.has(text)) return readMark(tokens, at)
  if ((numberWords.has(text) && text !== 'one') || token.type === 'number')
    return { refusal: refuse('number', text) }
  const bare = text.replace(/'s$/, '')
  const isKnown = [plainWords, negations, hedges, beyondWords, verdictWords].some(
    (words) => words.has(text) || words.has(bare),
  )
  if (!isKnown) return { refusal: refuse('unknown-word', text) }
  return {
    item: { type: 'word', text: plainWords.has(text) ? text : bare, start, end },
    next: at + 1,
  }
}

/** Marks that say nothing beside words, and too much beside a number. */
function readMark(tokens: readonly Token[], at: number): One {
  const { text = '', start = 0, end = 0 } = tokens[at] ?? {}
  const besideNumber = [tokens[at - 1], tokens[at + 1]].some((one) => one?.type === 'number')
  if (besideNumber && /[/%#+×°²&]/.test(text)) return { refusal: refuse('number', text) }
  return { item: { type: 'word', text, start, end }, next: at + 1 }
}

/** "up to the mid loop" is a half of the section that was named last. */
function withHalves(items: readonly Item[], { byLabel }: Known): readonly Item[] {
  let section = '?'
  return items.map((item) => {
    if (item.type === 'cite') {
      const fact = byLabel.get(item.label)?.fact
      if (fact?.unit === 'section') section = String(fact.value).slice(0, 2)
    }
    if (item.type !== 'section') return item
    const [first] = item.named
    if (first === undefined || !first.id.startsWith('?')) {
      section = (first?.id ?? '?').slice(0, 2)
      return item
    }
    return { ...item, named: [{ ...first, id: `${section}${first.id.slice(1)}` }] }
  })
}
