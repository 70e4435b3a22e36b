import type { CoachedCar } from '#core/composer/coached-car.ts'
import { coachedCar } from '#core/composer/coached-car.ts'
import { countCited, sectionWithCorners } from '#core/composer/cited-names.ts'
import { exact, fact, note, type Piece, short } from '#core/composer/say.ts'
import { sectionGaps } from '#core/composer/section-gaps.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { computedFact } from '../computed-fact.ts'
import type { CarQuestion, Written } from './car-answer.ts'
import { lapNamed, partnerOf } from './named-in.ts'

/** A car this close ahead may have given a tow. */
const closeMs = 1000
/** Fewest green laps with a speed for a median that is compared. */
const fewestLaps = 3

/** The highest speed at the trap and the median of green laps, beside the field's. */
export function topSpeed({ ask, car }: CarQuestion): Written {
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
  const [best] = speeds.toSorted((a, b) => Number(b.value) - Number(a.value))
  if (best === undefined) return notMeasured()
  const number = /#laps\.(\d+)\./.exec(best.id)?.[1] ?? ''
  const other = partnerOf(ask, car)
  const rival = car.patterns.find((one) => one.car === other && one.car !== car.pattern.car)
  const field = rival === undefined ? fastestOf(car) : rivalSpeed(coachedCar(car, rival))
  const median = medianSpeed(car)
  return {
    sentences: [
      fact`Your top speed at the trap was ${exact(best)} on ${exact(car.own(`laps.${number}.lap`))}${towOn(car, Number(number))}.`,
      median &&
        fact`Your median was ${exact(median.median)} over ${countCited(median.n, 'green lap')}.`,
      field?.sentence,
      note`One high reading may be a tow: compare medians, and only with the car ahead in mind.`,
    ],
    computed: [median?.median, median?.n],
    asked: [best, ...(field?.asked ?? [])],
    suggestions: ['Am I down on the straight or in the corners?', 'Where do I lose time?'],
  }
}

function notMeasured(): Written {
  return {
    outcome: 'not-in-data',
    sentences: [
      note`No trap speed was measured for you in this race.`,
      note`A speed along the lap would have to be recorded in the car; timing has the sections.`,
    ],
    suggestions: ['Where do I lose time?', 'Which half of the section is it?'],
  }
}

function speedsOf(
  car: CoachedCar,
  is: (lap: PatternDocument['laps'][string]) => boolean,
): readonly Fact[] {
  return Object.values(car.pattern.laps)
    .filter((lap) => lap.topSpeedKph !== null && is(lap))
    .map(({ lap }) => car.own(`laps.${lap}.topSpeedKph`))
}

function medianSpeed(car: CoachedCar) {
  const speeds = speedsOf(car, ({ isClean }) => isClean)
  if (speeds.length < fewestLaps) return undefined
  const label = `Car ${car.pattern.car}, speed at the trap on green laps`
  return {
    median: computedFact('median', speeds, 'speed', `${label}: median`),
    n: computedFact('count', speeds, 'count', `${label}: how many`),
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
  const best = car.patterns
    .filter(({ carClass }) => carClass === car.pattern.carClass)
    .flatMap((pattern) => {
      const one = coachedCar(car, pattern)
      const [speed] = speedsOf(one, () => true).toSorted(
        (a, b) => Number(b.value) - Number(a.value),
      )
      return speed === undefined ? [] : [{ speed, number: one.own('car') }]
    })
    .toSorted((a, b) => Number(b.speed.value) - Number(a.speed.value))[0]
  if (best === undefined) return undefined
  const sentence =
    best.number.value === car.pattern.car
      ? fact`That is the highest of the race.`
      : fact`The highest of the race was ${exact(best.speed)}, by ${exact(best.number)}.`
  return { sentence, asked: [best.speed] }
}

function rivalSpeed(rival: CoachedCar) {
  const [speed] = speedsOf(rival, () => true).toSorted((a, b) => Number(b.value) - Number(a.value))
  return {
    sentence:
      speed === undefined
        ? note`No trap speed was measured for ${exact(rival.own('car'))}.`
        : fact`The highest of ${exact(rival.own('car'))} was ${exact(speed)}.`,
    asked: speed === undefined ? [] : [speed],
  }
}

/** Straight or corners: the trap beside the sections. Never the engine. */
export function straightOrCorners({ car }: CarQuestion): Written {
  const own = medianSpeed(car)
  const where = whereOff(car)
  const next = [
    'Where do I lose time?',
    'What was my top speed?',
    'Which half of the section is it?',
  ]
  if (own === undefined)
    return {
      outcome: 'not-in-data',
      sentences: [
        note`The speed at the trap was not measured on enough of your green laps, so straight and corners cannot be told apart.`,
        where,
        note`Speed recorded in the car, or your onboard beside another's, would tell.`,
      ],
      suggestions: next,
    }
  const others = car.patterns
    .filter((one) => one.carClass === car.pattern.carClass && one.car !== car.pattern.car)
    .flatMap((one) => medianSpeed(coachedCar(car, one))?.median ?? [])
  if (others.length === 0)
    return {
      sentences: [
        fact`Your median at the trap was ${exact(own.median)} over ${countCited(own.n, 'green lap')}; no other car has enough to compare.`,
        where,
      ],
      computed: [own.median, own.n],
      asked: [own.median],
      suggestions: next,
    }
  const field = computedFact(
    'median',
    others,
    'speed',
    'Median speed at the trap of the other cars',
  )
  const cars = computedFact('count', others, 'count', 'Other cars with a median speed at the trap')
  const away = computedFact(
    'difference',
    [own.median, field],
    'speed',
    `Car ${car.pattern.car}, speed at the trap against the other cars`,
  )
  const kph = Number(away.value)
  const much: Piece = Math.abs(kph) < 0.05 ? 'level with' : kph > 0 ? 'above' : 'below'
  return {
    sentences: [
      fact`At the trap your median is ${exact(own.median)} over ${countCited(own.n, 'green lap')}, ${much} the middle of ${exact(cars)} other cars, ${exact(field)}.`,
      where,
      note`Trap speed also tells of the exit before it and of a tow, so it does not name a reason, least of all the engine.`,
      note`Timing sees sections, not single corners: your onboard beside a quicker car's shows the rest.`,
    ],
    computed: [own.median, own.n, field, cars],
    asked: [own.median, field],
    suggestions: next,
  }
}

function whereOff(car: CoachedCar): Sentence | undefined {
  const [first] = sectionGaps(car.pattern)
  if (first === undefined) return undefined
  const gap = car.own(`sections.${first.section}.paceGapMs`)
  return first.gapMs >= 0.5
    ? fact`By section you are furthest off the quick quarter in ${sectionWithCorners(car, first.section)}: ${short(gap)}.`
    : fact`By section you are nowhere off the quick quarter.`
}
