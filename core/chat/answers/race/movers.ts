import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import { computedFact } from '../../computed-fact.ts'
import { lapAsked, placesCited, raceNamed, restartLaps } from '../in-race.ts'
import { placeOf } from './result-place.ts'
import { aboutRace, type RaceTelling, type Written } from '../telling.ts'

const carsNamed = 3

/** Who won and who lost most places, from the end of lap 1, the first order that the sheet has, to the result. */
export const movers = aboutRace((telling) => {
  const ofLap = overLapAsked(telling)
  if (ofLap !== undefined) return ofLap
  const moved = telling.race.patterns.flatMap(({ car }) => {
    const found = telling.carIn(car)
    return found === undefined ? [] : (movedBy(telling, found) ?? [])
  })
  const order = moved.toSorted((a, b) => b.won - a.won)
  const { nth = 1, isRest } = telling.ask.part.order ?? {}
  const from = isRest === true ? carsNamed : nth - 1
  const up = order.filter(({ won }) => won > 0).slice(from, from + carsNamed)
  const down = order
    .filter(({ won }) => won < 0)
    .toReversed()
    .slice(from, from + carsNamed)
  const isLoser = asksOfLosers(telling.ask.part.text)
  const sentences = [
    up.length === 0
      ? undefined
      : fact`${from > 0 ? 'Next by' : 'Most'} places won in ${raceNamed(telling.race)}: ${listed(up.map(({ said }) => said))}.`,
    down.length === 0
      ? undefined
      : fact`${from > 0 ? 'Next by places' : 'Most'} lost: ${listed(down.map(({ said }) => said))}.`,
  ]
  if (up.length + down.length === 0)
    return {
      outcome: 'not-in-data',
      sentences: [note`The sheet of ${raceNamed(telling.race)} has no order to count places from.`],
    }
  const own = telling.ask.part.scope.car
  const [most] = isLoser ? down : up
  return {
    verdict: own === undefined || most === undefined ? undefined : most.car === own,
    sentences: [
      ...(isLoser ? sentences.toReversed() : sentences),
      note`Counted from the end of lap one: the starting grid is not in the timing.`,
    ],
    asked: (isLoser ? down : up).map(({ places }) => places),
    suggestions: ['Who won?', 'Tell me the story of my race'],
  }
})

/** "Who made up the most and who lost the most?" begins with those who won. */
function asksOfLosers(text: string): boolean {
  const lost = text.search(/\blos|drop|fell|back|worst|down/i)
  const won = text.search(/\b(?:gain|made up|make up|won|win|climb|improv)/i)
  return lost >= 0 && (won < 0 || lost < won)
}

/** A restart or a lap that is named, instead of the whole race. */
function overLapAsked(telling: RaceTelling): Written | undefined {
  const { text } = telling.ask.part
  const isWhole = /\b(?:finish|flag|end of the race|whole race|result|overall)\b/i.test(text)
  const isRestart =
    /\b(?:restart|green flag|going green|went green|after the (?:yellow|caution|safety car))/i.test(
      text,
    )
  const lap = lapAsked(telling.ask)
  if (!isWhole && (isRestart || (lap !== undefined && lap > 1))) {
    const restarts = restartLaps(telling.race)
    const isNamed = lap !== undefined && lap > 1 && !restarts.includes(lap)
    // Where the field takes the green at the line, the places change on the lap after.
    const meant = lap !== undefined && restarts.includes(lap) ? [lap] : restarts
    const laps = isNamed ? [lap] : meant.flatMap((one) => [one, one + 1])
    return overLaps(telling, laps)
  }
  if (
    !isWhole &&
    (lap === 1 || /\b(?:lap one|off the line|at the start|opening lap|first lap)\b/i.test(text))
  )
    return { outcome: 'not-in-data', ...noGrid }
  return undefined
}

const noGrid = {
  sentences: [
    note`The starting grid is not in the timing, so who won places on the opening lap cannot be told.`,
    note`The first order that the sheet has is the end of that lap; the grid sheet beside it would tell.`,
  ],
  suggestions: ['Who won the most places in the race?', 'What was the order on lap 1?'],
}

/** Who won and lost most places on single laps: at restarts, or on the one that is named. */
function overLaps(telling: RaceTelling, laps: readonly number[]): Written {
  const { race } = telling
  if (laps.length === 0)
    return {
      sentences: [
        fact`There was no restart in ${raceNamed(race)}: ${exact(race.ofRace('raceLaps'))} laps without one.`,
      ],
      asked: [race.ofRace('raceLaps')],
    }
  const told = laps.map((lap) => movedOn(telling, lap))
  const isLoser = /\blos|drop|fell|\bback\b|worst|down/i.test(telling.ask.part.text)
  // Of several laps only what is asked for is told.
  const side = isLoser ? 'down' : 'up'
  return {
    sentences: told.flatMap((one) => (laps.length > 2 ? one[side] : [one.up, one.down])),
    asked: told.flatMap(({ asked }) => asked),
    suggestions: ['Who won the most places in the race?', 'Were there any yellows?'],
  }
}

function movedOn({ race, carIn }: RaceTelling, lap: number) {
  const order = race.patterns
    .flatMap((pattern) => {
      const lost = pattern.laps[String(lap)]?.placesLost ?? 0
      const car = carIn(pattern.car)
      return lost === 0 || car === undefined ? [] : [{ car, lost }]
    })
    .toSorted((a, b) => a.lost - b.lost)
  const up = order.filter(({ lost }) => lost < 0).slice(0, carsNamed)
  const down = order
    .filter(({ lost }) => lost > 0)
    .toReversed()
    .slice(0, carsNamed)
  const [first = down[0]] = up
  if (first === undefined) {
    const one = race.patterns.find(({ laps }) => laps[String(lap)] !== undefined)
    const number = one && carIn(one.car)?.own(`laps.${lap}.lap`)
    const on: Piece = number === undefined ? 'On that lap' : ['On ', exact(number)]
    const none = fact`${on} of ${raceNamed(race)} no place changed hands at the line.`
    return { asked: [], up: none, down: undefined }
  }
  const at = exact(first.car.own(`laps.${lap}.lap`))
  const named = (some: typeof up) =>
    listed(
      some.map(({ car }): Piece => {
        const own = (field: string) => car.own(`laps.${lap}.${field}`)
        const places = placesCited(own('placesLost'))
        return [exact(car.own('car')), ' ', places, ' (to ', exact(own('position')), ')']
      }),
    )
  return {
    asked: [...up, ...down].map(({ car }) => car.own(`laps.${lap}.placesLost`)),
    up:
      up.length === 0
        ? undefined
        : fact`Most places won on ${at} of ${raceNamed(race)}: ${named(up)}.`,
    down: down.length === 0 ? undefined : fact`Most lost on ${at}: ${named(down)}.`,
  }
}

/** "car 71 13 places (P19 to P6)" */
function movedBy({ keep }: RaceTelling, car: CoachedCar) {
  const end = placeOf(car)
  if (car.pattern.story.positionAfterLap1 === null || typeof end.value !== 'number')
    return undefined
  const start = car.own('story.positionAfterLap1')
  const label = `Car ${car.pattern.car}: places from lap 1 to the end`
  const places = computedFact('difference', [start, end], 'places', label)
  const won = Number(places.value)
  if (won === 0) return undefined
  const said: Piece = [
    exact(car.own('car')),
    ' ',
    placesCited(keep(places)),
    ' (',
    exact(start),
    ' to ',
    exact(end),
    ')',
  ]
  return { won, places, said, car: car.pattern.car }
}
