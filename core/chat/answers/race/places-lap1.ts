import type { CoachedCar } from '#core/composer/coached-car.ts'
import { continued, exact, fact, note } from '#core/composer/say.ts'
import { fromStart } from './from-start.ts'
import { lapAsked, lapAt, raceNamed, restartLaps } from '../in-race.ts'
import { asksToTheEnd, placesOnLap } from './places-on-lap.ts'
import { many } from './race-story.ts'
import { changedOnLap } from './position.ts'
import { aboutCar, type CarTelling } from '../telling.ts'

/** Places on lap 1, which the sheet cannot tell, and at each restart, which it can. */
export const placesLap1 = aboutCar((telling) => {
  const { car, who, race } = telling
  const lap = lapAsked(telling.ask)
  if (asksToTheEnd(telling.ask.part.text)) return fromStart(telling, lap)
  if (lap === undefined && isOfRace(telling.ask.part.text)) return fromStart(telling)
  if (lap !== undefined && lap > 1 && !restartLaps(race).includes(lap))
    return changedOnLap(telling, lap)
  const { positionAfterLap1 } = car.pattern.story
  const all = restartLaps(race).filter((one) => car.pattern.laps[String(one)] !== undefined)
  const restarts = lap !== undefined && all.includes(lap) ? [lap] : all
  const noGrid = note`Places won or lost at the start cannot be told: the starting grid is not in the timing.`
  const start =
    positionAfterLap1 === null
      ? noGrid
      : continued(
          noGrid,
          '; ',
          who.you,
          ' ended ',
          exact(car.own('laps.1.lap')),
          ' in ',
          exact(car.own('story.positionAfterLap1')),
        )
  const atRestarts = restarts.flatMap((lap) => restartTold(telling, lap))
  const isRestart =
    (lap ?? 1) > 1 ||
    /restart|green flag|(?:went|go|going|back to) green|yellow/i.test(telling.ask.part.text)
  const none = restarts.length === 0 ? fact`There was no restart in ${raceNamed(race)}.` : undefined
  return {
    sentences: isRestart
      ? [...atRestarts.map(({ sentence }) => sentence), none, mostAtRestart(telling)]
      : [start, pitLaneStart(car), atRestarts[0]?.sentence],
    asked: isRestart
      ? atRestarts.map(({ asked }) => asked)
      : [positionAfterLap1 === null ? undefined : car.own('story.positionAfterLap1')],
    suggestions: ['Who passed me?', 'What happened on lap 1?', 'Tell me the story of my race'],
  }
})

/** "Places gained?", "how many did I make up?": of no start and no restart, so of the whole race. */
const isOfRace = (text: string) =>
  /\b(?:places?|positions?|spots?|cars|many|gain\w*|up or down)\b/i.test(text) &&
  !/\b(?:re)?start\w*|\bgreen\b|\byellow\b|\bcaution\b|\bgrid\b|\blights?\b|\bline\b|\b(?:opening|first|initial|lap)\b|\bgetaway\b|\b(?:safety car|fcy)\b|\bjump\w*|\bpit\b/i.test(
    text,
  )

function pitLaneStart(car: CoachedCar) {
  if (!car.pattern.story.startedFromPitLane || car.isFieldFromPitLane) return undefined
  return fact`The sheet shows a start from the pit lane on ${exact(car.own('laps.1.lap'))}.`
}

/** The restart lap, and the one after it: where the field takes the green at the line, the places change there. */
function restartTold(telling: CarTelling, lap: number) {
  const isShut = telling.race.race.phases.some(
    ({ fromLap, toLap, flag }) => flag !== 'green' && fromLap <= lap + 1 && lap + 1 <= toLap,
  )
  const after = isShut || lapAt(telling.car.pattern, lap + 1) === undefined ? undefined : lap + 1
  return [
    placesOnLap(telling, lap, 'On the restart lap'),
    ...(after === undefined
      ? []
      : [placesOnLap(telling, after, 'On the first green lap after it')]),
  ]
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
