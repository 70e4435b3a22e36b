import { checkBeyond, kindOf } from './beyond-timing.ts'
import { clausesOf } from './clauses.ts'
import { checkDirections } from './directions.ts'
import { checkEntities } from './entities.ts'
import { type Checked, type GivenFact, type Refusal, refuse, type Scope } from './given.ts'
import { hygiene, withPlainBlanks } from './hygiene.ts'
import { type Known, knownFrom } from './known.ts'
import { checkNumbers, quantities } from './numbers-and-names.ts'
import { checkOrderSaid } from './order-said.ts'
import { readItems } from './read-items.ts'
import { render } from './render.ts'
import { withoutRoundingWords } from './rounding-words.ts'
import { checkSweeping, checkVerdicts } from './verdict-words.ts'
import { type WrittenSentence, writtenAs } from './written-sentence.ts'

/**
 * The check of one sentence that a model drafted, against the facts that it was given: what passes has
 * every number in the fact's own words, cited. Where it is unsure it withholds. `written` is what the
 * composer wrote of the same facts.
 */
export function checkSentence(
  draft: string,
  given: readonly GivenFact[],
  scope: Scope,
  written: readonly WrittenSentence[] = [],
): Checked {
  return checkAgainst(draft, knownFrom(given, scope), written)
}

/** The same for many sentences of one answer: `knownFrom(given, scope)` is made once. */
export function checkAgainst(
  text: string,
  known: Known,
  written: readonly WrittenSentence[] = [],
): Checked {
  const dirt = hygiene(text)
  if (dirt !== undefined) return withheld(dirt)
  const same = writtenAs(text, known.given, written)
  if (same !== undefined) return { passed: true, kind: same.kind, parts: same.parts }
  const draft = withoutRoundingWords(withPlainBlanks(text), known)
  if (signBeforeCite.test(draft)) return withheld(refuse('number', 'a sign before a citation'))
  const reading = readItems(draft, known)
  if ('refusal' in reading) return withheld(reading.refusal)
  const { items } = reading
  const beyond = checkBeyond(draft, items, known)
  if ('refusal' in beyond) return withheld(beyond.refusal)
  const clauses = clausesOf(items, quantities(items, known))
  const numbers = checkNumbers(draft, clauses, items, known)
  if ('refusal' in numbers) return withheld(numbers.refusal)
  const { matched } = numbers
  const names = checkEntities(clauses, matched, known)
  if ('refusal' in names) return withheld(names.refusal)
  const turned =
    checkDirections({ draft, clauses, matched, known }) ??
    checkVerdicts(clauses, known) ??
    checkOrderSaid(items, matched)
  if (turned !== undefined) return withheld(turned)
  const hasFacts = matched.size > 0 || names.cited.size > 0
  const kind = kindOf(draft, beyond.isHypothesis, hasFacts)
  const sweeping = checkSweeping(draft, kind)
  if (sweeping !== undefined) return withheld(sweeping)
  return {
    passed: true,
    kind,
    parts: render(draft, items, matched, names.cited, known),
  }
}

/** The text of a fact is a magnitude; only ± says nothing of its direction. */
const signBeforeCite = /(?:^|[^\]\s])[+−-]\s*\[|\s[+−]\s*\[/

function withheld(reason: Refusal): Checked {
  return { passed: false, reason }
}
