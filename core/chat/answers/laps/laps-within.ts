import { countCited, lapsCited, lapSpan } from '#core/composer/cited-names.ts'
import { type CoachedCar, coachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, note, type Piece } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import { computedFact } from '../../computed-fact.ts'
import type { Wanted } from '../../understanding/entities/mention.ts'
import { askWhat } from './ask-what.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { said, tooFew } from './chosen-laps.ts'
import { filterOf } from '../lap-selection.ts'
import {
  heldAgainst,
  type Held,
  lapOf,
  sorted,
  timeOnLap,
  type WantedTimes,
  wantedTimes,
} from './wanted-times.ts'

/** Which times count, and how that is said: "under that time". */
type Limit = { readonly is: (ms: number) => boolean; readonly words: Piece; readonly held?: Held }

const mostListed = 12
/** Where they are asked for by number. */
const mostNamed = 40
const ofCars =
  /\bwho\b|\b(?:how many|which|what) (?:cars|drivers|people|others|guys)\b|\b(?:any|every|no)(?:one|body)\b/i

const next = ['What was my best lap?', 'How consistent am I?', 'List my laps']

function askLimit(): Written {
  return askWhat(
    'Within which time?',
    'How many laps within half a second of my best?',
    'How many laps were quicker than my median?',
  )
}

/** How many green laps, and which: under a time, near a figure, on one side of it. */
export function lapsWithin(question: CarQuestion): Written {
  const { ask, car } = question
  if (!isLimit(ask.part.wanted)) return askLimit()
  const chosen = ask.part.wanted?.as === 'close' ? intervalsOf(question) : wantedTimes(question)
  const limit = limitOf(question, chosen)
  if (limit === undefined || chosen.times.length === 0) return tooFew(question, chosen.selection)
  if (ofCars.test(ask.part.text) && chosen.of === 'lap') return carsWithin(car, limit)
  const inside = chosen.times.filter(({ value }) => limit.is(Number(value)))
  const n = computedFact('count', chosen.times, 'count', `${chosen.label}: how many`)
  const of: Piece = [countCited(n, 'green lap'), said(chosen.selection)]
  const held = limit.held
  const label = `${chosen.label}: how many ${typeof limit.words === 'string' ? limit.words : ''}`
  const count = inside.length === 0 ? undefined : computedFact('count', inside, 'count', label)
  const share = count && computedFact('percentage', [count, n], 'percent', `${label}, of all`)
  const isListed = /\b(?:list|which|show|name|what) /i.test(ask.part.text)
  const most = isListed ? mostNamed : mostListed
  const row = inARow.test(ask.part.text) ? longestRow(car, inside, limit, label) : undefined
  const isShare = /\b(?:percent\w*|share|proportion|fraction)\b|%/i.test(ask.part.text)
  const [earliest] = inside
  const isFirst = /\b(?:first|earliest)\b/i.test(ask.part.text) && earliest !== undefined
  return {
    verdict: count !== undefined,
    sentences: [
      isFirst ? fact`The first was ${timeOnLap(car, earliest)}.` : undefined,
      row?.sentence,
      count === undefined
        ? fact`None of your ${of} was ${limit.words}${chosen.where}${nearest(car, chosen)}.`
        : fact`${exact(count)} of your ${of} ${inside.length === 1 ? 'was' : 'were'} ${limit.words}${chosen.where}${isShare && share !== undefined ? [': ', exact(share)] : ''}.`,
      inside.length === 0 || inside.length > most
        ? undefined
        : inside.length === 1 && inside[0] !== undefined
          ? fact`It was ${timeOnLap(car, inside[0])}.`
          : fact`They were ${lapsCited(inside.map((time) => lapOf(car, time)))}.`,
      held && fact`Your ${held.words} is ${exact(held.fact)}.`,
      notGreen(question, chosen, limit),
      ...chosen.selection.notes,
    ],
    computed: [
      n,
      count,
      row?.n,
      isShare ? share : undefined,
      held?.isComputed ? held.fact : undefined,
    ],
    asked: count === undefined ? [n] : [count, n, row?.n],
    suggestions: next,
  }
}

const inARow =
  /\b(?:in a row|consecutive(?:ly)?|back[- ]to[- ]back|on the (?:trot|bounce)|longest|streak|run of)\b/i

/** "How many laps in a row under 1:39?" */
function longestRow(car: CoachedCar, inside: readonly Fact[], { words }: Limit, label: string) {
  let best: Fact[] = []
  let run: Fact[] = []
  for (const time of inside) {
    const before = run.at(-1)
    const isNext =
      before !== undefined &&
      Number(lapOf(car, time).value) === Number(lapOf(car, before).value) + 1
    run = isNext ? [...run, time] : [time]
    if (run.length > best.length) best = run
  }
  const [first, last] = [best[0], best.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const n = computedFact('count', best, 'count', `${label}, in a row`)
  return {
    n,
    sentence: fact`The longest run ${words} was ${lapSpan(lapOf(car, first), lapOf(car, last))}: ${countCited(n, 'lap')} in a row.`,
  }
}

function isLimit(wanted: Wanted | undefined): boolean {
  return ['limit', 'within', 'side', 'close'].includes(wanted?.as ?? '')
}

function limitOf(question: CarQuestion, chosen: WantedTimes): Limit | undefined {
  const { wanted } = question.ask.part
  if (wanted?.as === 'limit') return ofTime(wanted)
  if (wanted?.as === 'close')
    return { is: (ms) => ms <= wanted.ms, words: 'that close to a car ahead at the line' }
  if (wanted?.as !== 'within' && wanted?.as !== 'side') return undefined
  const held = heldAgainst(question, wanted.of, chosen)
  if (held === undefined) return undefined
  const to = Number(held.fact.value)
  if (wanted.as === 'within') {
    const margin = wanted.ms ?? (to * (wanted.percent ?? 0)) / 100
    const isNear = (ms: number) => Math.abs(ms - to) <= margin
    return wanted.isOutside === true
      ? { is: (ms) => !isNear(ms), words: `further than that from your ${held.words}`, held }
      : { is: isNear, words: `that close to your ${held.words}`, held }
  }
  return wanted.side === 'below'
    ? { is: (ms) => ms < to, words: `quicker than your ${held.words}`, held }
    : { is: (ms) => ms > to, words: `slower than your ${held.words}`, held }
}

function ofTime({ side, limitMs, toMs }: Extract<Wanted, { readonly as: 'limit' }>): Limit {
  if (toMs !== undefined) return { is: (ms) => ms >= limitMs && ms < toMs, words: 'in that range' }
  return side === 'below'
    ? { is: (ms) => ms < limitMs, words: 'under that time' }
    : { is: (ms) => ms > limitMs, words: 'over that time' }
}

/** Where none is, the quickest and the slowest say how far off that was. */
function nearest(car: CoachedCar, { times }: WantedTimes): Piece {
  const [quickest] = sorted(times, 'best')
  const [slowest] = sorted(times, 'worst')
  if (quickest === undefined || slowest === undefined) return ''
  return [': they go from ', timeOnLap(car, quickest), ' to ', timeOnLap(car, slowest)]
}

/** Laps that would be inside and do not count as green: only of the quick ones anybody asks. */
function notGreen({ ask, car }: CarQuestion, { of }: WantedTimes, { is }: Limit) {
  const { wanted } = ask.part
  const isQuick =
    (wanted?.as === 'within' && wanted.isOutside !== true) ||
    (wanted !== undefined && 'side' in wanted && wanted.side === 'below')
  if (!isQuick || filterOf(ask.part.scope) !== undefined) return undefined
  const laps = Object.values(car.pattern.laps).filter(
    ({ isClean, timeMs }) => !isClean && timeMs[of] !== undefined && is(timeMs[of]),
  )
  if (laps.length === 0) return undefined
  const numbers = lapsCited(laps.map(({ lap }) => car.own(`laps.${lap}.lap`)))
  return laps.length === 1
    ? fact`So was ${numbers}, which does not count as green.`
    : fact`So were ${numbers}, which do not count as green.`
}

/** The time to the car that crossed the line before (D18), of each green lap. */
function intervalsOf(question: CarQuestion): WantedTimes {
  const chosen = wantedTimes({ ...question })
  const followed = chosen.selection.laps.filter((lap) => lap.followed !== null)
  const times = followed.map(({ lap }) => question.car.own(`laps.${lap}.followed.intervalMs`))
  return { ...chosen, of: 'lap', where: '', times }
}

/** How many cars of the class had a best lap like that. */
function carsWithin(car: CoachedCar, { is }: Limit): Written {
  const all = car.patterns.filter(
    ({ carClass, bestLap }) => carClass === car.pattern.carClass && bestLap !== null,
  )
  const inside = all
    .filter(({ bestLap }) => bestLap !== null && is(bestLap.lapTimeMs))
    .toSorted((a, b) => (a.bestLap?.lapTimeMs ?? 0) - (b.bestLap?.lapTimeMs ?? 0))
  const bests = (patterns: typeof all): Fact[] =>
    patterns.map((pattern) => coachedCar(car, pattern).own('bestLap.lapTimeMs'))
  const n = computedFact('count', bests(all), 'count', 'Cars with a best lap')
  const [quickest] = inside
  if (quickest === undefined)
    return {
      sentences: [fact`None of the ${exact(n)} cars had a best lap like that.`],
      computed: [n],
      asked: [n],
    }
  const count = computedFact('count', bests(inside), 'count', 'Cars with a best lap like that')
  const cars = inside.map((pattern) => coachedCar(car, pattern).own('car'))
  return {
    sentences: [
      fact`${exact(count)} of the ${exact(n)} cars had a best lap like that.`,
      inside.length > mostListed
        ? note`Ask for the ranking by best lap to see them all.`
        : fact`From the quickest: ${cars.flatMap((one, at): Piece[] => [at === 0 ? '' : ', ', exact(one)])}.`,
    ],
    computed: [count, n],
    asked: [count, n],
    suggestions: ['Ranking by best lap?', 'Who was quickest on pace?'],
  }
}
