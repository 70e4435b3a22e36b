import { carsCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, note, type Piece } from '#core/composer/say.ts'
import { placesCited, raceNamed, restartLaps } from '../in-race.ts'
import { many } from './race-story.ts'
import { aboutCar, type CarTelling } from '../telling.ts'

const carsNamed = 6

/** Places on lap 1, which the sheet cannot tell, and at each restart, which it can. */
export const placesLap1 = aboutCar((telling) => {
  const { car, who, race } = telling
  const { positionAfterLap1 } = car.pattern.story
  const restarts = restartLaps(race).filter((lap) => car.pattern.laps[String(lap)] !== undefined)
  const start =
    positionAfterLap1 === null
      ? undefined
      : fact`${who.You} ended ${exact(car.own('laps.1.lap'))} in ${exact(car.own('story.positionAfterLap1'))}.`
  const noGrid = note`How many places that was cannot be told: the starting grid is not in the timing.`
  const atRestarts = restarts.map((lap) => restartTold(telling, lap))
  const isRestart = /restart|green flag|yellow/i.test(telling.ask.part.text)
  const none = restarts.length === 0 ? fact`There was no restart in ${raceNamed(race)}.` : undefined
  return {
    sentences: isRestart
      ? [...atRestarts.map(({ sentence }) => sentence), none, mostAtRestart(telling)]
      : [start, noGrid, pitLaneStart(car), ...atRestarts.map(({ sentence }) => sentence)],
    asked: isRestart
      ? atRestarts.map(({ asked }) => asked)
      : [positionAfterLap1 === null ? undefined : car.own('story.positionAfterLap1')],
    suggestions: ['Who passed me?', 'What happened on lap 1?', 'Tell me the story of my race'],
  }
})

function pitLaneStart(car: CoachedCar) {
  if (!car.pattern.story.startedFromPitLane || car.isFieldFromPitLane) return undefined
  return fact`The sheet shows a start from the pit lane on ${exact(car.own('laps.1.lap'))}.`
}

function restartTold({ car, who }: CarTelling, lap: number) {
  const at = (field: string) => car.own(`laps.${lap}.${field}`)
  const entry = car.pattern.laps[String(lap)]
  const lost = entry?.placesLost ?? undefined
  if (lost === undefined)
    return {
      asked: at('lap'),
      sentence: fact`For the restart on ${exact(at('lap'))} the sheet has no change of places for ${who.you}.`,
    }
  const cars = carsAround(car, lap, lost > 0 ? 'lostTo' : 'wonFrom')
  const whom: Piece =
    cars.length === 0 || cars.length > carsNamed
      ? ''
      : [lost > 0 ? ', to ' : ', from ', carsCited(cars)]
  const places =
    lost === 0
      ? 'no place won or lost in the balance'
      : [placesCited(at('placesLost')), lost > 0 ? ' lost' : ' won', whom]
  return {
    asked: lost === 0 ? at('lap') : at('placesLost'),
    sentence: fact`On the restart lap, ${exact(at('lap'))}: ${places}, ending it ${exact(at('position'))}.`,
  }
}

function carsAround({ pattern, own }: CoachedCar, lap: number, side: 'lostTo' | 'wonFrom') {
  return (pattern.laps[String(lap)]?.[side] ?? []).map((_, index) =>
    own(`laps.${lap}.${side}.${index}`),
  )
}

/** Who won most places at the first restart, where it is one car. */
function mostAtRestart({ race, carIn }: CarTelling) {
  const [lap] = restartLaps(race)
  if (lap === undefined) return undefined
  const won = (pattern: CoachedCar['pattern']) => -(pattern.laps[String(lap)]?.placesLost ?? 0)
  const [best, next] = race.patterns.toSorted((a, b) => won(b) - won(a))
  if (best === undefined || won(best) < many || (next && won(next) === won(best))) return undefined
  const car = carIn(best.car)
  return (
    car &&
    fact`Most places on ${exact(car.own(`laps.${lap}.lap`))} were won by ${exact(car.own('car'))}: ${exact(car.own(`laps.${lap}.placesLost`))}.`
  )
}
