import { carOfScope, type GivenFact, type Scope } from './given.ts'
import { type Phrases, phrases } from './phrases.ts'
import { type Subject, subjectOf } from './subject.ts'

/** A given fact with what it is about. */
export type Given = GivenFact & { readonly subject: Subject }

/** What a draft is read and judged by. */
export type Known = {
  readonly scope: Scope
  /** Whom "you" is. */
  readonly me: string | undefined
  readonly given: readonly Given[]
  readonly byLabel: ReadonlyMap<string, Given>
  readonly cars: ReadonlySet<string>
  readonly tracks: Phrases<string>
  /** The race that '2', 'first' or 'other' means; '?' where it is not plain which. */
  readonly race: (which: string) => string
  readonly raceOfDay: (day: string) => string | undefined
}

export function knownFrom(facts: readonly GivenFact[], scope: Scope): Known {
  const given = facts.map((one) => ({ ...one, subject: subjectOf(one.fact) }))
  const races = [...new Set([...scope.raceIds, ...given.flatMap(({ subject }) => subject.raceIds)])]
  const ofCarFacts = given.flatMap(({ fact }) => (fact.unit === 'car' ? [String(fact.value)] : []))
  return {
    scope,
    me: carOfScope(scope),
    given,
    byLabel: new Map(given.map((one) => [one.label, one])),
    cars: new Set([...scope.cars, ...given.flatMap(({ subject }) => subject.cars), ...ofCarFacts]),
    tracks: phrases(
      Object.entries(scope.trackNames ?? {}).flatMap(([trackId, names]) =>
        names.map((name) => [name, trackId] as const),
      ),
    ),
    race: (which) => raceNumbered(which, races, scope),
    raceOfDay: (day) => raceOnDay(day, scope),
  }
}

const numbers: Readonly<Record<string, string>> = { first: '1', second: '2' }

function raceNumbered(which: string, races: readonly string[], { raceIds }: Scope): string {
  const [own] = raceIds
  const fitting =
    which === 'other'
      ? races.filter((race) => race !== own && race.startsWith(trackPrefix(own)))
      : races.filter((race) => race.endsWith(`-r${numbers[which] ?? which}`))
  const near = fitting.filter((race) => race.startsWith(trackPrefix(own)))
  const [only, second] = near.length > 0 ? near : fitting
  return only !== undefined && second === undefined ? only : '?'
}

function trackPrefix(race = ''): string {
  return race.replace(/[0-9]+$/, '')
}

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** The race in scope, or the other of its weekend, that was held on a day of the week. */
function raceOnDay(day: string, { raceDates, raceIds }: Scope): string | undefined {
  const index = days.indexOf(day)
  if (index < 0) return undefined
  const near = Object.entries(raceDates ?? {}).filter(([race]) =>
    raceIds.some((own) => trackPrefix(own) === trackPrefix(race)),
  )
  const [only, second] = near.filter(
    ([, date]) => new Date(`${date}T00:00:00Z`).getUTCDay() === index,
  )
  return only !== undefined && second === undefined ? only[0] : '?'
}
