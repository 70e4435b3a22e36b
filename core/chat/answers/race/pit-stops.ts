import { countCited, lapsCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import { computedFact } from '../../computed-fact.ts'
import { carCount, lapsOf, raceNamed } from '../in-race.ts'
import { whatItCost } from './pit-cost.ts'
import { besideOtherStops, timedStops } from './timed-stops.ts'
import { aboutRace, type RaceTelling, voiceOf, type Written } from '../telling.ts'

/** "Did I stop?", not "did the stop cost me places?" */
const asksWhether =
  /\b(?:stop|pit)(?:ted|ped)?\b(?! (?:on|at|cost|lose|help|late|early|hurt|ruin))(?!.*\b(?:hurt|ruin\w*|cost))/i

/** When and how long the car pitted; without a car, who did. */
export const pitStops = aboutRace((telling) => {
  const { ask, race, carIn, keep } = telling
  const own = ask.part.scope.car === undefined ? undefined : carIn(ask.part.scope.car)
  if (
    own === undefined ||
    /\b(?:who|anyone|anybody|which cars?|of the (?:race|day))\b/i.test(ask.part.text)
  )
    return whoPitted(telling)
  const who = voiceOf(ask, own)
  const isIf = asksWhether.test(ask.part.text) ? true : undefined
  const stops = stopsTold(own)
  const laps = stops.map(({ lap }) => lap)
  if (stops.length === 0)
    return {
      verdict: false,
      sentences: [
        fact`${who.You} did not stop in ${raceNamed(race)}: none of the ${countCited(own.own('lapsDone'), 'lap')} ended in the pit lane.`,
      ],
      asked: [own.own('lapsDone')],
      suggestions: ['Who pitted?', 'Tell me the story of my race'],
    }
  const beside = besideOtherStops(telling, own, who)
  if (beside !== undefined) return beside
  const count = keep(computedFact('count', laps, 'count', 'Pit stops'))
  const asksTime = isOfTime.test(ask.part.text) && !asksCost.test(ask.part.text)
  const isCost = (stops.length === 1 && !asksTime) || asksCost.test(ask.part.text)
  const made = fact`${who.You} made ${countCited(count, 'pit stop')} in ${raceNamed(race)}: ${listed(stops.map(({ told }) => told))}.`
  const cost = isCost
    ? stops.flatMap(({ stop }) => {
        const told = whatItCost({ ...telling, car: own, who }, stop)
        return asksPlaces.test(ask.part.text) ? told.toReversed() : told
      })
    : []
  return {
    verdict: isIf,
    sentences: [
      ...(costFirst(ask.part.text) ? [...cost, made] : [made, ...cost]),
      asksTime ? undefined : note`Timing does not say what was done in the pits.`,
    ],
    asked: [count, ...laps],
    suggestions: ['How many places did that take?', 'Who pitted?'],
  }
})

/** Each stop with the lap that it ended and its time in the pit lane. */
function stopsTold(own: CoachedCar) {
  return own.pattern.pitStops.flatMap((stop, index) => {
    const { inLap, outLap, pitTimeMs } = stop
    if (inLap === null && outLap === null) return []
    const at = (field: string) => own.own(`pitStops.${index}.${field}`)
    const time: Piece =
      pitTimeMs === null ? '' : [' (', exact(at('pitTimeMs')), ' in the pit lane)']
    const lap = at(inLap === null ? 'outLap' : 'inLap')
    const told: Piece = [inLap === null ? 'out on ' : 'in at the end of ', exact(lap), time]
    return [{ stop, lap, told }]
  })
}

const isOfTime = /\bhow long\b|\b(?:which|what) laps?\b|\bwhen\b|\bhow many (?:stops|times)\b/i

/** "What did my stops cost me?", "how many places did I lose in the pits?" */
const asksCost = /\b(?:cost\w*|hurt\w*|ruin\w*|los[et]\w*|places?|positions?|seconds|how much)\b/i

/** "When was the stop and what did it cost?" has the stop first. */
function costFirst(text: string): boolean {
  const [cost, when] = [text.search(asksCost), text.search(isOfTime)]
  return cost >= 0 && (when < 0 || cost < when)
}

/** Of places the order tells first, of time the laps. */
const asksPlaces = /\b(?:places?|positions?|spots?)\b/i

const stopsNamed = 3

/** The quickest or the longest stops by the time in the pit lane, where that is asked for. */
function byTime(telling: RaceTelling): Written | undefined {
  const { ask, race } = telling
  const isQuick = /\b(?:fastest|quickest|shortest)\b/i.test(ask.part.text)
  if (!isQuick && !/\b(?:longest|slowest)\b/i.test(ask.part.text)) return undefined
  const stops = timedStops(telling)
    .toSorted((a, b) => (isQuick ? 1 : -1) * (a.pitTimeMs - b.pitTimeMs))
    .slice(0, stopsNamed)
  if (stops.length === 0) return undefined
  const told = stops.map(({ car, at, lap }): Piece => [
    exact(car.own('car')),
    ' ',
    exact(car.own(`${at}.pitTimeMs`)),
    ' (',
    exact(car.own(`${at}.${lap}`)),
    ')',
  ])
  return {
    sentences: [
      fact`${isQuick ? 'Shortest' : 'Longest'} in the pit lane in ${raceNamed(race)}: ${listed(told)}.`,
      note`Timing does not say what was done there.`,
    ],
    asked: stops.map(({ car, at }) => car.own(`${at}.pitTimeMs`)),
    suggestions: ['Who pitted?', 'What happened in my race?'],
  }
}

const neverStopped =
  /\bnever\b|\b(?:didn'?t|did not|without)\b.*\b(?:stop|pit|come in|stopping|pitting)/i

function whoPitted(telling: RaceTelling): Written {
  const { ask, race, carIn, keep } = telling
  const isOfYellow = /\b(?:yellows?|cautions?|fcy|safety car|neutrali[sz]\w*)\b/i.test(
    ask.part.text,
  )
  const isIn = ({ isPitIn, flagAtLine }: LapEntry) =>
    isPitIn && (!isOfYellow || flagAtLine === 'fcy' || flagAtLine === 'safety-car')
  const timed = byTime(telling)
  if (timed !== undefined) return timed
  const cars = race.patterns
    .filter((pattern) => lapsOf(pattern).some(isIn))
    .flatMap(({ car }) => carIn(car) ?? [])
  if (cars.length === 0)
    return {
      verdict: false,
      sentences: [
        isOfYellow
          ? fact`No lap of ${raceNamed(race)} ended in the pit lane under yellow, over ${exact(race.ofRace('laps'))} laps.`
          : fact`No lap of ${raceNamed(race)} ended in the pit lane, over ${exact(race.ofRace('laps'))} laps.`,
      ],
      asked: [race.ofRace('laps')],
    }
  const numbers = cars.map((car) => car.own('car'))
  const count = keep(computedFact('count', numbers, 'count', 'Cars that came into the pits'))
  const told = cars.map((car): Piece => {
    const laps = lapsOf(car.pattern).filter(isIn)
    return [
      short(car.own('car')),
      ' (',
      lapsCited(laps.map(({ lap }) => car.own(`laps.${lap}.lap`))),
      ')',
    ]
  })
  const all = carCount(telling)
  return {
    verdict: /\b(?:any(?:one|body)?)\b/i.test(ask.part.text) ? true : undefined,
    sentences: [
      neverStopped.test(ask.part.text)
        ? fact`All of the ${exact(all)} cars but these ${exact(count)} never came in.`
        : undefined,
      fact`Into the pits in ${raceNamed(race)} came ${countCited(count, 'car')}, at the end of the laps in brackets: ${listed(told)}.`,
    ],
    asked: numbers,
    suggestions: ['What happened in my race?', 'Were there any yellows?'],
  }
}
