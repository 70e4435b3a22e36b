import { countCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import { gapAt } from './gap-at.ts'
import { asksOnRoad, inResultOrder, placeField, raceNamed, withoutRaces } from '../in-race.ts'
import type { RaceTelling, Written } from '../telling.ts'

/** By which order a place is told. */
export function orderTold(race: RaceTelling['race'], text = ''): Piece {
  if (race.race.classification === null || asksOnRoad(text)) return ', by the order on the road'
  return [', by the ', exact(race.ofRace('classification')), ' results']
}

/** On the lap that both ended their race with. */
function gapAtEnd(telling: RaceTelling, car: CoachedCar, first: CoachedCar) {
  const { lapsDone } = car.pattern
  return lapsDone === first.pattern.lapsDone ? gapAt(telling, car, first, lapsDone) : undefined
}

/** The first cars of the result; none where no order is known. */
export function firstCars({ ask, race, carIn }: RaceTelling, count: number): readonly CoachedCar[] {
  const { text } = ask.part
  const field = placeField(race, text)
  return inResultOrder(race, text)
    .filter((pattern) => pattern[field] !== null)
    .slice(0, count)
    .flatMap(({ car }) => carIn(car) ?? [])
}

/** The first ones of the result, with their gaps where those are asked for. */
export function topOf(telling: RaceTelling, count: number): Written {
  const { race, ask } = telling
  const field = placeField(race, ask.part.text)
  const cars = firstCars(telling, count)
  if (cars.length === 0)
    return {
      outcome: 'not-in-data',
      sentences: [note`There is no order of this race in the data.`],
    }
  const [first] = cars
  const hasGaps = /\b(?:gaps?|margins?|intervals?|how far|how close|seconds|apart|times?)\b/i.test(
    telling.ask.part.text,
  )
  const places = cars.map((car): Piece => {
    const gap = first && hasGaps ? gapAtEnd(telling, car, first) : undefined
    const behind = Number(gap?.value ?? 0) > 0
    return [
      exact(car.own(field)),
      ' ',
      exact(car.own('car')),
      gap && behind ? [' +', exact(gap)] : '',
    ]
  })
  return {
    sentences: [fact`${raceNamed(race)}: ${listed(places)}${orderTold(race, ask.part.text)}.`],
    asked: cars.map((car) => car.own(field)),
    suggestions: ['Where did I finish?', 'Who was quickest on pace?'],
  }
}

/** Who finished in one place. */
export function whoWas(telling: RaceTelling, place: number): Written {
  const { race } = telling
  const field = placeField(race)
  if (asksOnRoad(telling.ask.part.text)) return whoOverLine(telling, place)
  const found = inResultOrder(race).find((pattern) => pattern[field] === place)
  const car = found && telling.carIn(found.car)
  if (car === undefined)
    return {
      outcome: 'not-in-data',
      sentences: [note`The results of ${raceNamed(race)} have no car in that place.`],
    }
  const won = place === 1
  const name = won ? 'won' : ['finished ', exact(car.own(field)), ' in']
  return {
    sentences: [
      fact`Car ${short(car.own('car'))} ${name} ${raceNamed(race)}${orderTold(race)}, after ${countCited(car.own('lapsDone'), 'lap')}.`,

      won && car.pattern.positionOnRoad !== 1
        ? fact`On the road it was ${exact(car.own('positionOnRoad'))}.`
        : undefined,
    ],
    asked: [car.own('car')],
    suggestions: [`Compare me with car ${car.pattern.car}`, 'Who was on the podium?'],
  }
}

/** Who came over the line in one place, whatever the results made of it. */
function whoOverLine({ race, carIn }: RaceTelling, place: number): Written {
  const found = race.patterns.find(({ positionOnRoad }) => positionOnRoad === place)
  const car = found && carIn(found.car)
  if (car === undefined)
    return {
      outcome: 'not-in-data',
      sentences: [note`No car of ${raceNamed(race)} crossed the line in that place.`],
    }
  return {
    sentences: [
      fact`Car ${short(car.own('car'))} crossed the line ${exact(car.own('positionOnRoad'))} in ${raceNamed(race)}, after ${countCited(car.own('lapsDone'), 'lap')}.`,
      car.pattern.position === null || car.pattern.position === place
        ? undefined
        : fact`In the results it is ${exact(car.own('position'))}.`,
    ],
    asked: [car.own('car'), car.own('positionOnRoad')],
    suggestions: ['Who won?', 'Who was moved in the results?'],
  }
}

const won = String.raw`\b(?:1st|first|p1|winner|won)\b`
const second = String.raw`\b(?:2nd|second|p2|runner[- ]up)\b`
const firstThree = new RegExp(`${won}.*${second}.*\\b(?:3rd|third|p3)\\b`)
const firstTwo = new RegExp(`${won}.*\\b(?:and|who)\\b.*${second}`)

/** "Who was 1st, 2nd and 3rd?" asks for three, "who won and who was second?" for two. */
function firstAsked(text: string): 2 | 3 | undefined {
  const plain = withoutRaces(text)
  if (firstThree.test(plain)) return 3
  return firstTwo.test(plain) ? 2 : undefined
}

const mostPlaces = 10

/** "And the third?", "who won and who was second?", "and the rest?" */
export function inOrder(telling: RaceTelling, text: string): Written | undefined {
  const { nth, isRest } = telling.ask.part.order ?? {}
  const first = isRest === true ? mostPlaces : firstAsked(text)
  if (first !== undefined) return topOf(telling, first)
  return nth === undefined ? undefined : whoWas(telling, nth)
}
