import type { Given } from './known.ts'
import type { Span } from './items.ts'

/** A sentence's words for a kind of value, and the units of facts that are of it. */
type Kind = { readonly words: RegExp; readonly units: readonly string[] }

const places = ['rank', 'position']

/** What stands before a value and says what kind it is: "the rank of your pace is", "your cars with a pace are". */
const saidBefore: readonly Kind[] = [
  { words: /\brank\b[^,;]*\b(?:is|was)\s+(?:the\s+)?$/i, units: places },
  { words: /\brank(?:s|ed)?\s+$/i, units: places },
  {
    words:
      /(?<!\b(?:over|of|in|on|for|with|by|from|between|among)\s+)(?:\b(?:your|its|the)|'s)\s+(?:number of\s+)?(?:green\s+)?(?:cars|laps|races|tracks|sections|samples|stops)\b[^,;]*\b(?:is|are|was|were)\s+$/i,
    units: [''],
  },
  { words: /\bplaces\b[^,;\d[]*\b(?:is|are|was|were)\s+$/i, units: ['places', ''] },
  { words: /\bnearest quicker car(?: there)? (?:is|was)\s+$/i, units: ['car'] },
  { words: /\b(?:date|day)\b[^,;]*\b(?:is|was)\s+$/i, units: ['date'] },
]

/** A thing is no rank: "the nearest quicker car is 19th". */
const thingIs = /(?<!over the )\b(?:lap|car|section|score)\b(?!\s+[#\d[])[^,;]*\b(?:is|was)\s+$/i

/** "Your ideal lap is 2". */
const lapIs = /\blap\b(?!\s+[#\d[])[^,;]*\b(?:is|was)\s+$/i

/** What stands after a value that was not read as its unit: "[F3] minutes", "16th hour". */
const saidAfter: readonly Kind[] = [
  { words: /^\s*(?:s|secs?|seconds?)\b/i, units: ['ms', 'ms/lap'] },
  { words: /^\s*(?:ms|milliseconds?|tenths?|hundredths?|thousandths?)\b/i, units: [] },
  { words: /^\s*(?:minutes?|hours?|days?|weeks?|months?|years?)\b/i, units: [] },
  { words: /^\s*(?:of 100|out of 100|points?)\b/i, units: ['points'] },
  { words: /^\s*(?:%|per ?cent\b)/i, units: ['%'] },
  { words: /^\s*(?:°|degrees?\b)/i, units: ['°C', '°'] },
  { words: /^\s*(?:km\/h|kph|kmh)\b/i, units: ['km/h'] },
  { words: /^\s*(?:mph|miles|feet|ft|km)\b(?!\/)/i, units: [] },
  { words: /^\s*(?:hPa|mbar)\b/i, units: ['hPa'] },
  { words: /^\s*(?:m|metres|meters)\b/i, units: ['m'] },
]

/** What a time is not: "a gap of 1:39.167", "there was 1:39.167 between your best lap and your ideal lap". */
const isGapOf = /\b(?:gap|difference|margin) of\s+$/i

/** Whether the words around a value say that it is of another kind than the fact is. */
export function isOfAnotherKind(
  { fact: { unit }, subject: { figure } }: Given,
  draft: string,
  at: Span,
): boolean {
  const [before, after] = [draft.slice(0, at.start), draft.slice(at.end)]
  const isTime = unit === 'ms' && figure.sign === undefined
  if (isTime && (/^\s+between\b/i.test(after) || isGapOf.test(before))) return true
  const isOnAverage = unit === 'ms' && /^on average\b/i.test(before)
  const isOther = ({ units }: Kind) => !units.includes(unit)
  if (!isOnAverage && saidBefore.some((kind) => kind.words.test(before) && isOther(kind)))
    return true
  if (saidAfter.some((kind) => kind.words.test(after) && isOther(kind))) return true
  return (places.includes(unit) && thingIs.test(before)) || (unit === '' && lapIs.test(before))
}
