import type { CoachedCar, CoachedRace } from '#core/composer/coached-car.ts'
import { exact, type Piece } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { CarNumber } from '#core/domain/ids.ts'
import type { SectionId, SubSectionId } from '#core/domain/quantity.ts'
import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import { computedFact } from '../computed-fact.ts'
import type { Ask } from '../draft.ts'
import { numberOf, numberPattern, ordinalPattern } from '../understanding/entities/number-text.ts'
import { lapNamed, partnerOf, placeNamed } from './named-in.ts'
import type { RaceTelling } from './telling.ts'

/** "Race 1 at Barber". */
export function raceNamed({ track, ofRace }: CoachedRace): Piece {
  return ['Race ', exact(ofRace('raceNumber')), ` at ${track.shortName}`]
}

/** The other car that the question is about: named by number, as the winner, as the fastest. */
export function partnerIn(ask: Ask, car: CoachedCar): CarNumber | undefined {
  const partner = partnerOf(ask, car)
  return partner === car.pattern.car ? undefined : partner
}

const followsOn = /^(?:and|what about|how about|same|so)\b/i

/** The lap that the question names, or that one before it named where this one follows on from it. */
export function lapAsked(ask: Ask): number | undefined {
  const past = ask.history.at(-1)
  const isCarried = followsOn.test(ask.part.text) && past?.scope.lap === ask.part.scope.lap
  return lapNamed(ask) ?? (isCarried ? ask.part.scope.lap : undefined)
}

/** The same for a section or sub-section. */
export function sectionAsked(ask: Ask): SectionId | SubSectionId | undefined {
  const past = ask.history.at(-1)
  const isCarried = followsOn.test(ask.part.text) && past?.scope.section === ask.part.scope.section
  return placeNamed(ask) ?? (isCarried ? ask.part.scope.section : undefined)
}

/** How many cars the race had. */
export function carCount({ race, keep }: Pick<RaceTelling, 'race' | 'keep'>): Fact {
  const cars = race.race.cars.map((_, index) => race.ofRace(`cars.${index}.car`))
  return keep(computedFact('count', cars, 'count', 'Cars of the race'))
}

/** By how much the first is above the second, as a gap. */
export function differenceOf(first: Fact, second: Fact, label: string): Fact {
  return computedFact('difference', [first, second], 'gap', label)
}

/** "1 place", "3 places"; places won are below zero. */
export function placesCited(places: Fact): Piece {
  return [exact(places), Math.abs(Number(places.value)) === 1 ? ' place' : ' places']
}

/** In lap order. */
export function lapsOf({ laps }: PatternDocument): readonly LapEntry[] {
  return Object.values(laps).toSorted((a, b) => a.lap - b.lap)
}

export function lapAt({ laps }: PatternDocument, lap: number): LapEntry | undefined {
  return laps[String(lap)]
}

export function lastLapOf(pattern: PatternDocument): LapEntry | undefined {
  return lapsOf(pattern).at(-1)
}

/** "At the flag", "on the road": the order over the line is asked for, whatever the results made of it. */
export const asksOnRoad = (text: string): boolean =>
  /\bon the road\b|\b(?:at|by|took|taking|saw|under) the (?:chequered |checkered |finish )?flag\b|\bche(?:qu|ck)ered flag\b|\b(?:cross\w*|over|across|at) the (?:finish(?:ing)? )?line\b/i.test(
    text,
  )

/** The cars in the order of the result: official positions where there are any, else as they crossed the line. */
export function inResultOrder({ patterns }: CoachedRace, text = ''): readonly PatternDocument[] {
  const isPlaced = !asksOnRoad(text) && patterns.some(({ position }) => position !== null)
  const placeOf = ({ position, positionOnRoad }: PatternDocument) =>
    isPlaced ? (position ?? Infinity) : positionOnRoad
  return patterns.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** The field of a car's place in the order that is asked for, as `inResultOrder` ranks. */
export function placeField({ patterns }: CoachedRace, text = ''): 'position' | 'positionOnRoad' {
  if (asksOnRoad(text)) return 'positionOnRoad'
  return patterns.some(({ position }) => position !== null) ? 'position' : 'positionOnRoad'
}

const positionWords = new RegExp(
  `\\b(?:p ?(\\d{1,2})|(?:top|leading|front)[ -](${numberPattern})|(${ordinalPattern})(?: place| position)?)\\b`,
  'i',
)

/** "Who won the second race?" asks for no second place. */
const ofRaces = new RegExp(`\\b(?:${ordinalPattern}) (?:race|round|heat|day)\\b`, 'g')

/** A text without its "second race". */
export const withoutRaces = (text: string) => text.replaceAll(ofRaces, '')

/** The place in the order that the words name: "P14", "top ten", "8th", "the podium", "to win". */
export function positionNamed(text: string): number | undefined {
  const match = positionWords.exec(withoutRaces(text.toLowerCase()))
  const [, place, top, nth] = match ?? []
  const named = place ?? top ?? nth
  if (named !== undefined) return numberOf(named)
  if (/\bpodium\b/i.test(text)) return 3
  if (/\brunners?[- ]?up\b/i.test(text)) return 2
  return /\b(?:win|winning|won|winner|victory)\b/i.test(text) ? 1 : undefined
}

/** Laps on which restarts ended, in order. */
export function restartLaps({ race }: CoachedRace): readonly number[] {
  return race.phases.flatMap(({ restartLap }) => (restartLap === null ? [] : [restartLap]))
}

/** How near a car was ahead on the road, at the beginning of a lap or at its end. */
export function lapNearest(pattern: PatternDocument, lap: number): number | undefined {
  const at = [lap - 1, lap].flatMap((number) => {
    const followed = lapAt(pattern, number)?.followed ?? undefined
    return followed === undefined ? [] : [followed.intervalMs]
  })
  return at.length === 0 ? undefined : Math.min(...at)
}

/** Why the car has no pace: too few green laps, or none of those that the field has. */
export function hasPace({ pattern }: CoachedCar): boolean {
  return pattern.lap.paceMs !== null
}
