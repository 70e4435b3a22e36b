import type { CoachedCar } from '#core/composer/coached-car.ts'
import { carsCited, countCited, lapSpan } from '#core/composer/cited-names.ts'
import { longestFollowed } from '#core/composer/coaching-story.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import { was } from './gaps.ts'
import {
  lapAsked,
  lapsOf,
  lastLapOf,
  partnerIn,
  placesCited,
  raceNamed,
  restartLaps,
} from './in-race.ts'
import { aboutCar, type CarTelling, type Written } from './telling.ts'

/** Places lost or won on one lap that a story names. */
const many = 2
const carsNamed = 6

/** The race in order of laps: places won and lost, and from whom. */
export const raceStory = aboutCar((telling) => {
  const { car, who } = telling
  const { pattern } = car
  if (pattern.lapsDone < 2 || pattern.story.positionAfterLap1 === null) return shortRace(telling)
  const end = car.own(pattern.position === null ? 'positionOnRoad' : 'position')
  const start = car.own('story.positionAfterLap1')
  const result: Piece = pattern.position === null ? ' on the road' : ' in the results'
  return {
    sentences: [
      fact`${who.You} ${was(who.You)} ${exact(start)} after ${exact(car.own('laps.1.lap'))} and ended ${raceNamed(telling.race)} ${exact(end)}${result}, with ${placesCited(car.own('story.placesWon'))} won and ${exact(car.own('story.placesLost'))} lost on the way.`,
      peaks(telling),
      ...bigLaps(telling),
      followedTold(telling),
      stops(car),
      lastLap(telling),
    ].slice(0, 6),
    asked: [start, end],
    suggestions: [
      'Who passed me?',
      'How long was I stuck behind a car?',
      'Was my pace better than my result?',
    ],
  }
})

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

const how = {
  'on-track': 'on track',
  restart: 'at the restart',
  'under-yellow': 'under yellow',
  'own-pit-stop': 'with a pit stop',
  'other-pit-stop': 'while the other was in the pits',
  retirement: 'as the other stopped',
} as const

/** Who passed whom, on which lap and on what kind of lap. */
export const whoPassed = aboutCar((telling) => {
  const { car, ask } = telling
  const partner = partnerIn(ask, car)
  const lap = lapAsked(ask)
  const changes = car.pattern.story.changes
    .map((change, index) => ({ ...change, index }))
    .filter((change) => lap === undefined || change.lap === lap)
  if (partner !== undefined) {
    const withCar = changes.filter((change) => change.car === partner)
    const all = changes.filter((change) => change.car !== partner)
    const alsoAll = /\bwho\b/i.test(ask.part.text) ? allPasses(telling, all, 'lost') : []
    return passesWith(telling, partner, withCar, alsoAll)
  }
  const isPassing = /\bdid i (?:pass|overtake|get)|cars did i|i pass|overtakes did/i.test(
    ask.part.text,
  )
  const first = allPasses(telling, changes, isPassing ? 'won' : 'lost')
  const second = allPasses(telling, changes, isPassing ? 'lost' : 'won')
  return {
    sentences: [...first, ...second, totals(telling), gridNote],
    asked: changes
      .filter(({ how: kind }) => kind === 'on-track')
      .slice(0, carsNamed)
      .map(({ index }) => car.own(`story.changes.${index}.car`)),
    suggestions: ['What happened at the restart?', 'Tell me the story of my race'],
  }
})

const gridNote = note`Seen at the line only: a place that changed and changed back within a lap does not show, nor does the opening lap.`

type Change = CoachedCar['pattern']['story']['changes'][number] & { readonly index: number }

function passesWith(
  { car, who, carIn }: CarTelling,
  partner: NonNullable<ReturnType<typeof partnerIn>>,
  changes: readonly Change[],
  others: Written['sentences'],
): Written {
  const other = carIn(partner)
  if (other === undefined)
    return { outcome: 'not-in-data', sentences: [note`That car was not in this race.`, ...others] }
  if (changes.length === 0)
    return {
      sentences: [
        ...others,
        fact`At no line after the opening lap did ${who.you} and ${exact(other.own('car'))} change places.`,
      ],
      asked: [other.own('car')],
      suggestions: ['What was the gap to that car?'],
    }
  const told = changes.map(({ change, how: kind, index }): Piece => {
    const lap = exact(car.own(`story.changes.${index}.lap`))
    return [change === 'won' ? 'won on ' : 'lost on ', lap, ' ', how[kind]]
  })
  return {
    sentences: [
      ...others,
      fact`Against ${exact(other.own('car'))} the place was ${listed(told)}.`,
      gridNote,
    ],
    asked: changes.map(({ index }) => car.own(`story.changes.${index}.lap`)),
    suggestions: [`Compare me with car ${partner}`, 'Tell me the story of my race'],
  }
}

/** Cars that passed, or were passed, lap by lap where they are few. */
function allPasses({ car, who }: CarTelling, changes: readonly Change[], side: 'won' | 'lost') {
  const these = changes.filter(({ change, how: kind }) => change === side && kind !== 'retirement')
  const verb = side === 'lost' ? 'Places lost' : 'Places won'
  if (these.length === 0)
    return [
      fact`${side === 'lost' ? 'Nobody went ahead of' : 'Nobody fell behind'} ${who.you} at the line there.`,
    ]
  const shown = these.filter(({ how: kind }) => kind === 'on-track')
  const named = (shown.length > 0 ? shown : these).slice(0, carsNamed)
  const parts = named.map(({ index }): Piece => [
    exact(car.own(`story.changes.${index}.car`)),
    ' on ',
    exact(car.own(`story.changes.${index}.lap`)),
  ])
  const kind = shown.length > 0 ? ' on track' : ''
  const more =
    (shown.length > 0 ? shown : these).length > named.length ? ', and more after that' : ''
  return [fact`${verb}${kind}: ${side === 'lost' ? 'to' : 'from'} ${listed(parts)}${more}.`]
}

function totals({ car }: CarTelling) {
  return fact`In all ${countCited(car.own('story.placesWon'), 'place')} won and ${exact(car.own('story.placesLost'))} lost after ${exact(car.own('laps.1.lap'))}, with restarts, yellow laps and pit stops.`
}
