import type { CoachedCar } from '#core/composer/coached-car.ts'
import { countCited, lapSpan } from '#core/composer/cited-names.ts'
import { trafficSentences } from '#core/composer/coaching-day.ts'
import { exact, fact, hypothesis, listed, note, type Piece, short } from '#core/composer/say.ts'
import type { CarNumber } from '#core/domain/ids.ts'
import { computedFact } from '../../computed-fact.ts'
import { was } from './gap-over.ts'
import { lapAsked, lapAt, lapsOf, partnerIn, lapNearest } from '../in-race.ts'
import { followedAt } from './followed-at.ts'
import { lapsWithinLimit } from './laps-within-limit.ts'
import { noSuchLap } from './position.ts'
import { aboutCar, type CarTelling, type Written } from '../telling.ts'
import type { Verdict } from '../yes-no.ts'

/** Within this a car ahead at the line is near enough for a tow to be thought of. */
const towWithinMs = 2_000
const farMs = 5_000
const stretchesNamed = 3

/** How long the car ran close behind another one. */
export const stuckBehind = aboutCar((telling) => {
  if (isOfFollowers.test(telling.ask.part.text)) return followers(telling)
  if (isBehind.test(telling.ask.part.text))
    return followers(telling, partnerIn(telling.ask, telling.car))
  const { car, who, carIn } = telling
  const partner = partnerIn(telling.ask, car)
  const other = partner === undefined ? undefined : carIn(partner)
  const near = other && lapsWithinLimit(telling, other)
  if (near !== undefined) return near
  const stretches = car.pattern.story.followed
    .map((stretch, index) => ({ ...stretch, index }))
    .filter((stretch) => partner === undefined || stretch.car === partner)
  const longest = stretches
    .toSorted((a, b) => b.laps - a.laps)
    .slice(0, stretchesNamed)
    .toSorted((a, b) => a.fromLap - b.fromLap)
  if (longest.length === 0) return neverBehind(telling, other)
  const isMost = partner === undefined && /\b(?:longest|most)\b/i.test(telling.ask.part.text)
  const [most] = longest.toSorted((a, b) => b.laps - a.laps)
  const told = (isMost && most ? [most] : longest).map((stretch) =>
    stretchTold(car, stretch, other === undefined),
  )
  const whom: Piece = other === undefined ? '' : [' ', exact(other.own('car')), ' for']
  const laps = stretches.map(({ index }) => car.own(`story.followed.${index}.laps`))
  const label = 'Laps close behind, all stretches together'
  const all = telling.keep(computedFact('sum', laps, 'count', label))
  const [only] = laps
  const [cost] = traffic(telling)
  const isOfCost = /\bhow much\b|\btime\b|\bcosts?\b|\bslow(?:ed)?\b|\bhurt\b|\bhold\b/i.test(
    telling.ask.part.text,
  )
  return {
    verdict: isOfCost ? ofCost(car) : true,
    sentences: [
      isOfCost ? cost : undefined,
      fact`${who.You} followed${whom} ${listed(told)}, close behind at the line${laps.length > 1 && !isMost ? ['; ', countCited(all, 'lap'), ' in all'] : ''}.`,
      isOfCost || other !== undefined ? undefined : cost,
    ],
    asked: [
      laps.length > 1 && !isMost
        ? all
        : isMost && most
          ? car.own(`story.followed.${most.index}.laps`)
          : only,
    ],
    suggestions: ['When did he get away?', 'My pace without traffic', 'Who passed me?'],
  }
})

/** "Did I lose time in traffic?": slower laps there say it probably, not what made them so. */
function ofCost({ pattern: { traffic: own } }: CarTelling['car']): Verdict | undefined {
  if (own === null) return undefined
  return own.differenceMs > 0 ? 'probably' : 'no-sign'
}

/** "Which car was behind me for most of the race?" */
const isOfFollowers =
  /\bwho\b.*\b(?:behind|following|followed|chas\w*|on the tail of|stuck to|shadow\w*) (?:me|us|him|her|car)\b|\b(?:car|one|guy|driver) (?:was |that was )?(?:right |just |close |stuck )?(?:behind|following|chasing) (?:me|us|him|her)\b|\bon my tail\b/i

/** "How long was 55 behind me?" */
const isBehind = /\b(?:car ?)?#?\d+ (?:\w+ )?(?:behind|follow\w*|chas\w*) (?:me|us)\b/i

/** Who followed the car closely, the longest first: the stretches of the others behind it. */
function followers({ car, who, race, carIn }: CarTelling, only?: CarNumber): Written {
  const found = race.patterns
    .flatMap((pattern) => {
      const other = carIn(pattern.car)
      return pattern.story.followed.flatMap((stretch, index) =>
        other === undefined ||
        stretch.car !== car.pattern.car ||
        (only !== undefined && pattern.car !== only)
          ? []
          : [{ other, stretch, index }],
      )
    })
    .toSorted((a, b) => b.stretch.laps - a.stretch.laps)
    .slice(0, stretchesNamed)
  if (found.length === 0)
    return {
      verdict: false,
      sentences: [
        fact`${only === undefined ? 'No car' : ['Car ', short(carIn(only)?.own('car') ?? car.own('car')), ' never']} followed ${exact(car.own('car'))} closely under green for longer than a single lap.`,
      ],
      asked: [car.own('car')],
      suggestions: ['Who was behind me at the finish?'],
    }
  const told = found.map(({ other, stretch, index }): Piece => [
    exact(other.own('car')),
    ' for ',
    stretchTold(other, { ...stretch, index }, false),
  ])
  return {
    verdict: true,
    sentences: [fact`Closest behind ${who.you} at the line, the longest first: ${listed(told)}.`],
    asked: found.map(({ other, index }) => other.own(`story.followed.${index}.laps`)),
    suggestions: ['Who passed me?', 'Who was behind me at the finish?'],
  }
}

function neverBehind(telling: CarTelling, other: CoachedCar | undefined): Written {
  const whom: Piece = other === undefined ? 'any one car' : exact(other.own('car'))
  return {
    verdict: false,
    sentences: [
      fact`${telling.who.You} never followed ${whom} closely under green for longer than a single lap.`,
      ...traffic(telling),
    ],
    asked: other === undefined ? [] : [other.own('car')],
    suggestions: ['What was the gap to the car ahead?', 'Was my best lap in a tow?'],
  }
}

type Stretch = CoachedCar['pattern']['story']['followed'][number] & { readonly index: number }

/** "car 22 for 4 laps (laps 3 to 6, median 0.61 s)". */
function stretchTold({ own }: CoachedCar, { index, lapsAhead }: Stretch, isNamed: boolean): Piece {
  const at = (field: string) => own(`story.followed.${index}.${field}`)
  return [
    isNamed ? [exact(at('car')), ' for '] : '',
    countCited(at('laps'), 'lap'),
    ' (',
    lapSpan(at('fromLap'), at('toLap')),
    ', median ',
    short(at('medianIntervalMs')),
    lapsAhead === 0 ? ')' : ', a car on another lap)',
  ]
}

/** What close laps were like for the car and in the race; never what one car did to another. */
function traffic({ car }: CarTelling): Written['sentences'] {
  const own = car.pattern.traffic
  const ofRace = trafficSentences(car).map(({ sentence }) => sentence)
  if (own === null) return ofRace
  const at = (field: string) => car.own(`traffic.${field}`)
  return [
    fact`Over ${exact(at('closeLaps'))} laps within a second of another car the pace was ${short(at('differenceMs'))} ${own.differenceMs > 0 ? 'slower' : 'quicker'} than over ${exact(at('freeLaps'))} free ones, the track taken out.`,
    ...ofRace,
  ]
}

/** Whether a car was near enough ahead for a tow, on the best lap or the one named. */
export const inTow = aboutCar((telling) => {
  const { car, who, ask } = telling
  const lap = lapAsked(ask) ?? car.pattern.bestLap?.lap
  if (lap === undefined || lapAt(car.pattern, lap) === undefined) return noSuchLap(telling)
  const at = (field: string) => car.own(`laps.${lap}.${field}`)
  const shown = [lap - 1, lap].flatMap((number) => followedAt(car, number))
  const isBest = lap === car.pattern.bestLap?.lap
  const name: Piece = isBest ? ['best lap, ', exact(at('lap')), ','] : exact(at('lap'))
  if (shown.length === 0)
    return {
      verdict: 'no-sign',
      sentences: [fact`On ${who.your} ${name} the sheet shows no car on the road ahead.`],
      asked: [at('lap')],
    }
  const isFar = (lapNearest(car.pattern, lap) ?? 0) > farMs
  const near = [lap - 1, lap].filter(
    (number) => (lapAt(car.pattern, number)?.followed?.intervalMs ?? Infinity) <= towWithinMs,
  )
  return {
    verdict: near.length === 0 ? 'no-sign' : 'possibly',
    sentences: [
      /\bhow much\b|\bworth\b/i.test(ask.part.text)
        ? note`How much a tow is worth is not in the timing.`
        : undefined,
      isFar
        ? fact`Around ${who.your} ${name} no car was close ahead on the road; the nearest at its end was ${listed(shown.slice(-1))}.`
        : fact`Around ${who.your} ${name} the sheet shows ${listed(shown)}.`,
      near.length === 0
        ? hypothesis`No car was close ahead at either end of that lap, so there may have been no tow.`
        : hypothesis`A tow may have helped: a car was close at the line, and what happened in between cannot be seen.`,
      trap(telling, lap) ??
        note`Timing sees the cars at the line only; onboard film of that lap would tell.`,
    ],
    asked: [lapAt(car.pattern, lap)?.followed ? at('followed.intervalMs') : at('lap')],
    suggestions: ['My best lap without traffic?', 'Am I down on the straight or in the corners?'],
  }
}, true)

/** The trap speed of the lap beside the car's other green laps. */
function trap({ car, keep, who }: CarTelling, lap: number) {
  const speed = lapAt(car.pattern, lap)?.topSpeedKph ?? undefined
  const others = lapsOf(car.pattern).filter(
    (entry) => entry.isClean && entry.topSpeedKph !== null && entry.lap !== lap,
  )
  if (speed === undefined || others.length < 3) return undefined
  const median = keep(
    computedFact(
      'median',
      others.map((entry) => car.own(`laps.${entry.lap}.topSpeedKph`)),
      'speed',
      `Car ${car.pattern.car}: median speed at the trap of the other green laps`,
    ),
  )
  return fact`At the speed trap ${who.you} ${was(who.You)} at ${exact(car.own(`laps.${lap}.topSpeedKph`))} on it, with a median of ${exact(median)} on the other green laps.`
}
