import { strangerIn } from './belongs.ts'
import type { Clause } from './clauses.ts'
import { negations } from './direction-phrases.ts'
import { isNegated } from './directions.ts'
import { type DraftKind, type Refusal, refuse } from './given.ts'
import { isEntity, type Item } from './items.ts'
import type { Given, Known } from './known.ts'

/** Words for verdicts that a fact holds: whether they hold, undefined where no fact says. */
type Verdict = (index: number, context: Context) => boolean | undefined

type Context = { readonly clauses: readonly Clause[]; readonly known: Known }

const verdicts: Readonly<Record<string, Verdict>> = {
  met: (index, context) => valueIs('check.verdict', 'met', index, context),
  associated: goesWith,
  correlated: goesWith,
  linked: goesWith,
  count: (index, context) => valueIs('isClean', true, index, context),
  counts: (index, context) => valueIs('isClean', true, index, context),
  'under green': (index, context) => valueIs('isClean', true, index, context),
  'under yellow': (index, context) => isThere(/^(fcy|yellow|safety-car)$/, index, context),
  yellow: (index, context) => isThere(/^(fcy|yellow|safety-car)$/, index, context),
  'safety car': (index, context) => isThere(/^safety-car$/, index, context),
  'red flag': (index, context) => isThere(/^red(-flag)?$/, index, context),
  restart: (index, context) => isThere(/^restart$/, index, context),
  restarted: (index, context) => isThere(/^restart$/, index, context),
  pitted: hasPitted,
  'no trend beyond chance': (index, context) => valueIs('trend.verdict', 'steady', index, context),
  'quicker laps pull the mean down': (index, context) => isMeanAbove(index, context) === false,
  'slower laps pull the mean up': isMeanAbove,
  'hardly changed': (index, context) => {
    const has = trackChanged(index, context)
    return has === undefined ? undefined : !has
  },
}

/** "The target was met", "lap 8 does not count", "air temperature went with how the track moved". */
export function checkVerdicts(clauses: readonly Clause[], known: Known): Refusal | undefined {
  const context = { clauses, known }
  for (const [index, clause] of clauses.entries()) {
    for (const item of clause.items) {
      if (item.type !== 'word') continue
      const verdict = verdictOf(item, clause.items)
      if (verdict === undefined) continue
      const holds = verdict(index, context)
      if (holds === undefined || holds === isNegated(item, clause.items))
        return refuse('direction', item.text)
    }
    const stray = strayNegation(clause)
    if (stray !== undefined) return refuse('direction', stray)
  }
  return undefined
}

function verdictOf(item: Item & { readonly text: string }, items: readonly Item[]) {
  const [before, next] = [items[items.indexOf(item) - 1], items[items.indexOf(item) + 1]]
  const isWith = next?.type === 'word' && next.text === 'with'
  if (/^(went|goes|go|going)$/.test(item.text)) return isWith ? goesWith : undefined
  // "the count", "of that count": the noun.
  if (item.text === 'count' && !(before?.type === 'word' && negations.has(before.text)))
    return undefined
  if (/^changed?$/.test(item.text)) return isOfTrack(items) ? trackChanged : undefined
  return Object.hasOwn(verdicts, item.text) ? verdicts[item.text] : undefined
}

function isOfTrack(items: readonly Item[]): boolean {
  return items.some((item) => item.type === 'word' && item.text === 'track')
}

function trackChanged(index: number, context: Context): boolean | undefined {
  return valueIs('trackChange.hasChanged', true, index, context)
}

function valueIs(
  name: string,
  value: string | boolean,
  index: number,
  { clauses, known }: Context,
) {
  const facts = known.given.filter(
    (given) =>
      given.subject.names.join('.').endsWith(name) &&
      strangerIn(given, clauses, index, known) === undefined,
  )
  return facts.length === 0 ? undefined : facts.every(({ fact }) => fact.value === value)
}

/** A flag or a reason of the lap that is named. */
function isThere(value: RegExp, index: number, { clauses, known }: Context): true | undefined {
  const is = (given: Given) =>
    value.test(String(given.fact.value)) && strangerIn(given, clauses, index, known) === undefined
  return known.given.some(is) ? true : undefined
}

function isMeanAbove(index: number, { clauses, known }: Context): boolean | undefined {
  const [mean, median] = ['meanMs', 'medianMs'].map(
    (name) =>
      known.given.find(
        (given) =>
          given.subject.names.join('.') === `clean.${name}` &&
          strangerIn(given, clauses, index, known) === undefined,
      )?.fact.value,
  )
  return typeof mean === 'number' && typeof median === 'number' ? mean > median : undefined
}

function hasPitted(index: number, { clauses, known }: Context): true | undefined {
  const is = (given: Given) =>
    given.subject.names[0] === 'pitStops' && strangerIn(given, clauses, index, known) === undefined
  return known.given.some(is) ? true : undefined
}

/** D19: the variable that is named; where none is, any. */
function goesWith(index: number, { clauses, known }: Context): boolean | undefined {
  const named = new Set(
    (clauses[index]?.items ?? []).flatMap((item) => (item.type === 'name' ? item.tags : [])),
  )
  const facts = known.given.filter(
    ({ subject }) => subject.names[0] === 'variables' && subject.names.at(-1) === 'verdict',
  )
  const isNamed = ({ subject }: Given) => subject.figure.tags.some((tag) => named.has(tag))
  const chosen = facts.some(isNamed) ? facts.filter(isNamed) : facts
  const values = chosen.map(({ fact }) => fact.value)
  if (values.some((value) => value === 'associated')) return true
  return values.includes('no-evidence') ? false : undefined
}

/** "There is no gap", "on every lap": what holds for nothing or for all would need more than a fact. */
const sweeping =
  /\bno (?!trend beyond chance)(?:gap|difference|time|change|trend|gain|interval|spread|doubt)s?\b|(?<!of )(?<!driving )(?!each race against its own)\b(?:every|each|all(?: of)?(?: the| your| its)?|always|both)(?: single)? (?:laps?|sections?|times?|races?|cars?|corners?)\b|\b(?:always|everywhere|nowhere|most of all)\b/

export function checkSweeping(draft: string, kind: DraftKind): Refusal | undefined {
  const found = kind === 'action' ? null : sweeping.exec(draft.toLowerCase())
  return found === null ? undefined : refuse('direction', found[0])
}

/** A "not" beside a number or a name that turns no word of direction round turns what is cited round. */
function strayNegation({ items, quantities }: Clause): string | undefined {
  const ofName = items.find((item, at) => {
    const next = items[at + 1]
    const isNamed = next !== undefined && (next.type === 'cite' || isPlainEntity(next))
    return isNamed && item.type === 'word' && item.text === 'not'
  })
  if (ofName?.type === 'word') return ofName.text
  const isOfNames = items.some((item) => item.type === 'cite' || item.type === 'corner')
  const isOfFigure = items.some((item) => item.type === 'name') && items.some(isPlainEntity)
  if (quantities.length === 0 && !isOfNames && !isOfFigure) return undefined
  const isTaken = items.some(
    (item) => item.type === 'direction' || (item.type === 'word' && verdictOf(item, items)),
  )
  if (isTaken) return undefined
  const stray = items.find((item) => item.type === 'word' && negations.has(item.text))
  return stray?.type === 'word' ? stray.text : undefined
}

function isPlainEntity(item: Item): boolean {
  return isEntity(item) && item.isImplied !== true
}
