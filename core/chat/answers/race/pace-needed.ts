import type { CoachedCar } from '#core/composer/coached-car.ts'
import { rankCited } from '#core/composer/cited-names.ts'
import { asOne, exact, fact, note, short } from '#core/composer/say.ts'
import {
  differenceOf,
  hasPace,
  inResultOrder,
  placeField,
  positionNamed,
  raceNamed,
} from '../in-race.ts'
import { tooFew } from './pace-and-result.ts'
import { aboutCar, type CarTelling, type Written } from '../telling.ts'
import { asksYesNo } from '../yes-no.ts'

const topTen = 10

/** The pace that the nth car of the class had, and how far that is from here. */
export const paceNeeded = aboutCar((telling) => {
  const { car, race, ask } = telling
  if (/quarter/i.test(ask.part.text)) return toQuickQuarter(telling)
  const wanted = positionNamed(ask.part.text) ?? topTen
  const ranked = race.patterns
    .filter(({ carClass, lap }) => carClass === car.pattern.carClass && lap.paceMs !== null)
    .toSorted((a, b) => (a.lap.paceMs ?? 0) - (b.lap.paceMs ?? 0))
  const found = ranked[wanted - 1]
  const mark = found && telling.carIn(found.car)
  if (mark === undefined)
    return {
      outcome: 'not-in-data',
      sentences: [note`Fewer cars than that have a pace in ${raceNamed(race)}.`],
    }
  const rank = rankCited(mark.own('lap.paceRank'), mark.own('lap.paceOf'))
  const took = fact`By pace it took ${exact(mark.own('lap.paceMs'))} in ${raceNamed(race)}, the track taken out: that was ${exact(mark.own('car'))}, ${rank}.`
  if (!hasPace(car))
    return { sentences: [took, ...tooFew(telling).sentences], asked: [mark.own('lap.paceMs')] }
  const step = fromHere(telling, mark)
  const gapMs = Number(step.gap.value)
  const isStepFirst = /\bhow (?:much|far|many)\b|\bmissing\b|\bfind\b|\bgain\b/i.test(ask.part.text)
  const here = asOne(step.sentence, reach(telling, gapMs))
  return {
    verdict: gapMs <= 0 || gapMs <= (car.pattern.lap.repeatGainMs ?? 0),
    sentences: [
      ...(isStepFirst || asksYesNo(ask.part.text) ? [here, took] : [took, here]),
      resultBeside(telling, wanted, mark),
    ],
    asked: [mark.own('lap.paceMs'), ...step.asked],
    suggestions: [
      'Where do I find that?',
      'Was my pace better than my result?',
      'What should I work on first?',
    ],
  }
})

/** How far the own pace is from that of the car that has the place. */
function fromHere({ car, who, keep }: CarTelling, mark: CoachedCar) {
  const label = `Car ${car.pattern.car} less car ${mark.pattern.car}: pace, the lap`
  const gap = keep(differenceOf(car.own('lap.paceMs'), mark.own('lap.paceMs'), label))
  const own = exact(car.own('lap.paceMs'))
  const rank = rankCited(car.own('lap.paceRank'), car.own('lap.paceOf'))
  if (Number(gap.value) <= 0)
    return { gap, asked: [], sentence: fact`${who.You} had that: ${own}, ${rank}.` }
  return {
    gap,
    asked: [gap],
    sentence: fact`${who.You} had ${own}, ${rank}, so ${short(gap)} a lap is missing.`,
  }
}

/** The own best quarter of laps (D14), where it says whether the step is in reach. */
function reach({ car, who }: CarTelling, gapMs: number) {
  const { repeatGainMs, targetMs } = car.pattern.lap
  if (repeatGainMs === null || targetMs === null || gapMs <= 0) return undefined
  const gain = short(car.own('lap.repeatGainMs'))
  const [you, your] = who.You === 'You' ? ['you were', 'your'] : ['it was', 'its']
  return repeatGainMs >= gapMs
    ? fact`On ${your} best quarter of laps ${you} ${gain} or more better than normal, so the pace is there in parts.`
    : fact`On ${your} best quarter of laps ${you} ${gain} or more better than normal, which is less than that.`
}

/** Who really had that place, and on which pace: pace is not the result. */
function resultBeside({ race, carIn }: CarTelling, wanted: number, mark: CoachedCar) {
  const field = placeField(race)
  const placed = inResultOrder(race).find((pattern) => pattern[field] === wanted)
  const car = placed && carIn(placed.car)
  if (car === undefined || !hasPace(car) || placed?.car === mark.pattern.car) return undefined
  return fact`The result is another thing: ${exact(car.own(field))} went to ${exact(car.own('car'))} with a pace of ${exact(car.own('lap.paceMs'))}.`
}

function toQuickQuarter({ car, who, race }: CarTelling): Written {
  const at = `field.${car.key}.quickQuarterMs.lap`
  if (
    (race.weather.field[car.key]?.quickQuarterMs.lap ?? null) === null ||
    car.pattern.lap.paceGapMs === null
  )
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
