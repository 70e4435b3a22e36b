import type { CoachedCar } from '#core/composer/coached-car.ts'
import { carsCited } from '#core/composer/cited-names.ts'
import { exact, fact, note, type Piece, short } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import { lapAsked, lapAt, lapsOf, lastLapOf, partnerIn, placeField } from './in-race.ts'
import type { AnswerIntent } from '../draft.ts'
import { asksForMargin, gapOfPlaces } from './gap-of-places.ts'
import { gapAt } from './gap-at.ts'
import { noSuchLap } from './position.ts'
import { aboutCar, type CarTelling, type Written } from './telling.ts'

/** Laps that both have a race time for, in order. */
function commonLaps(car: CoachedCar, other: CoachedCar): readonly number[] {
  return lapsOf(car.pattern)
    .filter(({ lap, elapsedMs }) => elapsedMs !== null && lapAt(other.pattern, lap)?.elapsedMs)
    .map(({ lap }) => lap)
}

/** "1.234 s behind", "0.456 s ahead of": to be followed by whom. */
function behindOrAhead(gap: Fact): Piece {
  return [exact(gap), Number(gap.value) >= 0 ? ' behind ' : ' ahead of ']
}

/** Intervals at the line: to a car that is named, else to the cars around and to the leader. */
export const gaps: AnswerIntent = async (ask) =>
  asksForMargin(ask) ? await gapOfPlaces(ask) : await gapsOfCar(ask)

const gapsOfCar = aboutCar((telling) => {
  const partner = partnerIn(telling.ask, telling.car)
  const other = partner === undefined ? toPodium(telling) : telling.carIn(partner)
  if (other !== undefined) return toCar(telling, other)
  const lap = lapAsked(telling.ask) ?? lastLapOf(telling.car.pattern)?.lap
  if (lap === undefined || lapAt(telling.car.pattern, lap) === undefined) return noSuchLap(telling)
  return around(telling, lap)
})

/** "Gap to the podium": to the third car of the result, for one that is further back. */
function toPodium({ ask, car, race, carIn }: CarTelling): CoachedCar | undefined {
  if (!/\bpodium\b/i.test(ask.part.text)) return undefined
  const field = placeField(race)
  const third = race.patterns.find((pattern) => pattern[field] === 3)
  return third === undefined || (car.pattern[field] ?? 4) <= 3 ? undefined : carIn(third.car)
}

function around(telling: CarTelling, lap: number): Written {
  const { car, who } = telling
  const entry = lapAt(car.pattern, lap)
  const at = (field: string) => car.own(`laps.${lap}.${field}`)
  if (entry === undefined || entry.position === null)
    return {
      outcome: 'not-in-data',
      sentences: [fact`The sheet has no race time of ${who.you} for ${exact(at('lap'))}.`],
    }
  const leader = carAt(telling, lap, 1)
  const behind = carAt(telling, lap, entry.position + 1)
  const toLeader = leader && entry.position > 2 ? gapAt(telling, car, leader, lap) : undefined
  const fromBehind = behind && gapAt(telling, behind, car, lap)
  const isAhead = entry.ahead !== null && entry.intervalMs !== null
  const end = lap === lastLapOf(car.pattern)?.lap ? ' your last in the race,' : ''
  const endTold = who.You === 'You' ? end : end.replace('your', 'its')
  return {
    sentences: [
      isAhead
        ? fact`At the end of ${exact(at('lap'))},${endTold} ${who.you} ${was(who.You)} ${exact(at('position'))}, ${exact(at('intervalMs'))} behind ${exact(at('ahead'))}.`
        : fact`At the end of ${exact(at('lap'))},${endTold} ${who.you} led: ${exact(at('position'))}.`,
      leader && toLeader
        ? fact`The leader, ${exact(leader.own('car'))}, was ${exact(toLeader)} ahead.`
        : undefined,
      behind && fromBehind
        ? fact`Car ${short(behind.own('car'))} was ${exact(fromBehind)} behind.`
        : undefined,
      note`That is the order of the cars that completed this lap, each at its own crossing of the line.`,
    ],
    asked: [isAhead ? at('intervalMs') : at('position'), ...(toLeader ? [toLeader] : [])],
    suggestions: ['When did the car ahead get away?', 'What happened on that lap?'],
  }
}

export const was = (You: Piece) => (You === 'You' ? 'were' : 'was')

function carAt({ race, carIn }: CarTelling, lap: number, place: number): CoachedCar | undefined {
  const found = race.patterns.find((pattern) => lapAt(pattern, lap)?.position === place)
  return found && carIn(found.car)
}

function toCar(telling: CarTelling, other: CoachedCar): Written {
  const { car, who, ask } = telling
  const laps = commonLaps(car, other)
  const last = laps.at(-1)
  if (last === undefined)
    return {
      outcome: 'not-in-data',
      sentences: [
        fact`There is no lap of this race that both ${exact(car.own('car'))} and ${exact(other.own('car'))} have a race time for.`,
      ],
    }
  const asked = lapAsked(ask)
  const lap = asked !== undefined && laps.includes(asked) ? asked : last
  const gap = gapAt(telling, car, other, lap)
  const closest = closestLap(car, other, laps)
  const smallest = closest === lap ? undefined : gapAt(telling, car, other, closest)
  const widest = byDistance(car, other, laps).at(-1) ?? lap
  const isWidest = /\b(?:biggest|largest|widest|furthest|greatest|worst)\b/i.test(ask.part.text)
  const largest = isWidest ? gapAt(telling, car, other, widest) : undefined
  return {
    sentences: [
      largest &&
        fact`The two were furthest apart at the end of ${exact(car.own(`laps.${widest}.lap`))}: ${exact(largest)}.`,
      gap &&
        fact`At the end of ${exact(car.own(`laps.${lap}.lap`))}${lap === last ? ', the last that both did,' : ''} ${who.you} ${was(who.You)} ${behindOrAhead(gap)}${exact(other.own('car'))}.`,
      smallest &&
        fact`The two were closest at the end of ${exact(car.own(`laps.${closest}.lap`))}: ${exact(smallest)}.`,
    ],
    asked: [largest, gap],
    suggestions: [
      `When did car ${other.pattern.car} get away?`,
      `Compare me with car ${other.pattern.car}`,
    ],
  }
}

function closestLap(car: CoachedCar, other: CoachedCar, laps: readonly number[]): number {
  return byDistance(car, other, laps)[0] ?? 0
}

/** Laps by how far apart the two were at their end, the closest first. */
function byDistance(
  car: CoachedCar,
  other: CoachedCar,
  laps: readonly number[],
): readonly number[] {
  const apart = (lap: number) =>
    Math.abs(
      (lapAt(car.pattern, lap)?.elapsedMs ?? Infinity) -
        (lapAt(other.pattern, lap)?.elapsedMs ?? 0),
    )
  return laps.toSorted((a, b) => apart(a) - apart(b))
}

/** Laps over which it is told whether a gap grew or shrank. */
const lately = 5

/** When the car ahead got away, and whether a gap was growing or shrinking. */
export const gotAway = aboutCar((telling) => {
  const { car, who } = telling
  const partner = partnerIn(telling.ask, telling.car)
  const other = partner === undefined ? undefined : telling.carIn(partner)
  const openings = car.pattern.story.openings
    .map((opening, index) => ({ ...opening, index }))
    .filter((opening) => partner === undefined || opening.car === partner)
  const told = openings.slice(-2).map(({ index }) => {
    const at = (field: string) => car.own(`story.openings.${index}.${field}`)
    return fact`The interval to ${exact(at('car'))} grew from ${short(at('closeMs'))} on ${exact(at('closeLap'))} to ${short(at('farMs'))} on ${exact(at('farLap'))}.`
  })
  const development = other === undefined ? [] : lateGap(telling, other)
  const asked = openings.slice(-2).map(({ index }) => car.own(`story.openings.${index}.farLap`))
  if (told.length + development.length > 0)
    return {
      sentences: [
        ...told,
        told.length === 0 && other !== undefined
          ? fact`There was no lap on which ${exact(other.own('car'))} went from close ahead of ${who.you} to out of reach.`
          : undefined,
        ...development.map(({ sentence }) => sentence),
        note`Timing shows the intervals, not the reason.`,
      ],
      asked: [...asked, ...development.flatMap(({ gaps: both }) => both)],
      suggestions: ['Where is he quicker than me?', 'How long was I behind him?'],
    }
  const ahead = lastLapOf(car.pattern)
  const carAhead = ahead?.ahead ? telling.carIn(ahead.ahead) : undefined
  const late = carAhead === undefined ? [] : lateGap(telling, carAhead)
  return {
    sentences: [
      fact`No car that was close ahead of ${who.you} got away: no interval went from close to out of reach.`,
      ...late.map(({ sentence }) => sentence),
    ],
    asked: late.flatMap(({ gaps: both }) => both),
    suggestions: ['Who was I stuck behind?', 'What was the gap to the leader?'],
  }
}, true)

/** How the gap to another car went over the last laps that both did. */
function lateGap(telling: CarTelling, other: CoachedCar) {
  const { car, who } = telling
  const { fromLap, toLap } = telling.ask.part.scope.filter ?? {}
  const chosen = commonLaps(car, other)
    .filter((lap) => lap >= (fromLap ?? 1) - 1 && lap <= (toLap ?? Infinity))
    .filter((lap) => lap > 0)
  const isChosen = fromLap !== undefined || toLap !== undefined
  const laps = isChosen ? chosen : chosen.slice(-lately - 1)
  const [from] = laps
  const to = laps.at(-1)
  if (from === undefined || to === undefined || from === to) return []
  const before = gapAt(telling, car, other, from)
  const after = gapAt(telling, car, other, to)
  if (before === undefined || after === undefined) return []
  const isShut = laps.some((lap) => lapAt(car.pattern, lap)?.isClean === false)
  const caution = isShut ? '; not all of these laps were green' : ''
  return [
    {
      gaps: [before, after],
      sentence: fact`At the end of ${exact(car.own(`laps.${from}.lap`))} ${who.you} ${was(who.You)} ${behindOrAhead(before)}${carsCited([other.own('car')])}, at the end of ${exact(car.own(`laps.${to}.lap`))} ${behindOrAhead(after)}it: ${wayOf(before, after, who.You)}${caution}.`,
    },
  ]
}

function wayOf(before: Fact, after: Fact, You: Piece): string {
  const [a, b] = [Number(before.value), Number(after.value)]
  const your = You === 'You' ? 'you' : 'it'
  if (Math.sign(a) !== Math.sign(b)) return 'the order turned round'
  if (a === b) return 'the gap stayed the same'
  if (a > 0) return b < a ? `${your} ${was(You)} catching up` : 'the gap was growing'
  return b < a ? 'the lead was growing' : 'the lead was shrinking'
}
