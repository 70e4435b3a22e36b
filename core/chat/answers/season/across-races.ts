import type { CoachedRace } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import { computedFact } from '../../computed-fact.ts'
import type { AnswerIntent, Ask } from '../../draft.ts'
import { numberOf, numberPattern } from '../../understanding/entities/number-text.ts'
import { gapAt } from '../race/gap-at.ts'
import { inResultOrder, lapAt, raceNamed } from '../in-race.ts'
import { everyRace, type Open } from './season.ts'
import { trackAskedOf } from './tracks-named.ts'
import { carOfRace, tellOf } from '../telling.ts'
import { asksYesNo } from '../yes-no.ts'

const leastCars = 8

/** At which race the paces of the field lie furthest apart, in percent, as laps differ in length. */
export const biggestSpreadTrack: AnswerIntent = async (ask) =>
  await tellOf(ask, async (telling) => {
    const spreads = (await everyRace(telling)).flatMap((race) => spreadOf(telling, race))
    const order = spreads.toSorted((a, b) => b.value - a.value)
    const [most] = order
    const least = order.at(-1)
    if (most === undefined || least === undefined)
      return {
        outcome: 'not-in-data',
        sentences: [note`No race of the season has enough cars with a pace to tell a spread.`],
      }
    const named = order.find(({ race }) => race.race.raceId === ask.part.scope.raceId)
    const isOne =
      /\bin (?:this|race|the race)|how spread/i.test(ask.part.text) && named !== undefined
    const isLeast = /closest|tight|smallest|least|bunched|\bequal\b|together/i.test(ask.part.text)
    const at = (ask.part.order?.nth ?? 1) - 1
    const from = isLeast ? order.toReversed() : order
    const first = from[at] ?? most
    const next = from[at + 1]
    const isFurther = at > 0 && from[at] !== undefined
    const told = ({ race, share, spread }: (typeof order)[number]): Piece => [
      raceNamed(race),
      ' with ',
      exact(telling.keep(share)),
      ' (',
      short(telling.keep(spread)),
      ')',
    ]
    return {
      verdict: isOne ? undefined : isAsked(ask, first.race),
      sentences: [
        isOne
          ? fact`In ${told(named)} the middle half of the field's paces lies within that much.`
          : isFurther
            ? fact`Next comes ${told(first)}${next === undefined ? '' : [', then ', told(next)]}.`
            : fact`The middle half of the field's paces lies ${isLeast ? 'closest together' : 'furthest apart'} in ${told(first)}${next === undefined ? '' : [', then ', told(next)]}.`,
        isOne || isFurther ? undefined : fact`At the other end is ${told(isLeast ? most : least)}.`,
        note`In percent of the pace, as laps differ in length; the seconds stand beside it.`,
      ],
      asked: [isOne ? named.share : first.share],
      suggestions: [
        'Which race was the closest?',
        'At which track was I quickest against the field?',
      ],
    }
  })

/** "Was Barber the closest?" */
function isAsked({ part: { scope, text } }: Ask, { race }: CoachedRace): boolean | undefined {
  if (scope.trackId === undefined) return undefined
  const isOfRace =
    scope.raceId === undefined ||
    !/\brace (?:1|2|one|two)\b|\b(?:this|it|that|our|mine)\b/i.test(text)
  return isOfRace ? race.trackId === scope.trackId : race.raceId === scope.raceId
}

function spreadOf(telling: Open, race: CoachedRace) {
  const [key] =
    Object.entries(race.race.classes).toSorted(([, a], [, b]) => b.laps - a.laps)[0] ?? []
  const carClass = key === undefined ? undefined : race.race.classes[key]?.carClass
  const paces = race.patterns
    .filter((pattern) => pattern.carClass === carClass && pattern.lap.paceMs !== null)
    .flatMap(({ car }) => carOfRace(telling, race, car)?.own('lap.paceMs') ?? [])
  if (paces.length < leastCars) return []
  const share = computedFact(
    'spread-share',
    paces,
    'percent',
    `${race.race.raceId}: spread of the paces`,
  )
  const spread = computedFact('spread', paces, 'gap', `${race.race.raceId}: spread of the paces`)
  return [{ race, share, spread, value: Number(share.value) }]
}

/** Which race was decided by the least: the gap at the line between the first two that crossed it. */
export const closestRace: AnswerIntent = async (ask) =>
  await tellOf(ask, async (telling) => {
    const order = (await marginsOf(telling)).toSorted((a, b) => a.value - b.value)
    const { raceId } = ask.part.scope
    const asked = order.find(({ race }) => race.race.raceId === raceId)
    const isOfSeason =
      /which|season|year|\bmost\b|closest|tight|narrow|smallest|biggest|dominant|largest|exciting|\ball\b|best/i
    const isOne = !isOfSeason.test(ask.part.text) && asked
    const isMost =
      /biggest|dominant|largest|widest|clearest|by (?:the |a )?(?:most|mile|country mile|lot)\b|easiest|runaway|by far/i.test(
        ask.part.text,
      )
    const from = isMost ? order.toReversed() : order
    const at = (ask.part.order?.nth ?? 1) - 1
    const [first, next] = from.slice(at)
    if (first === undefined)
      return {
        outcome: 'not-in-data',
        sentences: [note`No race of the season has the race times to tell a margin.`],
      }
    const told = ({ race, gap, winner, second }: (typeof order)[number]): Piece => [
      raceNamed(race),
      ', ',
      exact(telling.keep(gap)),
      ' between ',
      exact(winner.own('car')),
      ' and ',
      exact(second.own('car')),
    ]
    const count = countNamed(ask.part.text)
    const more = count === undefined || isOne ? [] : from.slice(at, at + count)
    const shown = isOne || first
    return {
      verdict: isOne ? isClose(Number(isOne.gap.value), ask.part.text) : isAsked(ask, first.race),
      sentences: [
        isOne
          ? fact`${told(isOne)} at the line.`
          : more.length > 1
            ? fact`${isMost ? 'The widest' : 'The closest'} at the line: ${listed(more.map(told))}.`
            : fact`${at > 0 ? 'Next' : isMost ? 'The widest' : 'The closest'} at the line was ${told(first)}${next === undefined ? '' : ['; then ', told(next)]}.`,
        isOne ? undefined : ownMargin(ask, asked, first, telling),
        shown.isShut
          ? note`It ended under yellow or behind the safety car, so that gap was not raced for to the end.`
          : undefined,
        officialWinner(telling, shown.race, shown.winner.pattern.car),
      ],
      asked: more.length > 1 ? more.map(({ gap }) => gap) : [shown.gap],
      suggestions: ['Where is the field furthest apart?', 'Who won?'],
    }
  })

const [closeMs, clearMs] = [1000, 5000]

/** "Was it a close finish?": within a second it was, over five it was not. */
function isClose(gapMs: number, text: string): boolean | undefined {
  if (!/\bclose|\btight|\bnarrow/i.test(text)) return undefined
  return gapMs < closeMs ? true : gapMs > clearMs ? false : undefined
}

const mostNamed = 14

/** "The five closest finishes", "rank the races". */
function countNamed(text: string): number | undefined {
  const named = new RegExp(
    `\\b(?:top )?(${numberPattern}) (?:closest|tightest|narrowest|biggest|widest|races|finishes)\\b`,
    'i',
  )
  const count = numberOf(named.exec(text.toLowerCase())?.[1] ?? '')
  if (count !== undefined) return Math.min(mostNamed, count)
  return /\b(?:rank|list|order|margins)\b/i.test(text) ? mostNamed : undefined
}

type Margin = ReturnType<typeof marginOf>[number]

/** "Was this the closest?", where it was not: by how much it was decided. */
function ownMargin({ part }: Ask, own: Margin | undefined, first: Margin, { keep }: Open) {
  if (own === undefined || own === first || !asksYesNo(part.text)) return undefined
  return fact`That of ${raceNamed(own.race)} was ${exact(keep(own.gap))}.`
}

async function marginsOf(telling: Open) {
  const only = await trackAskedOf(telling.ask)
  return (await everyRace(telling))
    .filter(({ race }) => only === undefined || race.trackId === only)
    .flatMap((race) => marginOf(telling, race))
}

/** The first two at the end of the race's last lap. */
function marginOf(telling: Open, race: CoachedRace) {
  const lap = Math.max(0, ...race.patterns.map(({ lapsDone }) => lapsDone))
  const at = (place: number) => {
    const found = race.patterns.find((pattern) => lapAt(pattern, lap)?.position === place)
    return found && carOfRace(telling, race, found.car)
  }
  const [winner, second] = [at(1), at(2)]
  if (winner === undefined || second === undefined) return []
  const gap = gapAt(telling, second, winner, lap)
  if (gap === undefined) return []
  const reasons = lapAt(winner.pattern, lap)?.excludedBecause ?? []
  const isShut = reasons.includes('yellow') || reasons.includes('safety-car')
  return [{ race, gap, winner, second, isShut, value: Number(gap.value) }]
}

function officialWinner(telling: Open, race: CoachedRace, onRoad: string) {
  const [first] = inResultOrder(race)
  if (first === undefined || first.car === onRoad || first.position !== 1) return undefined
  const car = carOfRace(telling, race, first.car)
  return (
    car &&
    fact`That is the order on the road; the results give the race to ${exact(car.own('car'))}.`
  )
}
