import type { Scope } from '#core/protocol/chat/scope.ts'
import type { Intent } from '../intents/intent.ts'
import type { Mention } from '../entities/mention.ts'
import type { Reading } from '../entities/reading.ts'
import { findCar } from './resolve-cars.ts'
import type { RaceNames, SeasonNames } from '../entities/season-names.ts'
import type { Missing } from '../understanding.ts'

type Kind = 'cars' | 'laps'

/** What only one of car and lap can be, is that; what can be neither is a car that is not there. */
export function settleByNumbers(
  reading: Reading,
  race: RaceNames | undefined,
  names: SeasonNames,
): Reading {
  const bare = bareIn(reading.mentions)
  if (bare.length === 0) return reading
  const areCars = bare.every((number) => findCar(number, race, names).type !== 'unknown')
  const areLaps = bare.every(
    (number) => /^[1-9]\d?$/.test(number) && Number(number) <= (race?.raceLaps ?? 0),
  )
  if (areCars && areLaps) return reading
  const kind = areLaps ? 'laps' : 'cars'
  return {
    text: reading.text.replaceAll('BARE', kind === 'laps' ? 'LAP' : 'CAR'),
    mentions: settledAs(kind, reading.mentions),
  }
}

/**
 * Decides what is left of bare numbers: what the intent is about, else what else is named, else what the question
 * that this one repeats was about. Where nothing decides, it is asked.
 */
export function settleByMeaning(
  mentions: readonly Mention[],
  intent: Intent,
  previous: Partial<Scope> | undefined,
  hasOwnCar = true,
): { readonly mentions: readonly Mention[]; readonly doubt?: Missing } {
  const [number] = bareIn(mentions)
  if (number === undefined) return { mentions }
  // Without a car of one's own there are no laps to speak of.
  const isOfCar = intent.id === 'compare-cars' || intent.needs.includes('car')
  const areCars = !hasOwnCar && isOfCar
  const kind = areCars ? 'cars' : kindBy(mentions, intent, previous)
  const settled = settledAs(kind ?? 'cars', mentions)
  if (kind !== undefined) return { mentions: settled }
  const choices = [`car ${number}`, `lap ${number}`].map((text) => ({ label: text, text }))
  return { mentions: settled, doubt: { what: 'car-or-lap', choices } }
}

function bareIn(mentions: readonly Mention[]): string[] {
  return mentions.flatMap((one) => (one.type === 'bare' ? one.number : []))
}

function settledAs(kind: Kind, mentions: readonly Mention[]): Mention[] {
  return mentions.map((one) => {
    if (one.type !== 'bare') return one
    return kind === 'laps'
      ? { type: 'lap', lap: Number(one.number) }
      : { type: 'car', number: one.number }
  })
}

/** What is asked of a car, but of laps of it as well: a bare number may be either. */
const picksLaps = new Set(
  'why-not-counted lap-deleted held-up lap-story summary mean-lap who-passed compare-cars'.split(
    ' ',
  ),
)

/** "Has 22 got quicker?" */
const ofCars = new Set('position top-speed improved compare-races'.split(' '))

function kindBy(
  mentions: readonly Mention[],
  intent: Intent,
  previous: Partial<Scope> | undefined,
): Kind | undefined {
  const names = (...types: readonly Mention['type'][]) =>
    mentions.some(({ type }) => types.includes(type))
  const lapsNeeded = intent.needs.filter((need) => need === 'lap').length
  const lapsNamed = mentions.filter(({ type }) => type === 'lap').length
  // "22 in lap 22": the lap is named already.
  if (lapsNeeded === 1 && lapsNamed > 0) return 'cars'
  if (lapsNeeded > 0) return 'laps'
  if (names('car', 'own-car') || intent.id === 'several-cars') return 'cars'
  if (names('lap', 'laps')) return 'laps'
  // "Where are my laps after 13?"
  if (intent.id === 'retired' && names('me')) return 'laps'
  if (previous?.lap !== undefined || previous?.laps !== undefined) return 'laps'
  if (previous?.car !== undefined) return 'cars'
  if (ofCars.has(intent.id)) return 'cars'
  if (intent.needs.includes('car') && !picksLaps.has(intent.id)) return 'cars'
  return intent.carIsPartner === true && intent.id !== 'compare-cars' ? 'cars' : undefined
}
