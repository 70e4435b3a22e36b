import type { CarNumber } from '#core/domain/ids.ts'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import type { CoachedRace } from '#core/composer/coached-car.ts'
import type { AskedPart } from './draft.ts'
import { placeField } from './answers/in-race.ts'
import type { SeasonFacts } from './season-facts.ts'
import type { LapName, Partner } from './understanding/entities/mention.ts'
import type { Part } from './understanding/understanding.ts'

/** What only the documents can tell: "my best lap", "the winner". Unsettled is what they do not tell. */
export type Settled = {
  readonly asked: AskedPart
  readonly unsettled?: 'teammate' | 'lap' | 'partner'
}

export async function settle(part: Part, season: SeasonFacts): Promise<Settled> {
  const { intent, text, scope, figures, references, partners, lapNames } = part
  const [figure] = figures
  const asked: AskedPart = {
    intent,
    text,
    scope,
    ...(figure !== undefined && { figure }),
    ...(figures.length > 1 && { figures }),
    ...(part.order !== undefined && { order: part.order }),
    ...(part.sections.length > 1 && { sections: part.sections }),
    ...(part.stretches !== undefined && { stretches: part.stretches }),
    ...(references[0] !== undefined && { reference: references[0] }),
    ...(part.wanted !== undefined && { wanted: part.wanted }),
  }
  const isNothingNamed =
    [partners, lapNames, part.withoutNames].every(({ length }) => length === 0) &&
    part.aroundStop === undefined
  if (scope.raceId === undefined || isNothingNamed) return { asked }
  // "Against my teammate: car 22".
  const isNamed = (scope.cars ?? []).some((car) => car !== scope.car)
  if (!isNamed && partners.some((partner) => partner.as === 'teammate'))
    return { asked, unsettled: 'teammate' }
  const race = await season.race(scope.raceId)
  const own = race.patterns.find(({ car }) => car === scope.car)
  if (part.isOfPartner) {
    const [whom] = partners
    const car = whom && carOf(whom, race, own, resultOrder(race))
    return car === undefined
      ? { asked, unsettled: 'partner' }
      : await settle(withCar(part, car), season)
  }
  // "22 and me on best lap" is of the best lap of each.
  const meant = intent === 'compare-cars' ? lapNames.filter((name) => name !== 'best') : lapNames
  const chosen = aroundStop(leavingOut(asked, part.withoutNames, race, own), part.aroundStop, own)
  const withLap = chosen && addLap(chosen, meant, race, own)
  if (withLap === undefined) return { asked, unsettled: 'lap' }
  const settled = addPartners(withLap, partners, race, own)
  if (settled === undefined && (isNamed || leadsIt(withLap, partners, race)))
    return { asked: withLap }
  return settled === undefined ? { asked: withLap, unsettled: 'partner' } : { asked: settled }
}

/** "The gap to the car ahead" of the one that led then: it is told that it led. */
function leadsIt(
  { intent, scope }: AskedPart,
  partners: readonly Partner[],
  race: CoachedRace,
): boolean {
  const order = scope.lap === undefined ? resultOrder(race) : orderAt(race, scope.lap)
  const isFirst = order.some(({ car, place }) => car === scope.car && place === 1)
  return isFirst && intent !== 'compare-cars' && partners.every(({ as }) => as === 'ahead')
}

/** It is about that car; named, so that it is not told as the asker's. */
function withCar(part: Part, car: CarNumber): Part {
  const { cars: _, ...scope } = part.scope
  const text = `${part.text} (car ${car})`
  return { ...part, text, isOfPartner: false, partners: [], scope: { ...scope, car } }
}

/** "After my stop": from its out-lap on; undefined where there was none. */
function aroundStop(
  asked: AskedPart,
  side: Part['aroundStop'],
  own: PatternDocument | undefined,
): AskedPart | undefined {
  if (side === undefined || own === undefined) return asked
  const [first] = own.pitStops
  const inLap = first?.inLap ?? undefined
  if (inLap === undefined) return undefined
  const laps = side === 'before' ? { toLap: inLap } : { fromLap: inLap + 1 }
  return { ...asked, scope: { ...asked.scope, filter: { ...asked.scope.filter, ...laps } } }
}

/** "Without my worst lap" is without the lap that it is. */
function leavingOut(
  asked: AskedPart,
  names: readonly LapName[],
  race: CoachedRace,
  own: PatternDocument | undefined,
): AskedPart {
  if (own === undefined || names.length === 0) return asked
  const laps = names.flatMap((name, index) => {
    const nth = names.slice(0, index).filter((one) => one === name).length
    return lapOf(name, race, own, asked, nth) ?? []
  })
  const { filter } = asked.scope
  const without = [...new Set([...(filter?.without ?? []), ...laps])]
  return { ...asked, scope: { ...asked.scope, filter: { ...filter, without } } }
}

function addPartners(
  asked: AskedPart,
  partners: readonly Partner[],
  race: CoachedRace,
  own: PatternDocument | undefined,
): AskedPart | undefined {
  if (partners.length === 0) return asked
  const { scope, text } = asked
  const order = scope.lap === undefined ? resultOrder(race, text) : orderAt(race, scope.lap)
  const cars = partners.flatMap((partner) => carOf(partner, race, own, order) ?? [])
  if (cars.length < partners.length) return undefined
  const all = [asked.scope.car, ...(asked.scope.cars ?? []), ...cars]
  const named = [...new Set(all.filter((car) => car !== undefined))]
  return { ...asked, reference: asked.reference ?? 'car', scope: { ...asked.scope, cars: named } }
}

type Order = { readonly car: CarNumber; readonly place: number | null }[]

/** The official order, else the order on the road at the end; that too where it is asked for. */
function resultOrder(race: CoachedRace, text = ''): Order {
  const field = placeField(race, text)
  return race.patterns.map((pattern) => ({ car: pattern.car, place: pattern[field] }))
}

/** The order at the line of a lap (D18): who led then, and who was ahead then. */
function orderAt({ patterns }: CoachedRace, lap: number): Order {
  return patterns.map(({ car, laps }) => ({ car, place: laps[String(lap)]?.position ?? null }))
}

function carOf(
  partner: Partner,
  race: CoachedRace,
  own: PatternDocument | undefined,
  order: Order,
): CarNumber | undefined {
  const at = (place: number, of: Order = order) => of.find((one) => one.place === place)?.car
  const ownPlace = order.find(({ car }) => car === own?.car)?.place ?? undefined
  switch (partner.as) {
    case 'winner':
      return at(1, resultOrder(race))
    case 'leader':
      return at(1)
    case 'fastest': {
      const ofClass = Object.values(race.race.classes).find(
        ({ carClass }) => own === undefined || carClass === own.carClass,
      )
      return ofClass?.composite.fastestLap?.car
    }
    case 'position':
      return at(partner.position)
    case 'ahead':
      return ownPlace === undefined ? undefined : at(ownPlace - 1)
    case 'behind':
      return ownPlace === undefined ? undefined : at(ownPlace + 1)
    case 'teammate':
      return undefined
  }
}

function addLap(
  asked: AskedPart,
  lapNames: readonly LapName[],
  race: CoachedRace,
  own: PatternDocument | undefined,
): AskedPart | undefined {
  const [name] = lapNames
  if (name === undefined || own === undefined || asked.scope.lap !== undefined) return asked
  const lap = lapOf(name, race, own, asked)
  return lap === undefined ? undefined : { ...asked, scope: { ...asked.scope, lap } }
}

function lapOf(
  name: LapName,
  { race }: CoachedRace,
  own: PatternDocument,
  { scope }: AskedPart,
  nth = 0,
): number | undefined {
  const laps = Object.values(own.laps)
  const green = laps.filter(({ isClean, timeMs }) => isClean && timeMs.lap !== undefined)
  const bySlowness = green.toSorted((a, b) => (b.timeMs.lap ?? 0) - (a.timeMs.lap ?? 0))
  switch (name) {
    case 'best':
      return nth === 0 ? own.bestLap?.lap : bySlowness.at(-1 - nth)?.lap
    case 'worst':
      return bySlowness[nth]?.lap
    case 'last':
      return laps.at(-1)?.lap
    case 'restart':
      return race.phases.find(({ restartLap }) => restartLap !== null)?.restartLap ?? undefined
    case 'in':
      return own.pitStops[0]?.inLap ?? undefined
    case 'out':
      return own.pitStops[0]?.outLap ?? undefined
    case 'previous':
      return scope.lap === undefined ? undefined : scope.lap - 1
    case 'next':
      return scope.lap === undefined ? undefined : scope.lap + 1
  }
}
