import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, type Piece } from '#core/composer/say.ts'
import { asksOnRoad, placeField, positionNamed } from '../in-race.ts'
import { gapAt } from './gap-at.ts'
import { behindOrAhead, was } from './gap-over.ts'
import type { CarTelling, Written } from '../telling.ts'

/** "Gap to tenth": to the car of that place, in the results or over the line; where the other order has another one there, to that too. */
export function gapToPlace(telling: CarTelling, other: CoachedCar): Written | undefined {
  const { ask, car, who, race } = telling
  const { text, scope } = ask.part
  const place = positionNamed(text)
  const field = placeField(race, text)
  const isNamed = new RegExp(`\\b${other.pattern.car}\\b`).test(text)
  if (scope.lap !== undefined || place === undefined || isNamed) return undefined
  if (other.pattern[field] !== place) return undefined
  const first = gapToIt(telling, other)
  if (first === undefined) return undefined
  const isRoad = field === 'positionOnRoad'
  const elsewhere = race.patterns.find(
    (one) => one[isRoad ? 'position' : 'positionOnRoad'] === place && one.car !== other.pattern.car,
  )
  const there = elsewhere && telling.carIn(elsewhere.car)
  const second = there?.pattern.car === car.pattern.car ? undefined : there
  const gap = second && gapToIt(telling, second)
  const order: Piece = isRoad
    ? ' over the line'
    : race.race.classification === null
      ? ' on the road'
      : [' in the ', exact(race.ofRace('classification')), ' results']
  return {
    sentences: [
      fact`At the end ${who.you} ${was(who.You)} ${behindOrAhead(first)}${exact(other.own('car'))}, ${exact(other.own(field))}${order}; ${who.you} ${was(who.You)} ${exact(car.own(field))}.`,
      second &&
        gap &&
        fact`${asksOnRoad(text) ? 'In the results' : 'On the road'} that place was ${exact(second.own('car'))}'s: ${who.you} ${was(who.You)} ${behindOrAhead(gap)}it.`,
    ],
    asked: [first],
    suggestions: [
      `When did car ${other.pattern.car} get away?`,
      `Compare me with car ${other.pattern.car}`,
    ],
  }
}

/** At the end of the race, where both did all of the same laps. */
function gapToIt(telling: CarTelling, other: CoachedCar) {
  const { lapsDone } = telling.car.pattern
  return lapsDone === other.pattern.lapsDone
    ? gapAt(telling, telling.car, other, lapsDone)
    : undefined
}
