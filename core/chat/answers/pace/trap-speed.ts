import { carsCited, countCited } from '#core/composer/cited-names.ts'
import { type CoachedCar, coachedCar } from '#core/composer/coached-car.ts'
import { asOne, continued, exact, fact, note, type Piece, short } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { RaceId } from '#core/domain/ids.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { computedFact } from '../../computed-fact.ts'
import type { AnswerIntent, Ask } from '../../draft.ts'
import { answerOfCar, type CarQuestion, drafted, type Written } from '../car-answer.ts'
import { lapNamed, partnerOf } from '../named-in.ts'
import { highestFirst, medianSpeed, speedsBeside, speedsOf } from './speeds.ts'
import { amongTheField, fasterThan } from './trap-verdict.ts'

/** A car this close ahead may have given a tow. */
const closeMs = 1000

/** The top speed of a car; of the race where no car is named. */
export const topSpeedAsked: AnswerIntent = async (ask) => {
  const { raceId, car } = ask.part.scope
  if (raceId === undefined || car !== undefined) return await answerOfCar(topSpeed)(ask)
  const [highest] = (await anyCars(ask, raceId))
    .flatMap((one) => fastestOf(one) ?? [])
    .toSorted((a, b) => Number(b.best.speed.value) - Number(a.best.speed.value))
  if (highest === undefined) return await drafted(ask, notMeasured('any car'))
  return await drafted(ask, {
    sentences: [
      fact`The highest speed at the trap was ${exact(highest.best.speed)}, by ${highest.by}.`,
      oneReading,
    ],
    asked: [highest.best.speed, highest.best.number],
    suggestions: ['Who was quickest on pace?', 'Who had the fastest lap?'],
  })
}

/** A car of each class. */
async function anyCars({ season }: Ask, raceId: RaceId): Promise<readonly CoachedCar[]> {
  const race = await season.race(raceId)
  return Object.values(race.race.classes).flatMap(({ carClass }) => {
    const pattern = race.patterns.find((one) => one.carClass === carClass)
    return pattern === undefined ? [] : [coachedCar(race, pattern)]
  })
}

const oneReading = note`One high reading may be a tow: compare medians, and only with the car ahead in mind.`

/** The highest speed at the trap and the median of green laps, beside the field's. */
function topSpeed({ ask, car }: CarQuestion): Written {
  const speeds = speedsOf(car, () => true)
  const lap = lapNamed(ask)
  const ofLap = lap === undefined ? undefined : car.pattern.laps[String(lap)]
  if (speeds.length === 0) return notMeasured()
  if (ofLap !== undefined && ofLap.topSpeedKph !== null) {
    const speed = car.own(`laps.${ofLap.lap}.topSpeedKph`)
    return {
      sentences: [
        fact`On ${exact(car.own(`laps.${ofLap.lap}.lap`))} the trap read ${exact(speed)}${towOn(car, ofLap.lap)}.`,
      ],
      asked: [speed],
      suggestions: ['What was my top speed?', 'Am I down on the straight or in the corners?'],
    }
  }
  const [best] = highestFirst(speeds)
  if (best === undefined) return notMeasured()
  const number = /#laps\.(\d+)\./.exec(best.id)?.[1] ?? ''
  const other = partnerOf(ask, car)
  const rival = car.patterns.find((one) => one.car === other && one.car !== car.pattern.car)
  if (rival !== undefined) return besideOther(ask.part.text, car, coachedCar(car, rival))
  const field = fastestOf(car)
  const median = medianSpeed(car)
  const [highest] = field?.asked ?? []
  const isLess = highest !== undefined && Number(highest.value) > Number(best.value)
  const lacking = isLess
    ? computedFact(
        'difference',
        [highest, best],
        'speed',
        'Speed at the trap: the highest less one’s own',
      )
    : undefined
  const mean = /\b(?:mean|averages?|avg)\b/i.test(ask.part.text) ? meanSpeed(car) : undefined
  return {
    verdict: amongTheField(ask.part.text, car, best),
    sentences: [
      mean &&
        fact`The mean of your speeds at the trap was ${exact(mean.mean)} over ${countCited(mean.n, 'green lap')}.`,
      fact`Your top speed at the trap was ${exact(best)} on ${exact(car.own(`laps.${number}.lap`))}${towOn(car, Number(number))}.`,
      asOne(lessThan(field?.sentence, lacking), median?.sentence),
      oneReading,
    ],
    computed: [median?.median, median?.n, lacking, mean?.mean, mean?.n],
    asked: [...(mean === undefined ? [] : [mean.mean]), best, ...(field?.asked ?? [])],
    suggestions: ['Am I down on the straight or in the corners?', 'Where do I lose time?'],
  }
}

function lessThan(sentence: Sentence | undefined, lacking: Fact | undefined) {
  if (sentence === undefined || lacking === undefined) return sentence
  return continued(sentence, ', ', exact(lacking), ' more')
}

/** Of the green laps that the trap read. */
function meanSpeed(car: CoachedCar) {
  const speeds = speedsOf(car, ({ isClean }) => isClean)
  if (speeds.length === 0) return undefined
  const label = `Car ${car.pattern.car}, speeds at the trap`
  return {
    mean: computedFact('mean', speeds, 'speed', `${label}: mean`),
    n: computedFact('count', speeds, 'count', `${label}: how many`),
  }
}

function notMeasured(whom: Piece = 'you'): Written {
  return {
    outcome: 'not-in-data',
    sentences: [
      note`No trap speed was measured for ${whom} in this race.`,
      note`A speed along the lap would have to be recorded in the car; timing has the sections.`,
    ],
    suggestions: ['Where do I lose time?', 'Which half of the section is it?'],
  }
}

/** Who was close ahead at the line of that lap: a tow is possible, no more. */
function towOn({ pattern, own }: CoachedCar, lap: number): Piece {
  const followed = pattern.laps[String(lap)]?.followed ?? undefined
  if (followed === undefined || followed.intervalMs > closeMs) return ''
  const at = `laps.${lap}.followed`
  return [
    ', a lap that ended ',
    short(own(`${at}.intervalMs`)),
    ' behind ',
    exact(own(`${at}.car`)),
  ]
}

/** The highest reading of the class. */
function fastestOf(car: CoachedCar) {
  const found = car.patterns
    .filter(({ carClass }) => carClass === car.pattern.carClass)
    .flatMap((pattern) => {
      const one = coachedCar(car, pattern)
      const [speed] = highestFirst(speedsOf(one, () => true))
      return speed === undefined
        ? []
        : [{ speed, number: one.own('car'), lap: one.own(lapFieldOf(speed)) }]
    })
    .toSorted((a, b) => Number(b.speed.value) - Number(a.speed.value))
  const [best] = found
  if (best === undefined) return undefined
  const alike = found.filter(({ speed }) => speed.value === best.speed.value)
  const others = alike.filter(({ number }) => number.value !== car.pattern.car)
  const shared: Piece =
    others.length === 0
      ? ''
      : [', as high as that of ', carsCited(others.map(({ number }) => number))]
  const by: Piece =
    alike.length > 1
      ? carsCited(alike.map(({ number }) => number))
      : [exact(best.number), ' on ', exact(best.lap)]
  const sentence =
    others.length < alike.length
      ? fact`That is the highest of the race${shared}.`
      : fact`The highest of the race was ${exact(best.speed)}, by ${by}.`
  return { best, by, sentence, asked: [best.speed] }
}

function lapFieldOf({ id }: Fact): string {
  return `laps.${/#laps\.(\d+)\./.exec(id)?.[1] ?? ''}.lap`
}

/** Two cars at the trap, each by its number: the highest readings, then the medians. */
function besideOther(text: string, car: CoachedCar, rival: CoachedCar): Written {
  const told = speedsBeside(car, rival)
  const lacking = [car, rival].find((one) => speedsOf(one, () => true).length === 0)
  if (told === undefined) return notMeasured(lacking && exact(lacking.own('car')))
  const [own, theirs] = told.asked
  return {
    verdict: own && theirs && fasterThan(text, own, theirs),
    sentences: [told.sentence, told.medians, oneReading],
    computed: told.computed,
    asked: told.asked,
    suggestions: ['Am I down on the straight or in the corners?', 'Where do I lose time?'],
  }
}
