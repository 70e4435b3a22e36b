import type { Fact } from '#core/domain/fact.ts'
import type { Scope } from '#core/protocol/chat/scope.ts'
import { numberOf, ordinalPattern } from '../entities/number-text.ts'

/** What an answer named, each once, in the order in which it was told. */
export type Items = {
  readonly cars: readonly string[]
  readonly laps: readonly string[]
  readonly sections: readonly string[]
}

export function itemsOf(facts: readonly Fact[]): Items {
  const named = (unit: string) => [
    ...new Set(
      facts.flatMap((fact) =>
        fact.unit === unit && fact.value !== null ? String(fact.value) : [],
      ),
    ),
  ]
  return {
    cars: named('car'),
    laps: named('lap'),
    sections: named('section').flatMap((id) => /^s([1-3])$/.exec(id)?.[1] ?? []),
  }
}

type Kind = keyof Items
const list = (ids: string) => new Set(ids.split(' '))
/** What the answers to an intent are a list of. */
const kinds: readonly (readonly [Kind, ReadonlySet<string>])[] = [
  [
    'cars',
    list(
      'ranking fastest-where quickest-last-laps several-cars compare-cars position top-speed movers season-results who-passed stuck-behind fastest-lap onboard retired gaps',
    ),
  ],
  [
    'laps',
    list(
      'best-lap worst-lap compare-laps lap-apart counted-laps repeat streaks why-not-counted why-slow held-up nth-lap laps-within best-run',
    ),
  ],
  ['sections', list('where-time work-on card strengths compare-sections same-section spread')],
]

const noun: Readonly<Record<Kind, string>> = { cars: 'car', laps: 'lap', sections: 'section' }
const mostNamed = 6

const pointed = '(?:those|them|these|that list|the list)'
const nth = new RegExp(
  `\\b(?:the )?(?<nth>${ordinalPattern}|last|other)(?: (?:one|car|guy|driver|lap|section|sector|bloke))?(?:'s)? (?:of|from|in|on) ${pointed}\\b(?: (?:laps|cars|sections))?`,
  'g',
)
const nthGuy = new RegExp(
  `\\b(?:the )(?<nth>${ordinalPattern}) (?:car|guy|driver|bloke|fella|one)(?<of>'s)?\\b`,
  'g',
)
const all =
  /\b(?<by>of|on|out of|between|among|amongst|for|are|were|did|do|have|had) (?:all |both |each )?(?:of )?(?:those|them|these)(?: (?:two|three|four|five|laps|cars|guys|sections|ones|drivers))*\b(?! (?:places?|positions?|spots?|slots?|tenths?|seconds?)\b)/g
const both =
  /(?<!\b(?:in|over|during|on|across|within|through) )\b(?:both|either|each|all|those|these) (?:of (?:those|them|these)|two|three|laps|cars|guys|sections|drivers)\b/g

type Past = { readonly scope: Scope; readonly facts?: readonly Fact[] }

/** "The second one of those", "which of them": named as what the answer before listed. */
export function namingItems(text: string, last: Past | undefined): string {
  const found = itemsIn(last)
  if (found === undefined) return text
  const { kind, items } = found
  const one = (which: string) => {
    const rank = which === 'last' ? items.length : which === 'other' ? 2 : (numberOf(which) ?? 0)
    const item = items[rank - 1]
    return item === undefined ? undefined : `${noun[kind]} ${item}`
  }
  const shown = kind === 'laps' ? items : items.slice(0, mostNamed)
  const many = shown.length === 1 ? one('first') : `${noun[kind]}s ${joined(shown)}`
  const named = text
    .replaceAll(nth, (match, which: string) => one(which) ?? match)
    .replaceAll(all, (match, by: string) => (items.length > 1 ? `${by} ${many}` : match))
    .replaceAll(both, (match) => (items.length > 1 ? (many ?? match) : match))
  return kind === 'cars'
    ? named.replaceAll(nthGuy, (match, which: string, of = '') => {
        const car = one(which)
        return car === undefined ? match : `${car}${of}`
      })
    : named
}

/** "Which of the two?", "the difference?": what the last two questions were about and differed in. */
export function namingPair(text: string, scopes: readonly Scope[]): string {
  const laps = lapsBefore(scopes)
  if (laps.length > 1 && ofThose.test(text))
    return text.replace(ofThose, `$<ask>laps ${joined(laps.map(String))}`)
  const [before, last] = scopes.slice(-2)
  const pair = before && last && pairOf(before, last)
  if (pair === undefined) return text
  // "Who was slowest?" asks for no race.
  if (/^(?:and |so |ok |then )*who\b/.test(text) && !pair.startsWith('car')) return text
  return text
    .replace(
      /\b(?:of|between) (?:the two|those two|them|both|these two|the both)\b/,
      `between ${pair}`,
    )
    .replace(
      /^(?<ask>(?:and |so |ok |then )*(?:which|who)(?: one| lap| race| car)?) (?<was>is|was|were) (?=(?:the )?(?:better|best|quicker|quickest|faster|fastest|slower|slowest|worse|worst|steadier)\b)/,
      `$<ask> of ${pair} $<was> `,
    )
    .replace(
      /^(?:and |so |ok |what is |what's |whats |the )*(?:difference|gap|delta|diff)[?!. ]*$/,
      `difference between ${pair}`,
    )
}

/** "Compare them", "which was the best of those?" after one lap and another. */
const ofThose =
  /(?<ask>^(?:and |so |ok |then |can you |please )*compare |\b(?:of|between|among) )(?:all )?(?:of )?(?:them|those|these|the (?:two|three|four|lot))(?: laps)?(?=[?!. ]*$|,| (?:was|is|were)\b)/

/** The laps that the last questions were about, one each and all else the same. */
function lapsBefore(scopes: readonly Scope[]): number[] {
  const laps: number[] = []
  for (const scope of scopes.toReversed()) {
    const [{ lap: _, laps: __, ...last } = { intents: [] }] = scopes.slice(-1)
    const { lap, laps: several, ...rest } = scope
    const isAlike = JSON.stringify(rest) === JSON.stringify(last)
    if (lap === undefined || several !== undefined || !isAlike) break
    laps.unshift(lap)
  }
  return [...new Set(laps)]
}

function pairOf(a: Scope, b: Scope): string | undefined {
  const differs = (what: 'section' | 'lap' | 'car' | 'raceId') =>
    a[what] !== undefined && b[what] !== undefined && a[what] !== b[what]
  const isOne = (['section', 'lap', 'car', 'raceId'] as const).filter(differs).length === 1
  if (!isOne) return undefined
  if (differs('section')) return `section ${a.section?.slice(1)} and section ${b.section?.slice(1)}`
  if (differs('lap')) return `laps ${a.lap} and ${b.lap}`
  if (differs('car')) return `car ${a.car} and car ${b.car}`
  const of = a.car === undefined ? '' : ` of car ${a.car}`
  return a.trackId === b.trackId
    ? `race ${a.raceId?.at(-1)} and race ${b.raceId?.at(-1)}${of}`
    : undefined
}

/** Of two cars that are named the answer is about them, whatever else it lists. */
const ofCars = new Set('where-time compare-cars strengths'.split(' '))

function itemsIn(last: Past | undefined) {
  const intent = last?.scope.intents[0]
  const cars = last?.scope.cars ?? []
  if (cars.length > 1 && intent !== undefined && ofCars.has(intent))
    return { kind: 'cars', items: cars } as const
  const kind = intent === undefined ? undefined : kinds.find(([, ids]) => ids.has(intent))?.[0]
  if (last === undefined || kind === undefined) return undefined
  // "The average of those" after "the slowest in there": all laps that it was over.
  const { fromLap, toLap } = last.scope.filter ?? {}
  if (kind === 'laps' && (fromLap !== undefined || toLap !== undefined)) return undefined
  const chosen = kind === 'laps' ? (last.scope.laps ?? []) : []
  const items = chosen.length > 1 ? chosen.map(String) : itemsOf(last.facts ?? [])[kind]
  return items.length === 0 ? undefined : { kind, items }
}

function joined(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}
