import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { coachedCar } from '#core/composer/coached-car.ts'
import { countCited } from '#core/composer/cited-names.ts'
import type { Fact } from '#core/domain/fact.ts'
import { computedFact } from '../../computed-fact.ts'
import { askWhat } from './ask-what.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { said, tooFew } from './chosen-laps.ts'
import { gapBetween } from '../counted-words.ts'
import { lapSaid } from '../named-in.ts'
import { noGreenLaps } from './lap-figures.ts'
import { comparedWith } from './lap-in-words.ts'
import {
  heldAgainst,
  lapOf,
  ordinalWord,
  sorted,
  timeOnLap,
  type WantedTimes,
  wantedTimes,
} from './wanted-times.ts'

/** Whose it is, where a question says so: "the second fastest lap of the race", nobody being named. */
const ofAnyone = /\bwho\b|\bof the (?:race|day)\b|\boverall\b|\banyone\b/i
const ofOne = /\b(?:i|my|mine|me|his|her|its|car|#?\d{1,3}(?:'s)?)\b/i

/** The second best, the third slowest lap: of the green ones, or of the times in a section. */
export function nthLap(question: CarQuestion): Written {
  const { ask, car } = question
  const { wanted } = ask.part
  if (wanted?.as !== 'nth')
    return askWhat(
      'Which one in the order of the laps?',
      'What was my second best lap?',
      'What was my third best lap?',
      'What was my second slowest lap?',
    )
  const { nth, end } = wanted
  const chosen = wantedTimes(question)
  const isOfField = ofAnyone.test(ask.part.text) && !ofOne.test(ask.part.text)
  if (isOfField && chosen.of === 'lap') return nthOfField(car, nth, end)
  const times = sorted(chosen.times, end)
  const time = times[nth - 1]
  const [first] = times
  if (car.pattern.cleanLaps === 0) return noGreenLaps(car)
  if (time === undefined || first === undefined) return tooFew(question, chosen.selection)
  const gap = gapBetween(time, first, `${chosen.label}: against the ${end} one`)
  const what: Piece = [
    `Your ${ordinalWord(nth)} ${end === 'best' ? 'best' : 'slowest'} ${chosen.of === 'lap' ? 'green lap' : 'time'}`,
    chosen.where,
    said(chosen.selection),
  ]
  const lap = lapSaid(ask)
  return {
    verdict: lap === undefined ? undefined : lapOf(car, time).value === lap,
    sentences: [
      fact`${what} was ${timeOnLap(car, time)}, ${exact(gap)} off the ${end === 'best' ? 'quickest' : 'slowest'}.`,
      inOrder(car, times, nth, end),
      ...chosen.selection.notes,
    ],
    computed: [gap],
    asked: [time, lapOf(car, time)],
    suggestions: [
      { label: 'Take it apart', text: `Take lap ${String(lapOf(car, time).value)} apart` },
      'What was my best lap?',
      'How consistent am I?',
    ],
  }
}

const mostListed = 5

function inOrder(car: CoachedCar, times: readonly Fact[], nth: number, end: 'best' | 'worst') {
  if (nth > mostListed) return undefined
  const told = times.slice(0, Math.max(3, nth)).map((time) => timeOnLap(car, time))
  return fact`From the ${end === 'best' ? 'quickest' : 'slowest'}: ${listed(told)}.`
}

/** Of all laps of a race that are bests to be: opening laps left out. */
function nthOfField(car: CoachedCar, nth: number, end: 'best' | 'worst'): Written {
  const laps = car.patterns
    .filter(({ carClass }) => carClass === car.pattern.carClass)
    .flatMap((pattern) => {
      const one = coachedCar(car, pattern)
      const own = Object.values(pattern.laps).filter(({ lap, isClean, timeMs }) =>
        end === 'best' ? lap > 1 && timeMs.lap !== undefined : isClean && timeMs.lap !== undefined,
      )
      return own.map(({ lap }) => ({
        car: one,
        time: one.own(`laps.${lap}.timeMs.lap`),
        lap: one.own(`laps.${lap}.lap`),
      }))
    })
    .toSorted((a, b) => (end === 'best' ? 1 : -1) * (Number(a.time.value) - Number(b.time.value)))
  const found = laps[nth - 1]
  if (found === undefined)
    return { outcome: 'not-in-data', sentences: [note`There are not so many laps in this race.`] }
  const quickness = end === 'best' ? 'quickest' : 'slowest green'
  const byCar = end === 'best' ? nthByCar(car, nth) : undefined
  return {
    sentences: [
      fact`The ${ordinalWord(nth)} ${quickness} lap of the race was ${exact(found.time)}, by ${exact(found.car.own('car'))} on ${exact(found.lap)}.`,
      byCar?.sentence,
    ],
    asked: [found.time, found.car.own('car'), found.lap],
    suggestions: ['What was the fastest lap of the race?', 'Who was quickest on pace?'],
  }
}

/** One lap a car: its best. */
function nthByCar(car: CoachedCar, nth: number) {
  const found = car.patterns
    .filter(({ carClass, bestLap }) => carClass === car.pattern.carClass && bestLap !== null)
    .toSorted((a, b) => (a.bestLap?.lapTimeMs ?? 0) - (b.bestLap?.lapTimeMs ?? 0))[nth - 1]
  if (found === undefined) return undefined
  const { own } = coachedCar(car, found)
  return {
    sentence: fact`With one lap a car, the ${ordinalWord(nth)} is ${exact(own('bestLap.lapTimeMs'))}, by ${exact(own('car'))} on ${exact(own('bestLap.lap'))}.`,
  }
}

/** The green lap whose time is nearest to a figure. */
export function nearestLap(question: CarQuestion): Written {
  const { ask, car } = question
  const { wanted } = ask.part
  const chosen: WantedTimes = wantedTimes(question)
  const held = heldAgainst(question, wanted?.as === 'nearest' ? wanted.of : 'median', chosen)
  if (held === undefined) return tooFew(question, chosen.selection)
  const off = (time: Fact) => Math.abs(Number(time.value) - Number(held.fact.value))
  const others =
    held.words === 'best lap' ? chosen.times.filter((time) => off(time) > 0) : chosen.times
  const [nearest, next] = others.toSorted((a, b) => off(a) - off(b))
  if (nearest === undefined) return tooFew(question, chosen.selection)
  const gap = gapBetween(nearest, held.fact, `${chosen.label}: against the ${held.words}`)
  const n = computedFact('count', chosen.times, 'count', `${chosen.label}: how many`)
  const lap = lapSaid(ask)
  return {
    verdict: lap === undefined ? undefined : lapOf(car, nearest).value === lap,
    sentences: [
      fact`Closest to your ${held.words} of ${exact(held.fact)}${chosen.where} was ${timeOnLap(car, nearest)}: ${comparedWith(gap, 'it')}.`,
      next &&
        fact`Next is ${timeOnLap(car, next)}, of ${countCited(n, 'green lap')}${said(chosen.selection)}.`,
      ...chosen.selection.notes,
    ],
    computed: [gap, n, held.isComputed ? held.fact : undefined],
    asked: [nearest, lapOf(car, nearest)],
    suggestions: ['How consistent am I?', 'What was my best lap?'],
  }
}
