import { countCited, lapSpan } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { longestFollowed } from '#core/composer/coaching-story.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import type { AnswerIntent } from '../../draft.ts'
import { speaksOfSelf } from '../../first-person.ts'
import { fromStart } from './from-start.ts'
import { was } from './gap-over.ts'
import { lapsOf, lastLapOf, placesCited, raceNamed } from '../in-race.ts'
import { placesBack } from './places-back.ts'
import { aboutCar, aboutRace, type CarTelling, type Written } from '../telling.ts'
import { wholeRace } from './whole-race.ts'

const mostSentences = 4
/** Places lost or won on one lap that a story names. */
export const many = 2

/** The race in order of laps: places won and lost, and from whom; where no car is meant, the race of all. */
export const raceStory: AnswerIntent = async (ask) =>
  ask.part.scope.car === undefined && !speaksOfSelf(ask.part.text)
    ? await ofRace(ask)
    : await ofCar(ask)

const ofRace = aboutRace(wholeRace)

const ofCar = aboutCar((telling) => {
  const { car, who } = telling
  const { pattern } = car
  const back = placesBack(telling)
  if (back !== undefined) return back
  if (asksHowMany.test(telling.ask.part.text)) return fromStart(telling)
  if (pattern.lapsDone < 2 || pattern.story.positionAfterLap1 === null) return shortRace(telling)
  const end = car.own(pattern.position === null ? 'positionOnRoad' : 'position')
  const start = car.own('story.positionAfterLap1')
  const result: Piece = pattern.position === null ? ' on the road' : ' in the results'
  return {
    sentences: [
      fact`${who.You} ${was(who.You)} ${exact(start)} after ${exact(car.own('laps.1.lap'))} and ended ${raceNamed(telling.race)} ${exact(end)}${result}, with ${placesCited(car.own('story.placesWon'))} won and ${exact(car.own('story.placesLost'))} lost on the way.`,
      ...bigLaps(telling),
      stops(car),
      lastLap(telling),
      peaks(telling),
      followedTold(telling),
    ]
      .filter((sentence) => sentence !== undefined)
      .slice(0, mostSentences),
    asked: [start, end],
    suggestions: [
      'Who passed me?',
      'How long was I stuck behind a car?',
      'Was my pace better than my result?',
    ],
  }
})

/** "How many places did I make up in total?", "net?": one figure. */
const asksHowMany =
  /\b(?:how many|number of|total|net|overall|plus|up or down|all in all)\b.*\b(?:places?|positions?|spots?|gain\w*|ma[dk]e up|up|minus|overtak\w*)\b|\b(?:places?|positions?|spots?)\b.*\b(?:in total|overall|net|plus|all in all|gained or lost)\b|^(?:and |so )?net\b|\bforwards? or backwards?\b|\bup or down\b/i

function shortRace({ car, who }: CarTelling): Written {
  return {
    sentences: [
      fact`${who.You} did ${countCited(car.own('lapsDone'), 'lap')}, so there is no order of laps to tell a story from.`,
      note`Timing does not say why the race ended there.`,
    ],
    asked: [car.own('lapsDone')],
    suggestions: ['What is missing in the data?'],
  }
}

function peaks({ car }: CarTelling) {
  const { best, worst } = car.pattern.story
  if (best === null || worst === null || best.position === worst.position) return undefined
  const at = (end: 'best' | 'worst'): Piece => [
    exact(car.own(`story.${end}.position`)),
    ' on ',
    exact(car.own(`story.${end}.lap`)),
  ]
  return fact`The highest place at the line was ${at('best')}, the lowest ${at('worst')}.`
}

/** The laps on which most places changed, in order. */
function bigLaps({ car }: CarTelling) {
  const laps = lapsOf(car.pattern)
    .filter(({ lap, placesLost }) => lap > 1 && Math.abs(placesLost ?? 0) >= many)
    .toSorted((a, b) => Math.abs(b.placesLost ?? 0) - Math.abs(a.placesLost ?? 0))
    .slice(0, 2)
    .toSorted((a, b) => a.lap - b.lap)
  return laps.map(({ lap, placesLost }) => {
    const places = car.own(`laps.${lap}.placesLost`)
    return fact`${(placesLost ?? 0) > 0 ? 'Lost' : 'Won'} on ${exact(car.own(`laps.${lap}.lap`))}${occasionOf(car, lap)}: ${placesCited(places)}, to ${exact(car.own(`laps.${lap}.position`))}.`
  })
}

const occasions = {
  'on-track': ' on track',
  restart: ' at the restart',
  'under-yellow': ' under yellow',
  'own-pit-stop': ' with its own pit stop',
  'other-pit-stop': ' with the other car in the pits',
  retirement: ' as the other car stopped',
} as const

/** How all places of a lap changed, where they changed in one way. */
function occasionOf({ pattern }: CoachedCar, lap: number): string {
  const kinds = new Set(
    pattern.story.changes.filter((change) => change.lap === lap).map(({ how }) => how),
  )
  const [only] = kinds
  if (kinds.size !== 1 || only === undefined) return ''
  return only === 'on-track' || only === 'restart' || only === 'under-yellow' ? occasions[only] : ''
}

function followedTold({ car, who }: CarTelling) {
  const [first] = longestFollowed(car)
  if (first === undefined) return undefined
  const at = (field: string) => car.own(`story.followed.${first.index}.${field}`)
  return fact`The longest that ${who.you} followed one car was ${exact(at('car'))} on ${lapSpan(at('fromLap'), at('toLap'))}, a median ${short(at('medianIntervalMs'))} behind at the line.`
}

function stops({ pattern, own }: CoachedCar) {
  const laps = pattern.pitStops.flatMap(({ inLap }, index) =>
    inLap === null ? [] : [exact(own(`pitStops.${index}.inLap`))],
  )
  return laps.length === 0 ? undefined : fact`The pit lane was used on ${listed(laps)}.`
}

function lastLap({ car, race }: CarTelling) {
  const last = lastLapOf(car.pattern)
  if (last === undefined || last.lap >= race.race.raceLaps) return undefined
  return fact`The last lap on the sheet is ${exact(car.own(`laps.${last.lap}.lap`))} of a race of ${exact(race.ofRace('raceLaps'))}.`
}
