import { countCited } from '#core/composer/cited-names.ts'
import { exact, fact, note, type Piece } from '#core/composer/say.ts'
import type { AnswerIntent, Ask } from '../../draft.ts'
import { asksForMargin, gapOfPlaces } from './gap-of-places.ts'
import { asksForBiggestLead, biggestLead } from './biggest-lead.ts'
import { endAsked } from './field-end.ts'
import { asksOnRoad, inResultOrder, lapAsked, lapAt, positionNamed, raceNamed } from '../in-race.ts'
import { peakAsked } from './peaks.ts'
import { placesBack } from './places-back.ts'
import { momentIn } from './moment-in.ts'
import { byLap } from './places-by-lap.ts'
import { placesOnLaps } from './places-on-laps.ts'
import { asksForPlacesOnLap, placesOnLap } from './places-on-lap.ts'
import { inOrder, topOf, whoWas } from './result-order.ts'
import { fromStart, sinceAsked } from './from-start.ts'
import { whoOnLap, whoWasLast } from './leaders.ts'
import { asksForLead, losesLead, whoLed } from './who-led.ts'
import {
  aboutRace,
  type CarTelling,
  type RaceTelling,
  type Voice,
  voiceOf,
  type Written,
} from '../telling.ts'

/** Where a car finished, where it ran on a lap, who won and by how much. */
export const position: AnswerIntent = async (ask) => {
  if (asksForBiggestLead(ask)) return await biggestLead(ask)
  return asksForMargin(ask) ? await gapOfPlaces(ask) : await placeAsked(ask)
}

const placeAsked = aboutRace((telling) => {
  const { ask, race } = telling
  const text = ask.part.text.toLowerCase()
  const { car: number } = ask.part.scope
  const lap = lapAsked(ask)
  const car = number === undefined ? undefined : telling.carIn(number)
  const isOfRace = !/\bi\b/.test(text)
  const moment = lap ?? momentIn(race, text)
  const asksWho = /\bwho\b|which (?:car|driver)|\bleaders\b|\bleader\b|\border\b|whose/.test(text)
  if (moment !== undefined && asksWho && isOfRace) return whoOnLap(telling, moment)
  const ofOrder = moment === undefined ? inOrder(telling, text) : undefined
  if (ofOrder !== undefined) return ofOrder
  const isLost = car !== undefined && losesLead.test(text)
  if (asksForLead(text))
    return isOfRace &&
      ((asksWho && !isLost) || /how many (?:different |other )?(?:cars|drivers)|chang/.test(text))
      ? whoLed(telling)
      : whoLed(telling, car?.pattern.car ?? winnerNamed(telling, text))
  if (asksForOrder.test(text) && isOfRace && !(car && isOfOne.test(text)))
    return topOf(telling, placesAsked(text))
  if (/\b(?:dead |finished |came |was )last\b|\blast (?:place|car|one)\b/.test(text) && asksWho)
    return whoWasLast(telling)
  const named = positionNamed(text)
  if (named !== undefined && /\bwho\b|which (?:car|driver)|winner/.test(text))
    return whoWas(telling, named)
  if (car === undefined) return topOf(telling, 3)
  const own = { ...telling, car, who: voiceOf(ask, car) }
  const peak = moment === undefined ? peakAsked(own) : undefined
  const change = placesBack(own) ?? peak ?? sinceAsked(own, moment)
  if (change !== undefined) return change
  const isOfEnd = /\b(?:end(?:ed|ing)? up|w[io]und up|finish\w*)\b/.test(text)
  if (moment !== undefined && isOfEnd) return onLapThenEnd(own, moment)
  const each = placesOnLaps(own, ask.part.scope.laps ?? [])
  if (each !== undefined) return each
  if (moment !== undefined && moment > 1 && asksForPlacesOnLap(text))
    return changedOnLap(own, moment)
  if (moment !== undefined) return onLap(own, moment)
  if (/\b(?:lap by lap|each lap|every lap|per lap|by lap|lap after lap)\b/.test(text))
    return byLap(own)
  if (
    /\bstart|grid|gain|make up|made up|lose|lost|\+ ?\/? ?-|\bplus\b|forwards?\b|backwards?\b|\bnet\b|\bup or down/.test(
      text,
    )
  )
    return fromStart(own)
  if (race.race.classification === null || asksOnRoad(text)) return onRoad(own)
  return finished(own)
})

/** "Did the winner lead every lap?" */
const winnerNamed = ({ race }: RaceTelling, text: string) =>
  /\bwinners?\b|\bwinning car\b/.test(text) ? inResultOrder(race)[0]?.car : undefined

const wholeField = 60

const asksForOrder =
  /\b(?:podium|order|classification|standings|results? (?:list|sheet|table)|(?:full|whole|complete|entire|all(?: the)?|final|race) results?|results? (?:of|for|from)|^results?|top (?:\d+|\w+)|first (?:three|five|six|ten|\d+))\b/
/** "Was 22 on the podium?", "final result for car 13". */
const isOfOne =
  /^(?:did|was|were|has|is)\b|\bresults? (?:of|for) (?:(?:the )?(?:car|number) |#|the )?\d/

/** "The full order" is all of it, "the top ten" ten, "the podium" three. */
function placesAsked(text: string): number {
  const { count } = endAsked(text, 'less-is-better', 0)
  if (count > 0) return count
  return (
    positionNamed(text) ??
    (/\b(?:order|classification|standings|results?)\b/.test(text) ? wholeField : 3)
  )
}

export function finished(telling: CarTelling): Written {
  const { car, who, race } = telling
  const official = car.own('position')
  const road = car.own('positionOnRoad')
  if (car.pattern.position === null)
    return {
      sentences: [
        fact`The ${exact(race.ofRace('classification'))} results give ${who.you} no position in ${raceNamed(race)}; on the road the place was ${exact(road)}, after ${countCited(car.own('lapsDone'), 'lap')}.`,
      ],
      asked: [road],
      suggestions: ['What happened in my race?', 'Why no position?'],
    }
  const same = official.value === road.value
  return {
    sentences: [
      fact`${yesOrNo(telling.ask, Number(official.value), who)} finished ${exact(official)} in ${raceNamed(race)}, by the ${exact(race.ofRace('classification'))} results${same ? ' and on the road' : ''}.`,
      same ? undefined : fact`On the road the place at the end was ${exact(road)}.`,
      asksLaps.test(telling.ask.part.text)
        ? fact`${who.You} did ${countCited(car.own('lapsDone'), 'lap')} of the race's ${exact(race.ofRace('raceLaps'))}.`
        : undefined,
    ],
    asked: [official],
    suggestions: [
      ...(same ? [] : ['Why is that different from the road?']),
      'Tell me the story of my race',
      'Was my pace better than my result?',
    ],
  }
}

/** "How many laps did it do, and what place was that?" */
const asksLaps = /\bhow many laps\b/i

/** "No: you", where the question asks for a yes or no. */
function yesOrNo({ part: { text } }: Ask, place: number, who: Voice): Piece {
  const named = positionNamed(text)
  if (named === undefined || !/^(?:did|was|were|am|have)\b/i.test(text.trim())) return who.You
  const isUpTo = /\btop\b|podium|\bwin\b|\bwon\b/i.test(text)
  const holds = isUpTo ? place <= named : place === named
  return [holds ? 'Yes: ' : 'No: ', who.you]
}

/** Without a results file: the order at the line. */
export function onRoad({ ask, car, who, race }: CarTelling): Written {
  const { position, positionOnRoad } = car.pattern
  const isMoved = position !== null && position !== positionOnRoad
  return {
    sentences: [
      fact`${yesOrNo(ask, positionOnRoad, who)} crossed the line ${exact(car.own('positionOnRoad'))} in ${raceNamed(race)}, after ${countCited(car.own('lapsDone'), 'lap')}.`,
      isMoved
        ? fact`In the ${exact(race.ofRace('classification'))} results it is ${exact(car.own('position'))}.`
        : undefined,
      race.race.classification === null
        ? note`That is the order on the road: there is no results file for this race.`
        : undefined,
    ],
    asked: [car.own('positionOnRoad')],
    suggestions: ['Tell me the story of my race', 'What is missing in the data?'],
  }
}

/** How many places changed on one lap, and with whom. */
export function changedOnLap(telling: CarTelling, lap: number): Written {
  if (lapAt(telling.car.pattern, lap) === undefined) return noSuchLap(telling)
  const { sentence, asked } = placesOnLap(telling, lap)
  return {
    sentences: [sentence],
    asked: [asked],
    suggestions: ['What happened on that lap?', 'Where did I finish?'],
  }
}

function onLap({ car, who }: CarTelling, lap: number): Written {
  const entry = lapAt(car.pattern, lap)
  if (entry === undefined) return noSuchLap({ car, who })
  if (entry.position === null)
    return {
      outcome: 'not-in-data',
      sentences: [
        fact`The sheet has no race time of ${who.you} for ${exact(car.own(`laps.${lap}.lap`))}, so no position can be told.`,
      ],
    }
  const at = (field: string) => car.own(`laps.${lap}.${field}`)
  const ahead: Piece =
    entry.ahead === null || entry.intervalMs === null
      ? ''
      : [', ', exact(at('intervalMs')), ' behind ', exact(at('ahead'))]
  return {
    sentences: [fact`${who.You} ended ${exact(at('lap'))} in ${exact(at('position'))}${ahead}.`],
    asked: [at('position')],
    suggestions: ['What happened on that lap?', 'Where did I finish?'],
  }
}

/** The lap is none of the car's. */
export function noSuchLap({ car, who }: Pick<CarTelling, 'car' | 'who'>): Written {
  return {
    outcome: 'not-in-data',
    sentences: [
      fact`${who.You} did ${countCited(car.own('lapsDone'), 'lap')} in this race; the one asked for is not among them.`,
    ],
    suggestions: ['What happened on my last lap?', 'Tell me the story of my race'],
  }
}

/** "Where was I on lap 2, and where did I end up?" */
function onLapThenEnd(telling: CarTelling, lap: number): Written {
  const [there, end] = [
    onLap(telling, lap),
    telling.race.race.classification === null ? onRoad(telling) : finished(telling),
  ]
  return {
    ...end,
    sentences: [...there.sentences, ...end.sentences.slice(0, 2)],
    asked: [...(there.asked ?? []), ...(end.asked ?? [])],
  }
}
