import { countCited, lapSpan } from '#core/composer/cited-names.ts'
import type { CoachedRace } from '#core/composer/coached-car.ts'
import { fact, listed, note, type Piece } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import { computedFact } from '../../computed-fact.ts'
import type { AnswerIntent, Ask } from '../../draft.ts'
import { lapAt, raceNamed } from '../in-race.ts'
import { everyRace, type Open } from './season.ts'
import { carOfRace, tellOf } from '../telling.ts'

/** Which race of the season had the most yellow phases or laps, and which none. */
export const mostYellows: AnswerIntent = async (ask) =>
  await tellOf(ask, async (telling) => {
    const { text } = ask.part
    const races = await everyRace(telling)
    const order = races.flatMap((race) => yellowOf(race, telling) ?? []).toSorted(orderFor(text))
    const [first] = order
    if (first === undefined)
      return { sentences: [note`No race of the season had a yellow phase.`], asked: [] }
    const isByLaps = ofLaps.test(text)
    const most = order.filter((one) =>
      isByLaps ? one.laps.value === first.laps.value : one.count.value === first.count.value,
    )
    const next = order[most.length]
    const then: Piece =
      next === undefined
        ? ''
        : ['; next is ', raceNamed(next.race), ' with ', amounts(next, isByLaps)]
    const green = races.filter((race) => order.every((one) => one.race !== race))
    const greenTold =
      green.length === 0
        ? undefined
        : fact`Green all the way: ${listed(green.map((race) => raceNamed(race)))}.`
    const told = most.map((one): Piece => [raceNamed(one.race), ' (', listed(one.spans), ')'])
    const lead = isByLaps ? 'Most laps under yellow' : 'Most often yellow'
    const mostTold = fact`${lead}: ${listed(told)}, with ${amounts(first, isByLaps)}${then}.`
    return {
      verdict: isAsked(ask, most),
      sentences: [
        inAll(text, order, telling),
        ...(ofGreen.test(text) ? [greenTold, mostTold] : [mostTold, greenTold]),
        note`Laps as the leader counts them; timing does not say what a yellow was for.`,
      ],
      asked: ofGreen.test(text) ? [] : most.map(({ count, laps }) => (isByLaps ? laps : count)),
      suggestions: ['Which race was the closest?', 'What are my results of the season?'],
    }
  })

const ofLaps = /\blaps?\b|\blongest\b|\btime under\b|\bmost (?:time|racing)\b/i
const ofGreen =
  /\b(?:no|without|never|none|fewest|least|cleanest|greenest|green|any race)\b|\bfree of\b/i

/** "How many cautions in the whole season?" */
function inAll(text: string, found: readonly Yellow[], { keep }: Open) {
  if (!/\bhow many\b|\btotal\b|\baltogether\b|\bin all\b/i.test(text)) return undefined
  const sum = (facts: readonly Fact[], what: string) =>
    keep(computedFact('sum', facts, 'count', `Season: ${what}`))
  const phases = sum(
    found.map(({ count }) => count),
    'yellow phases',
  )
  const laps = sum(
    found.map((one) => one.laps),
    'laps under yellow',
  )
  return fact`${countCited(phases, 'yellow phase')} over the season, ${countCited(laps, 'lap')} in all.`
}

type Yellow = {
  readonly race: CoachedRace
  readonly spans: readonly Piece[]
  readonly count: Fact
  readonly laps: Fact
}

function orderFor(text: string) {
  const by = ({ count, laps }: Yellow) => [Number(laps.value), Number(count.value)] as const
  return (a: Yellow, b: Yellow): number => {
    const [lapsA, countA] = by(a)
    const [lapsB, countB] = by(b)
    return ofLaps.test(text) ? lapsB - lapsA || countB - countA : countB - countA || lapsB - lapsA
  }
}

/** "3 phases, 10 laps in all". */
function amounts({ count, laps }: Yellow, isByLaps: boolean): Piece {
  const [phases, all] = [countCited(count, 'phase'), countCited(laps, 'lap')]
  return isByLaps ? [all, ' in ', phases] : [phases, ', ', all, ' in all']
}

/** "Did Sonoma have the most?" */
function isAsked({ part: { scope } }: Ask, found: readonly { readonly race: CoachedRace }[]) {
  if (scope.trackId === undefined) return undefined
  return found.some(({ race }) => race.race.trackId === scope.trackId)
}

/** The yellow phases of a race, and the leader's laps in them. */
function yellowOf(race: CoachedRace, telling: Open): Yellow | undefined {
  const shut = race.race.phases.flatMap((phase, index) =>
    phase.flag === 'fcy' || phase.flag === 'safety-car' || phase.flag === 'red'
      ? [{ ...phase, index }]
      : [],
  )
  const at = (index: number, field: string) => race.ofRace(`phases.${index}.${field}`)
  const laps = shut.flatMap(({ fromLap, toLap }) =>
    Array.from({ length: toLap - fromLap + 1 }, (_, offset) => fromLap + offset),
  )
  const led = laps.flatMap((lap) => {
    const leader = race.patterns.find((pattern) => lapAt(pattern, lap)?.position === 1)
    const car = leader && carOfRace(telling, race, leader.car)
    return car === undefined ? [] : [car.own(`laps.${lap}.lap`)]
  })
  if (led.length === 0) return undefined
  const counted = (facts: readonly Fact[], what: string) =>
    telling.keep(computedFact('count', facts, 'count', `${race.race.raceId}: ${what}`))
  return {
    race,
    spans: shut.map(({ index }) => lapSpan(at(index, 'fromLap'), at(index, 'toLap'))),
    count: counted(
      shut.map(({ index }) => at(index, 'fromLap')),
      'yellow phases',
    ),
    laps: counted(led, 'laps under yellow, as the leader counts'),
  }
}
