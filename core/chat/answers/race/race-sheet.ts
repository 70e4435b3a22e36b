import { countCited } from '#core/composer/cited-names.ts'
import { asOne, exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import { computedFact } from '../../computed-fact.ts'
import { quickestClass } from '../laps/fastest-lap.ts'
import { carCount, inResultOrder, lapAt, lastLapOf, placeField, raceNamed } from '../in-race.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { aboutRace, type RaceTelling } from '../telling.ts'

const carsNamed = 40

/** Date, laps, cars, flags, winner and fastest lap of a race. */
export const raceFacts = aboutRace((telling) => {
  const { ask, race, carIn } = telling
  const cars = race.race.cars.map((_, index) => race.ofRace(`cars.${index}.car`))
  const count = carCount(telling)
  if (asksWhichCars.test(ask.part.text))
    return {
      sentences: [
        fact`${raceNamed(race)} had ${countCited(count, 'car')}: ${listed(cars.slice(0, carsNamed).map(short))}.`,
      ],
      facts: cars,
      asked: cars,
      suggestions: ['Who won?', 'Who was quickest on pace?'],
    }
  const key = quickestClass(race)
  const isFast = race.race.classes[key]?.composite.fastestLap !== null
  const best = (field: string) => exact(race.ofRace(`classes.${key}.composite.fastestLap.${field}`))
  const [winner] = inResultOrder(race)
  const first = winner && carIn(winner.car)
  const date: Piece = race.race.date === null ? '' : [' on ', exact(race.ofRace('date'))]
  const { text } = ask.part
  const isWhen = asksWhen.test(text)
  const lead = isWhen ? whenTold(telling, date) : countTold(telling, count)
  const measured = distance(telling) ?? raceTime(telling)
  const only = measured?.sentence ?? lead
  if (only !== undefined)
    return {
      sentences: [only],
      asked: [measured?.figure ?? (isWhen ? undefined : count)],
      suggestions: furtherQuestions,
    }
  return {
    sentences: [
      fact`${[raceNamed(race), date]} was ${exact(race.ofRace('raceLaps'))} laps, with ${countCited(count, 'car')} and ${exact(race.ofRace('cleanLaps'))} green laps among ${exact(race.ofRace('laps'))}.`,
      asOne(
        first && first.pattern[placeField(race)] === 1
          ? fact`The winner was ${exact(first.own('car'))}${placeField(race) === 'position' ? '' : ', by the order on the road'}.`
          : undefined,
        isFast
          ? fact`The fastest lap was ${best('lapTimeMs')} by ${best('car')} on ${best('lap')}.`
          : undefined,
      ),
      race.race.isInvented ? note`This race is invented: nobody drove it.` : undefined,
    ],
    asked: [race.ofRace('raceLaps'), count],
    suggestions: furtherQuestions,
  }
})

const asksWhichCars =
  /\b(?:which|list(?: of)?|list(?: me)?(?: all)? the|what|name the|all the) (?:cars?|drivers|entries|starters|numbers)\b|\bfield\b|\b(?:car|entry|start(?:ing|er)?) (?:numbers?|lists?)\b|\bentr(?:y|ies) list\b|\bwho(?:'s| is| was| were| all)? (?:in|on|racing|raced|started|ran|took part|entered|there|competed)\b/i

const furtherQuestions = [
  'Were there any yellows?',
  'Who was on the podium?',
  'What is missing in the data?',
]

const asksWhen = /\b(?:when|what (?:days?|dates?|time)|which days?|dates?|start)\b/i

function countTold({ ask, race }: RaceTelling, count: Fact): Sentence | undefined {
  return /\bhow many (?:cars|entries|drivers|starters|runners)\b/i.test(ask.part.text)
    ? fact`${countCited(count, 'car')} were in ${raceNamed(race)}.`
    : undefined
}

/** The day, and the hour as far as the sheet has it. */
function whenTold(telling: RaceTelling, date: Piece): Sentence | undefined {
  const { race } = telling
  const hour = clock(telling)
  return race.race.date === null ? hour : asOne(fact`${raceNamed(race)} was${date}.`, hour)
}

const asksDistance = /\b(?:distance|km|kms|kilomet(?:re|er)s?|miles?|mileage|met(?:re|er)s)\b/i

/** The length of a lap, as often as it was driven: by the car that asks for its own, else over the race. */
function distance({ ask, race, carIn, keep }: RaceTelling) {
  if (!asksDistance.test(ask.part.text) || race.track.lengthM === null) return undefined
  const lap = race.ofTrack('lengthM')
  const { car: number } = ask.part.scope
  const own =
    number !== undefined && /\b(?:i|we|my|our|car)\b/i.test(ask.part.text)
      ? carIn(number)
      : undefined
  const laps = own?.own('lapsDone') ?? race.ofRace('raceLaps')
  const length = keep(computedFact('product', [lap, laps], 'length', 'Distance over all laps'))
  const whose = own === undefined ? raceNamed(race) : ['Car ', short(own.own('car'))]
  return {
    figure: length,
    sentence: fact`${whose} went over ${exact(length)}: ${countCited(laps, 'lap')} of ${exact(lap)}.`,
  }
}

/** How long a car was under way, from the start to its last crossing of the line. */
function raceTime({ ask, race, carIn }: RaceTelling) {
  if (!/\bhow long\b|\btotal\b|\brace time\b/i.test(ask.part.text)) return undefined
  const [winner] = inResultOrder(race)
  const number = ask.part.scope.car ?? winner?.car
  const car = number === undefined ? undefined : carIn(number)
  const last = car && lastLapOf(car.pattern)
  if (car === undefined || last === undefined || last.elapsedMs === null) return undefined
  const time = car.own(`laps.${last.lap}.elapsedMs`)
  return {
    figure: time,
    sentence: fact`Car ${short(car.own('car'))} was under way for ${exact(time)}, to the end of ${exact(car.own(`laps.${last.lap}.lap`))}.`,
  }
}

/** The local time at which the leader ended the first lap: the sheet has no start. */
function clock({ race, carIn }: RaceTelling) {
  const leader = race.patterns.find((pattern) => lapAt(pattern, 1)?.position === 1)
  const car = leader && carIn(leader.car)
  if (car === undefined || (lapAt(car.pattern, 1)?.hourMs ?? null) === null) return undefined
  return fact`The leader ended ${exact(car.own('laps.1.lap'))} at ${exact(car.own('laps.1.hourMs'))} local time.`
}
