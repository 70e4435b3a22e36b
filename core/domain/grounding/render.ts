import type { Fact } from '../fact.ts'
import type { Cited } from './entities.ts'
import type { CheckedPart } from './given.ts'
import type { CiteItem, Item, Span } from './items.ts'
import type { Known } from './known.ts'
import type { Matched } from './numbers-and-names.ts'

type Slot = Span & { readonly text: string; readonly factId: string }

/** The draft with every fact's own text in its place. */
export function render(
  draft: string,
  items: readonly Item[],
  matched: Matched,
  cited: Cited,
  known: Known,
): readonly CheckedPart[] {
  const slots: Slot[] = []
  for (const item of items) {
    if (item.type === 'cite') slots.push(slotOfCite(draft, item, known))
    else {
      const fact = matched.get(item)?.fact
      if (fact !== undefined) slots.push(slotOfAmount(draft, item, fact))
    }
  }
  for (const [span, { fact }] of cited) slots.push(slotOfName(draft, span, fact))
  return partsOf(
    draft,
    slots.toSorted((a, b) => a.start - b.start),
  )
}

function partsOf(draft: string, slots: readonly Slot[]): readonly CheckedPart[] {
  const parts: CheckedPart[] = []
  let at = 0
  for (const { start, end, text, factId } of slots) {
    if (start < at) continue
    if (start > at) parts.push({ text: draft.slice(at, start) })
    parts.push({ text, factId })
    at = end
  }
  if (at < draft.length) parts.push({ text: draft.slice(at) })
  return parts
}

function slotOfCite(draft: string, { label, start, end }: CiteItem, { byLabel }: Known): Slot {
  const fact = byLabel.get(label)?.fact
  if (fact === undefined) throw new RangeError(`no fact ${label}`)
  const isInList =
    fact.short !== undefined &&
    /\b(?:laps?|cars?)\s+(?:\[F\d+\](?:,\s*|\s+(?:and|to|or)\s+|\s*[–-]\s*))*$/i.test(
      draft.slice(0, start),
    )
  const isName = fact.unit === 'lap' || fact.unit === 'car'
  const text = isName && isInList ? (fact.short ?? fact.text) : fact.text
  return {
    start: withoutNoun(draft, start, text),
    end: withoutUnit(draft, end, text),
    text,
    factId: fact.id,
  }
}

/** "Section [F2]" for "Section 2": the noun is said once. */
function withoutNoun(draft: string, start: number, text: string): number {
  const noun = /^[A-Za-z]+(?= )/.exec(text)?.[0]
  if (noun === undefined) return start
  const before = new RegExp(`\\b${noun}\\s+$`, 'i').exec(draft.slice(0, start))
  return before?.index ?? start
}

const unitsAfter: readonly (readonly [RegExp, RegExp])[] = [
  [/ s a lap$/, /^\s*(?:s|secs?|seconds?)?\s*(?:a|per|each) lap\b/i],
  [/(?: s|:\d\d\.\d{3})$/, /^\s*(?:secs?|seconds?|s)\b/i],
  [/ %$/, /^\s*(?:%|percent\b|per cent\b)/i],
  [/ °C$/, /^\s*(?:°\s?C\b|degrees(?: celsius)?\b)/i],
  [/ km\/h$/, /^\s*(?:km\/h|kph|kmh)\b/i],
  [/ hPa$/, /^\s*(?:hPa|mbar)\b/i],
  [/ m$/, /^\s*(?:m|metres|meters)\b/i],
  [/ of 100$/, /^\s*(?:of 100|out of 100|points)\b/i],
]

function withoutUnit(draft: string, end: number, text: string): number {
  const rest = draft.slice(end)
  for (const [tail, unit] of unitsAfter) {
    const found = tail.test(text) ? unit.exec(rest) : null
    if (found !== null) return end + found[0].length
  }
  return end
}

/** A typed number gives way to the fact's text: its short form where it was typed short. A sign stays. */
function slotOfAmount(draft: string, { start, end }: Item, { id, text, short }: Fact): Slot {
  const typed = draft.slice(start, end)
  const isLong = /\d[.,:]\d{3}\b/.test(typed) || short === undefined || /^0\.00\b/.test(short)
  const isSigned = /^[+−±-]/.test(typed) && !text.startsWith('−')
  return { start: isSigned ? start + 1 : start, end, text: isLong ? text : short, factId: id }
}

/** Of "lap 8" the number is cited where the fact has it bare, else the whole. */
function slotOfName(draft: string, { start, end }: Span, fact: Fact): Slot {
  const text = fact.short ?? fact.text
  return {
    start: fact.short === undefined ? withoutNoun(draft, start, text) : start,
    end,
    text,
    factId: fact.id,
  }
}
