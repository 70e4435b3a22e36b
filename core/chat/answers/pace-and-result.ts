import type { CoachedCar } from '#core/composer/coached-car.ts'
import { carsCited, countCited, rankCited } from '#core/composer/cited-names.ts'
import { exact, fact, note, type Piece, short } from '#core/composer/say.ts'
import { computedFact } from '../computed-fact.ts'
import {
  differenceOf,
  hasPace,
  inResultOrder,
  placeField,
  placesCited,
  positionNamed,
  raceNamed,
} from './in-race.ts'
import { aboutCar, type CarTelling, type Written } from './telling.ts'

const carsNamed = 5
const topTen = 10

function tooFew({ car, who }: CarTelling): Written {
  return {
    outcome: 'not-in-data',
    sentences: [
      fact`${who.You} did ${countCited(car.own('cleanLaps'), 'green lap')} in this race: too few for a pace.`,
    ],
    suggestions: ['Where did I finish?', 'Why do my laps not count?'],
  }
}

/** Pace against result, against the whole order or against the car in one place. */
export const paceVsResult = aboutCar((telling) => {
  const { car, who, race } = telling
  if (!hasPace(car)) return tooFew(telling)
  const place = positionNamed(telling.ask.part.text)
  const field = placeField(race)
  const placed = race.patterns.find((pattern) => pattern[field] === place)
  const rival = place === undefined || placed === undefined ? undefined : telling.carIn(placed.car)
  if (rival !== undefined && rival.pattern.car !== car.pattern.car)
    return againstPlace(telling, rival, field)
  const against = car.pattern.paceAgainstResult
  if (against === null)
    return {
      sentences: [
        fact`By pace ${who.you} ${who.You === 'You' ? 'were' : 'was'} ${rankCited(car.own('lap.paceRank'), car.own('lap.paceOf'))} in ${raceNamed(race)}; there is no result to hold it against.`,
      ],
      asked: [car.own('lap.paceRank')],
    }
  const at = (name: string) => car.own(`paceAgainstResult.${name}`)
  const places = Math.abs(against.placesBelowPace)
  const way: Piece =
    places === 0
      ? 'the result is where the pace was'
      : [
          'the result is ',
          placesCited(at('placesBelowPace')),
          against.placesBelowPace > 0 ? ' below the pace' : ' above the pace',
        ]
  return {
    sentences: [
      fact`Of the ${exact(at('cars'))} cars with a pace and a place ${who.you} ${who.You === 'You' ? 'were' : 'was'} ${exact(at('paceRank'))} by pace and ${exact(at('resultRank'))} by result: ${way}.`,
      slowerAhead(telling, field),
      against.placesBelowPace > 0 ? lostHow(telling) : undefined,
    ],
    asked: [at('paceRank'), at('resultRank')],
    suggestions: [
      'Tell me the story of my race',
      'What do I need a lap for top ten?',
      'Who passed me?',
    ],
  }
})

function againstPlace({ car, who, keep }: CarTelling, rival: CoachedCar, field: string): Written {
  if (!hasPace(rival))
    return {
      outcome: 'not-in-data',
      sentences: [
        fact`${exact(rival.own(field))} was ${exact(rival.own('car'))}, which did ${countCited(rival.own('cleanLaps'), 'green lap')}: too few for a pace.`,
      ],
    }
  const label = `Car ${car.pattern.car} less car ${rival.pattern.car}: pace, the lap`
  const gap = keep(differenceOf(car.own('lap.paceMs'), rival.own('lap.paceMs'), label))
  const value = Number(gap.value)
  const way: Piece =
    Math.abs(value) < 0.5
      ? 'were level on pace'
      : [short(gap), ' a lap ', value < 0 ? 'quicker' : 'slower', ' on pace, the track taken out']
  const verb = Math.abs(value) < 0.5 ? '' : who.You === 'You' ? 'were ' : 'was '
  return {
    sentences: [
      fact`Against ${exact(rival.own('car'))}, ${exact(rival.own(field))}: ${who.you} ${verb}${way}, ${rankCited(car.own('lap.paceRank'), car.own('lap.paceOf'))} against ${exact(rival.own('lap.paceRank'))}.`,
      fact`${who.Your} own place was ${exact(car.own(car.pattern.position === null ? 'positionOnRoad' : 'position'))}.`,
    ],
    asked: [gap],
    suggestions: [`Compare me with car ${rival.pattern.car}`, 'Tell me the story of my race'],
  }
}

/** Cars that finished ahead with a slower pace. */
function slowerAhead({ car, race, carIn, keep }: CarTelling, field: 'position' | 'positionOnRoad') {
  const own = car.pattern[field]
  if (own === null) return undefined
  const ahead = race.patterns.filter((pattern) => {
    const place = pattern[field]
    if (place === null || place >= own || pattern.lap.paceMs === null) return false
    return (
      pattern.carClass === car.pattern.carClass &&
      pattern.lap.paceMs > (car.pattern.lap.paceMs ?? 0)
    )
  })
  const cars = ahead.flatMap(({ car: number }) => carIn(number) ?? [])
  if (cars.length === 0) return fact`No car that finished ahead had a slower pace.`
  if (cars.length > carsNamed) {
    const count = keep(
      computedFact(
        'count',
        cars.map((one) => one.own('lap.paceMs')),
        'count',
        'Cars ahead with a slower pace',
      ),
    )
    return fact`Slower on pace and yet ahead in the result: ${countCited(count, 'car')}.`
  }
  return fact`Slower on pace and yet ahead in the result: ${carsCited(cars.map((one) => one.own('car')))}.`
}

function lostHow({ car }: CarTelling) {
  return fact`After ${exact(car.own('laps.1.lap'))} there were ${placesCited(car.own('story.placesWon'))} won and ${exact(car.own('story.placesLost'))} lost; timing does not say why.`
}

/** The pace that the nth car of the class had, and how far that is from here. */
export const paceNeeded = aboutCar((telling) => {
  const { car, who, race, keep, ask } = telling
  const isQuickQuarter = /quick quarter|quarter/i.test(ask.part.text)
  const wanted = positionNamed(ask.part.text) ?? topTen
  const ranked = race.patterns
    .filter(({ carClass, lap }) => carClass === car.pattern.carClass && lap.paceMs !== null)
    .toSorted((a, b) => (a.lap.paceMs ?? 0) - (b.lap.paceMs ?? 0))
  const found = ranked[wanted - 1]
  const mark = found && telling.carIn(found.car)
  if (isQuickQuarter) return toQuickQuarter(telling)
  if (mark === undefined)
    return {
      outcome: 'not-in-data',
      sentences: [note`Fewer cars than that have a pace in ${raceNamed(race)}.`],
    }
  const pace: Piece = [
    exact(mark.own('lap.paceMs')),
    ', the track taken out (',
    exact(mark.own('car')),
    ', ',
    rankCited(mark.own('lap.paceRank'), mark.own('lap.paceOf')),
    ' by pace)',
  ]
  if (!hasPace(car))
    return {
      sentences: [
        fact`By pace it took ${pace} in ${raceNamed(race)}.`,
        ...tooFew(telling).sentences,
      ],
      asked: [mark.own('lap.paceMs')],
    }
  const label = `Car ${car.pattern.car} less car ${mark.pattern.car}: pace, the lap`
  const gap = keep(differenceOf(car.own('lap.paceMs'), mark.own('lap.paceMs'), label))
  const isThere = Number(gap.value) <= 0
  return {
    sentences: [
      fact`By pace it took ${pace} in ${raceNamed(race)}.`,
      isThere
        ? fact`${who.You} had that: ${exact(car.own('lap.paceMs'))}, ${rankCited(car.own('lap.paceRank'), car.own('lap.paceOf'))}.`
        : fact`${who.You} had ${exact(car.own('lap.paceMs'))}, so ${short(gap)} a lap more is needed.`,
      reach(telling, Number(gap.value)),
      resultBeside(telling, wanted),
    ],
    asked: [mark.own('lap.paceMs'), ...(isThere ? [] : [gap])],
    suggestions: [
      'Where do I find that?',
      'Was my pace better than my result?',
      'What should I work on first?',
    ],
  }
})

/** The own best quarter of laps (D14), where it says whether the step is in reach. */
function reach({ car, who }: CarTelling, gapMs: number) {
  const { repeatGainMs, targetMs } = car.pattern.lap
  if (repeatGainMs === null || targetMs === null || gapMs <= 0) return undefined
  const gain = short(car.own('lap.repeatGainMs'))
  return repeatGainMs >= gapMs
    ? fact`On ${who.your} best quarter of laps ${who.you} ${who.You === 'You' ? 'were' : 'was'} ${gain} or more better than normal, so the pace is there in parts.`
    : fact`On ${who.your} best quarter of laps ${who.you} ${who.You === 'You' ? 'were' : 'was'} ${gain} or more better than normal, which is less than that.`
}

/** Who really had that place, and on which pace: pace is not the result. */
function resultBeside({ race, carIn }: CarTelling, wanted: number) {
  const field = placeField(race)
  const placed = inResultOrder(race).find((pattern) => pattern[field] === wanted)
  const car = placed && carIn(placed.car)
  if (car === undefined || !hasPace(car)) return undefined
  return fact`The result is another thing: ${exact(car.own(field))} went to ${exact(car.own('car'))} with a pace of ${exact(car.own('lap.paceMs'))}.`
}

function toQuickQuarter({ car, who, race }: CarTelling): Written {
  const at = `field.${car.key}.quickQuarterMs.lap`
  if (race.weather.field[car.key]?.quickQuarterMs.lap == null || car.pattern.lap.paceGapMs === null)
    return {
      outcome: 'not-in-data',
      sentences: [
        note`There is no quick quarter of the field to reach in ${raceNamed(race)}: too few cars have a pace.`,
      ],
    }
  const gap = car.own('lap.paceGapMs')
  const way = Number(gap.value) <= 0 ? ' inside it' : ' off it'
  return {
    sentences: [
      fact`The quick quarter of the field begins at a pace of ${exact(race.day(at))}, the track taken out; ${who.you} ${who.You === 'You' ? 'are' : 'is'} ${short(gap)}${way}.`,
    ],
    asked: [race.day(at), gap],
    suggestions: ['Where do I find that?', 'What should I work on first?'],
  }
}
