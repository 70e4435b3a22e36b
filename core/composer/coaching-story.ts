import type { Fact } from '#core/domain/fact.ts'
import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import type { CoachedCar, Observation } from './coached-car.ts'
import { carsCited, lapSpan } from './cited-names.ts'
import { exact, fact, listed, type Piece, short } from './say.ts'

/** More cars than this are counted, not named. */
const carsNamed = 5
/** Laps close behind one car that are worth naming. */
const longFollow = 4
/** Places lost on one lap that are worth naming. */
const bigLoss = 3
/** Places between pace and result that are worth naming. */
const farFromPace = 3

/** The race as the order at the line tells it (D18), pace rank against result beside it. */
export function storySentences(car: CoachedCar): readonly Observation[] {
  return [
    ...resultAgainstPace(car),
    ...places(car),
    ...biggestLoss(car),
    ...followed(car),
    ...gotAway(car),
  ]
}

function resultAgainstPace({ pattern, own }: CoachedCar): readonly Observation[] {
  const against = pattern.paceAgainstResult
  if (against === null || Math.abs(against.placesBelowPace) < farFromPace) return []
  const at = (field: string) => exact(own(`paceAgainstResult.${field}`))
  const way = against.placesBelowPace > 0 ? 'below' : 'above'
  return [
    {
      worth: 54 + 3 * Math.abs(against.placesBelowPace),
      sentence: fact`Of the ${at('cars')} cars with a pace you were ${at('paceRank')} by pace and ${at('resultRank')} by result, ${at('placesBelowPace')} places ${way} your pace.`,
    },
  ]
}

/** Places won and lost after lap 1, and on track whom from and to whom. */
function places(car: CoachedCar): readonly Observation[] {
  const { pattern, own } = car
  const { placesWon, placesLost } = pattern.story
  if (pattern.laps['1'] === undefined || pattern.lapsDone === 1) return []
  const after: Piece = ['After ', exact(own('laps.1.lap')), ' you ']
  if (placesWon === 0 && placesLost === 0)
    return [{ worth: 60, sentence: fact`${after}neither won nor lost a place.` }]
  const won = own('story.placesWon')
  const lost = own('story.placesLost')
  const count: Piece =
    placesWon === 0
      ? ['lost ', placesCited(lost), ' and won none']
      : ['won ', placesCited(won), ' and lost ', placesLost === 0 ? 'none' : exact(lost)]
  const whom = passes(car)
  return [{ worth: whom === '' ? 60 : 71, sentence: fact`${after}${count}${whom}.` }]
}

function placesCited(count: Fact): Piece {
  return [exact(count), count.value === 1 ? ' place' : ' places']
}

/** Whom the car passed on track and who passed it, once all passing to and fro is done. */
function passes({ pattern, own }: CoachedCar): Piece {
  const onTrack = pattern.story.changes
    .map((change, index) => ({ ...change, index }))
    .filter(({ how }) => how === 'on-track')
  const byCar = [...Map.groupBy(onTrack, (change) => change.car).values()].map((changes) => ({
    balance: changes.reduce((sum, { change }) => sum + (change === 'won' ? 1 : -1), 0),
    car: own(`story.changes.${changes[0]?.index ?? 0}.car`),
  }))
  const carsWith = (sign: 1 | -1) =>
    byCar.filter(({ balance }) => Math.sign(balance) === sign).map(({ car }) => car)
  const passed = carsWith(1)
  const passedBy = carsWith(-1)
  if (Math.max(passed.length, passedBy.length) > carsNamed) return ''
  if (passed.length + passedBy.length === 0) return ''
  if (passedBy.length === 0) return ['; on track you got past ', carsCited(passed)]
  if (passed.length === 0) return ['; on track ', carsCited(passedBy), ' got past you']
  return ['; on track you got past ', carsCited(passed), ', and ', carsCited(passedBy), ' past you']
}

const occasion = {
  'on-track': 'on track',
  restart: 'at the restart',
  'under-yellow': 'under yellow',
  'own-pit-stop': 'with your pit stop',
  'other-pit-stop': '',
  retirement: '',
} as const

/** The lap on which the car lost most places, where they were many. */
export function biggestLossLap({ pattern }: CoachedCar): LapEntry | undefined {
  const [worst] = Object.values(pattern.laps)
    .filter(({ lap, placesLost }) => lap > 1 && placesLost !== null && placesLost >= bigLoss)
    .toSorted((a, b) => (b.placesLost ?? 0) - (a.placesLost ?? 0))
  return worst
}

function biggestLoss(car: CoachedCar): readonly Observation[] {
  const { pattern, own } = car
  const worst = biggestLossLap(car)
  const before = worst && pattern.laps[String(worst.lap - 1)]
  if (worst === undefined || before === undefined) return []
  if (before.position === null) return []
  const kinds = new Set(
    pattern.story.changes
      .filter(({ lap, change }) => lap === worst.lap && change === 'lost')
      .map(({ how }) => how),
  )
  const [how] = kinds
  const slow = worst.isIncident ? ', on a lap more than three percent over your pace' : ''
  const when = kinds.size === 1 && how !== undefined ? occasion[how] : ''
  return [
    {
      worth: 76,
      sentence: fact`On ${exact(own(`laps.${worst.lap}.lap`))} you fell from ${exact(own(`laps.${before.lap}.position`))} to ${exact(own(`laps.${worst.lap}.position`))}${when && ` ${when}`}${slow}.`,
    },
  ]
}

/** The longest stretches close behind one car on the same lap; at most two, in order. */
export function longestFollowed({ pattern }: CoachedCar) {
  return pattern.story.followed
    .map((stretch, index) => ({ ...stretch, index }))
    .filter(({ laps, lapsAhead }) => laps >= longFollow && lapsAhead === 0)
    .toSorted((a, b) => b.laps - a.laps)
    .slice(0, 2)
    .toSorted((a, b) => a.fromLap - b.fromLap)
}

/** "car 22 on laps 3 to 6 and 9 to 12", one after the other for each car. */
export function followedCited(car: CoachedCar, ending: (index: number) => Piece = () => ''): Piece {
  const { own } = car
  const byCar = [...Map.groupBy(longestFollowed(car), (stretch) => stretch.car).values()]
  return listed(
    byCar.map((stretches) => [
      exact(own(`story.followed.${stretches[0]?.index ?? 0}.car`)),
      ' on ',
      listed(
        stretches.map(({ index }) => {
          const at = `story.followed.${index}`
          return [lapSpan(own(`${at}.fromLap`), own(`${at}.toLap`)), ending(index)]
        }),
      ),
    ]),
  )
}

function followed(car: CoachedCar): readonly Observation[] {
  const [first] = longestFollowed(car)
  if (first === undefined) return []
  const interval = (index: number): Piece => [
    index === first.index ? ' (median ' : ' (',
    short(car.own(`story.followed.${index}.medianIntervalMs`)),
    index === first.index ? ' at the line)' : ')',
  ]
  return [{ worth: 64, sentence: fact`You followed ${followedCited(car, interval)}.` }]
}

function gotAway({ pattern, own }: CoachedCar): readonly Observation[] {
  const last = pattern.story.openings.length - 1
  if (last < 0) return []
  const at = (field: string) => own(`story.openings.${last}.${field}`)
  return [
    {
      worth: 66,
      sentence: fact`The interval to ${exact(at('car'))} grew from ${short(at('closeMs'))} on ${exact(at('closeLap'))} to ${short(at('farMs'))} on ${exact(at('farLap'))}.`,
    },
  ]
}
