import type { CarNumber } from '#core/domain/ids.ts'
import type { Scope } from '#core/protocol/chat/scope.ts'
import type { Background } from './background.ts'
import { isToldOfEach } from '../intents/each-of.ts'
import type { Intent } from '../intents/intent.ts'
import type { Mention } from '../entities/mention.ts'
import { findCar } from './resolve-cars.ts'
import type { RaceNames, SeasonNames } from '../entities/season-names.ts'
import type { Missing } from '../understanding.ts'

export type Subject = {
  /** The car that a question is about. */
  readonly car?: CarNumber
  /** That car and those it is compared with, or all that are named. */
  readonly cars: readonly CarNumber[]
  readonly unknown: readonly string[]
  readonly doubt?: Missing
}

type Around = {
  readonly intent: Intent
  readonly background: Background
  readonly sources: readonly Partial<Scope>[]
  readonly race: RaceNames | undefined
  readonly names: SeasonNames
  /** The question before is asked again of something else. */
  readonly isFollowUp: boolean
}

/** Whose question it is: the cars that are named, "me", or the car of the question before. */
export function resolveSubject(mentions: readonly Mention[], around: Around): Subject {
  const { intent, race, names } = around
  const asked = mentions.flatMap((one) => (one.type === 'car' ? one.number : []))
  const found = asked.map((number) => {
    const one = findCar(number, race, names)
    // Of several cars those that were not there hold no others back.
    const isOneOf = intent.id === 'several-cars' && one.type === 'unknown' && asked.length > 2
    return isOneOf ? findCar(number, undefined, names) : one
  })
  const me = ownCar(around)
  const cars: CarNumber[] = []
  for (const one of found) {
    if (one.type === 'car') cars.push(one.car)
    if (one.type !== 'several') continue
    // Of cars printed alike, the own one is meant; a figure is told of each.
    if (me !== undefined && one.cars.includes(me)) cars.push(me)
    else if (asked.length === 1 && isToldOfEach(intent.id)) cars.push(...one.cars)
  }
  const several = found.find(
    (one) => one.type === 'several' && !one.cars.some((car) => cars.includes(car)),
  )
  const unknown = found.flatMap((one) => (one.type === 'unknown' ? one.number : []))
  const doubt = several?.type === 'several' ? whichCar(several.cars) : undefined
  const distinct = [...new Set(cars)]
  const whole = { unknown, ...(doubt !== undefined && { doubt }) }
  if (distinct.length === 0) {
    // A car that nobody knows is not replaced by another one.
    const car =
      unknown.length > 0 && !isComparison(mentions, intent)
        ? undefined
        : nobodyNamed(mentions, around)
    return { ...whole, ...ofNobodyNamed(mentions, around, car, asked.length > 0) }
  }
  const subject = leansOnCar(mentions, around) ? nobodyNamed(mentions, around) : me
  const others = distinct.filter((car) => car !== subject)
  const isAboutMe = isComparison(mentions, intent) && distinct.length === others.length
  const isAlone = distinct.length > 1 && !says(mentions, 'me')
  if (isAboutMe && subject !== undefined && !isAlone && intent.id !== 'several-cars') {
    return { ...whole, car: subject, cars: [subject, ...others] }
  }
  const [first] = distinct
  return { ...whole, ...(first !== undefined && { car: first }), cars: distinct }
}

/** No car was named that is here: the own one, those of the question before, a coach's own. */
function ofNobodyNamed(
  mentions: readonly Mention[],
  around: Around,
  car: CarNumber | undefined,
  isAsked: boolean,
): Pick<Subject, 'car' | 'cars'> {
  const { intent, background } = around
  const before = isAsked ? [] : (around.sources[0]?.cars ?? [])
  const ofCoach = isAsked ? [] : (background.several ?? [])
  if (intent.id === 'several-cars' && ofCoach.length > 1) {
    const [first] = ofCoach
    return { ...(first !== undefined && { car: first }), cars: ofCoach }
  }
  const isHim = mentions.some(({ type }) => type === 'him')
  const isOfBoth = background.previous?.intents.includes('compare-cars') === true
  const isKept =
    intent.carIsPartner === true ||
    (around.isFollowUp && background.isSameMessage !== true) ||
    (isOfBoth && intent.id === 'where-time' && says(mentions, 'pronoun'))
  const kept = (isKept && leans(mentions)) || isHim ? before : []
  const partner = car === undefined ? undefined : spokenOf(mentions, car, around)
  if (car !== undefined && partner !== undefined && kept.length < 2)
    return { car, cars: [car, partner] }
  return { ...(car !== undefined && { car }), cars: kept }
}

/** "And to 46?" after 78 against 13 is 78 against 46; "was it catching 2?" is of the car before. */
function leansOnCar(mentions: readonly Mention[], around: Around): boolean {
  const { background, sources, isFollowUp } = around
  const isFollowingOn = sources[0] !== undefined && sources[0] === background.previous
  const isCompared = isFollowUp && (background.previous?.cars?.length ?? 0) > 1
  return isFollowingOn && (isCompared || says(mentions, 'compared') || says(mentions, 'pronoun'))
}

/** "Where do I lose to 22?" is about me, "where does 22 lose?" is not. */
function isComparison(mentions: readonly Mention[], intent: Intent): boolean {
  if (mentions.some(({ type }) => type === 'own-car')) return false
  const isNamedPartner = mentions.some(({ type }) => type === 'partner')
  // "Did car 22 get a tow for his best lap?"
  const isOfHisLap =
    intent.id === 'in-tow' &&
    mentions.some(({ type }) => type === 'him') &&
    mentions.some(({ type }) => type === 'lap-name')
  return (
    says(mentions, 'me') ||
    says(mentions, 'compared') ||
    (intent.carIsPartner === true && !isNamedPartner && !isOfHisLap)
  )
}

/** "Which of us was faster?" after a question about another car: that car and me. */
function spokenOf(
  mentions: readonly Mention[],
  car: CarNumber,
  { intent, background }: Around,
): CarNumber | undefined {
  const other = background.previous?.car
  const isNamed = mentions.some(({ type }) => type === 'partner' || type === 'reference')
  if (intent.id !== 'compare-cars' || isNamed || !background.isSameScreen) return undefined
  return other === car ? undefined : other
}

function nobodyNamed(mentions: readonly Mention[], around: Around): CarNumber | undefined {
  const { sources } = around
  const taken = sources.map(({ car }) => car).find((car) => car !== undefined)
  const me = ownCar(around)
  return says(mentions, 'me') ? (me ?? taken) : (taken ?? me)
}

/** The car that the driver called his own, else the screen's. */
function ownCar({ background }: Around): CarNumber | undefined {
  return background.own ?? background.screen.car
}

function says(mentions: readonly Mention[], type: 'me' | 'pronoun' | 'compared'): boolean {
  return mentions.some((one) => one.type === type)
}

function leans(mentions: readonly Mention[]): boolean {
  return says(mentions, 'pronoun') || !says(mentions, 'me')
}

function whichCar(cars: readonly CarNumber[]): Missing {
  return {
    what: 'which-car',
    choices: cars.map((car) => ({ label: `Car ${car}`, text: `car ${car}`, context: { car } })),
  }
}
