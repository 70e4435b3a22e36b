import type { CoachedCar } from '#core/composer/coached-car.ts'
import { countCited, lapSpan } from '#core/composer/cited-names.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import { computedFact } from '../../computed-fact.ts'
import { speaksOfSelf } from '../../first-person.ts'
import { numberOf, numberPattern } from '../../understanding/entities/number-text.ts'
import { lapsOf, raceNamed, restartLaps } from '../in-race.ts'
import { aboutCar, aboutRace, type CarTelling, type RaceTelling, voiceOf } from '../telling.ts'

const lastLaps = 5
/** A lap this near to the own pace is up to speed, as even laps are told by. */
const nearShare = 0.005

/** Who was quickest over the last laps, or over those named: the median of green laps as driven. */
export const quickestLastLaps = aboutRace((telling) => {
  const { ask, race, carIn, keep } = telling
  const own = ask.part.scope.car === undefined ? undefined : carIn(ask.part.scope.car)
  const key = own?.key ?? mostLaps(race)
  const laps = stretchAsked(telling, key)
  // Of one lap the times as driven are the order.
  const one = laps.length === 1 ? laps[0] : undefined
  const least = Math.ceil(laps.length / 2)
  const ranked = race.patterns
    .filter(({ carClass }) => carClass === race.race.classes[key]?.carClass)
    .flatMap((pattern) => {
      const car = carIn(pattern.car)
      const times = one === undefined ? timesOn(pattern, laps) : drivenOn(pattern, one)
      if (car === undefined || times.length < Math.max(1, least)) return []
      const facts = times.map((lap) =>
        car.own(`laps.${lap}.${one === undefined ? 'correctedMs' : 'timeMs'}.lap`),
      )
      const label = `Car ${pattern.car}: median of these laps, the track taken out`
      return [{ car, n: times.length, median: computedFact('median', facts, 'lap-time', label) }]
    })
    .toSorted((a, b) => Number(a.median.value) - Number(b.median.value))
  const [first] = ranked
  if (first === undefined)
    return {
      outcome: 'not-in-data',
      sentences: [note`On those laps of ${raceNamed(race)} there are no green laps to compare.`],
      suggestions: ['Who was quickest on pace?', 'Was there a yellow?'],
    }
  const from = ask.part.order === undefined ? 0 : (ask.part.order.nth ?? 4) - 1
  const top = ranked
    .slice(from, from + 3)
    .map(({ car, median }): Piece => [exact(car.own('car')), ' ', exact(keep(median))])
  const mine = ranked.findIndex(({ car }) => car.pattern.car === own?.pattern.car)
  const isOwn = mine >= 0 && speaksOfSelf(ask.part.text)
  const how: Piece = one === undefined ? ', medians of green laps with the track taken out' : ''
  const all = fact`${from > 0 ? 'Next quickest' : 'Quickest'} over ${span(first.car, laps)} of ${raceNamed(race)}: ${listed(top)}${how}.`
  const place = mine > 2 || isOwn ? ownPlace(telling, ranked, mine) : undefined
  return {
    verdict: mine < 0 ? undefined : mine === 0,
    sentences: [...(isOwn ? [place, all] : [all, place]), endedYellow(telling, laps, first.car)],
    asked: [first.car.own('car'), keep(first.median)],
    suggestions: ['Who was quickest over the whole race?', 'Did I fade at the end?'],
  }
}, true)

type Ranked = readonly { readonly car: CoachedCar; readonly n: number; readonly median: Fact }[]

function ownPlace({ ask, keep }: RaceTelling, ranked: Ranked, index: number) {
  const own = ranked[index]
  if (own === undefined) return undefined
  const ahead = ranked.slice(0, index).map(({ car }) => car.own('lap.paceN'))
  const all = ranked.map(({ car }) => car.own('lap.paceN'))
  const count = keep(computedFact('count', ahead, 'count', 'Cars quicker over these laps'))
  const of = keep(computedFact('count', all, 'count', 'Cars with enough green laps there'))
  return fact`${voiceOf(ask, own.car).You} had ${exact(keep(own.median))} there; ${exact(count)} of ${exact(of)} cars were quicker.`
}

function mostLaps({ race }: RaceTelling['race']): string {
  const [most] = Object.entries(race.classes).toSorted(([, a], [, b]) => b.laps - a.laps)
  return most?.[0] ?? 'none'
}

const drivenOn = (pattern: PatternDocument, lap: number): readonly number[] =>
  pattern.laps[String(lap)]?.timeMs.lap === undefined ? [] : [lap]

function timesOn(pattern: PatternDocument, laps: readonly number[]): readonly number[] {
  return laps.filter((lap) => pattern.laps[String(lap)]?.correctedMs.lap !== undefined)
}

/** "From lap 10 to the finish", "from lap 10 on". */
const toTheEnd = /\bfrom (?:lap )?\d+ (?:to the (?:end|finish|flag)|on\b|onwards?)|\bafter lap \d+/i

/** The laps named; else after the restart; else the last ones that the field drove under green. */
function stretchAsked({ ask, race }: RaceTelling, key: string): readonly number[] {
  const green = Object.values(race.weather.field[key]?.laps ?? {})
    .map(({ lap }) => lap)
    .toSorted((a, b) => a - b)
  const { laps = [], filter, lap } = ask.part.scope
  if (laps.length < 2 && lap !== undefined && filter === undefined)
    return toTheEnd.test(ask.part.text) ? green.filter((one) => one >= lap) : [lap]
  if (laps.length > 1) {
    const [from, to] = [Math.min(...laps), Math.max(...laps)]
    return green.filter((lap) => lap >= from && lap <= to)
  }
  const restart = restartLaps(race).findLast((lap) => green.some((one) => one > lap))
  if ((filter?.afterRestart === true || /restart/i.test(ask.part.text)) && restart !== undefined)
    return green.filter((lap) => lap > restart)
  const from = filter?.fromLap
  const to = filter?.toLap
  if (from !== undefined || to !== undefined)
    return green.filter((lap) => lap >= (from ?? 1) && lap <= (to ?? Infinity))
  const [, named] =
    new RegExp(`\\blast (${numberPattern})\\b`, 'i').exec(ask.part.text.toLowerCase()) ?? []
  const count = named === undefined ? lastLaps : (numberOf(named) ?? lastLaps)
  return green.slice(-Math.max(1, count))
}

function span(car: CoachedCar, laps: readonly number[]): Piece {
  const has = laps.filter((lap) => car.pattern.laps[String(lap)] !== undefined)
  const [from, to] = [has[0], has.at(-1)]
  if (from === undefined || to === undefined) return 'these laps'
  return lapSpan(car.own(`laps.${from}.lap`), car.own(`laps.${to}.lap`))
}

/** The last green laps are not the last laps. */
function endedYellow({ race }: RaceTelling, laps: readonly number[], car: CoachedCar) {
  const last = laps.at(-1)
  if (last === undefined || last >= race.race.raceLaps - 1) return undefined
  if (car.pattern.laps[String(race.race.raceLaps)]?.isClean !== false) return undefined
  return note`After that the race was not green, so later laps are left out.`
}

/** How many laps it took to the first lap near the own pace, from the start or from the last restart. */
export const upToSpeed = aboutCar((telling) => {
  const { car, who, race, ask } = telling
  const isRestart = /restart|yellow/i.test(ask.part.text)
  const restart = isRestart
    ? restartLaps(race).findLast((one) => firstNear(car.pattern, one) !== undefined)
    : undefined
  const from = restart ?? 1
  const lap = firstNear(car.pattern, from)
  if (lap === undefined)
    return {
      outcome: 'not-in-data',
      sentences: [
        fact`With ${countCited(car.own('cleanLaps'), 'green lap')} in ${raceNamed(race)} there is no lap at ${who.your} own pace to count to.`,
      ],
    }
  const at = car.own(`laps.${lap}.lap`)
  const { all, count } = upEarlier(telling, from, lap)
  const started: Piece =
    restart === undefined ? '' : [' after the restart on ', exact(car.own(`laps.${restart}.lap`))]
  const isAtOnce = !lapsOf(car.pattern).some(
    ({ lap: one, isClean }) => one > from && one < lap && isClean,
  )
  return {
    verdict: /\b(?:long|slow\w*|while|many|time)\b/i.test(ask.part.text) ? !isAtOnce : isAtOnce,
    sentences: [
      fact`${who.Your} first green lap within half a percent of ${who.You === 'You' ? 'your' : 'its'} own pace${started} was ${exact(at)}: ${exact(car.own(`laps.${lap}.correctedMs.lap`))} with the track taken out, against a pace of ${exact(car.own('lap.paceMs'))}.`,
      count === undefined
        ? fact`None of the ${exact(all)} cars was there on an earlier lap.`
        : fact`Of ${exact(all)} cars, ${exact(count)} reached their own pace on an earlier lap.`,
      before(car, from, lap),
    ],
    asked: [at],
    suggestions: ['How were my first laps against the field?', 'Did I fade at the end?'],
  }
})

/** The cars of the class that reached their own pace, and those of them that did so on an earlier lap. */
function upEarlier({ car, race, carIn, keep }: CarTelling, from: number, lap: number) {
  const others = race.patterns
    .filter(({ carClass }) => carClass === car.pattern.carClass)
    .flatMap((pattern) => {
      const first = firstNear(pattern, from)
      const found = first === undefined ? undefined : carIn(pattern.car)?.own(`laps.${first}.lap`)
      return found === undefined ? [] : [found]
    })
  const earlier = others.filter(({ value }) => Number(value) < lap)
  const counted = (facts: readonly Fact[], label: string) =>
    keep(computedFact('count', facts, 'count', label))
  return {
    all: counted(others, 'Cars that reached their own pace'),
    count: earlier.length === 0 ? undefined : counted(earlier, 'Of them on an earlier lap'),
  }
}

function firstNear(pattern: PatternDocument, from: number): number | undefined {
  const { paceMs } = pattern.lap
  if (paceMs === null) return undefined
  return lapsOf(pattern).find(
    ({ lap, correctedMs }) =>
      lap > from && correctedMs.lap !== undefined && correctedMs.lap <= paceMs * (1 + nearShare),
  )?.lap
}

/** Laps in between that were not green say nothing of speed. */
function before(car: CoachedCar, from: number, to: number) {
  const shut = lapsOf(car.pattern).filter(({ lap, isClean }) => lap > from && lap < to && !isClean)
  if (shut.length === 0) return undefined
  return note`Laps in between that were not green are not counted as slow.`
}
