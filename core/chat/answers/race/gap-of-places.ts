import { countCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, note, short } from '#core/composer/say.ts'
import type { Ask } from '../../draft.ts'
import {
  numberOf,
  numberPattern,
  ordinalPattern,
} from '../../understanding/entities/number-text.ts'
import { gapAt } from './gap-at.ts'
import { lapAsked, lapAt, placeField, raceNamed } from '../in-race.ts'
import { notThatPlace } from './not-that-place.ts'
import { aboutRace, type RaceTelling, voiceOf, type Written } from '../telling.ts'

const placed = new RegExp(
  `\\bp ?(\\d{1,2})\\b|\\b(${ordinalPattern})(?! (?:laps?|race|section|sector|half|third|quarter|\\d|${numberPattern}))|\\b(winner|leader)\\b`,
  'gi',
)
const margin =
  /\bmargins?\b|\bhow (?:many|much) (?:\w+ )?did (?!i\b|we\b).{0,16}\bwin\b|by how much (?:did|was) .*\b(?:win|won)\b|\bw[io]n\w*\b.*\bby how much|how (?:close|tight) was (?:the finish|it)|how close were they at the (?:finish|end|flag)|\bw[io]n by\b|\b(?:winner|leader) (?:have|had) in hand\b|\b(?:in hand|lead) (?:did|had) the (?:winner|leader)\b|how (?:big|large) was the (?:winner's |leader's )?lead\b|how much of a lead\b|how far (?:clear|ahead|in front|up the road|out front) was the (?:leader|winner)\b|how (?:big|large) a (?:lead|gap) did the (?:leader|winner)\b/i
/** "By how much?" after a place was asked for: from that place to the one ahead, from the winner to the second. */
const byHowMuch = /\bby how (?:much|many seconds)\b|\bhow (?:far|close)\b|\bby what\b/i
const winning = /\b(?:won|wins?|winning|winner|victory|podium)\b/i
const covered = new RegExp(`\\b(?:cover\\w*|separat\\w*|apart|within|between|spread)\\b`, 'i')
const firstOnes = new RegExp(
  `\\b(?:top|first|leading)[ -](?<count>${numberPattern})\\b(?! laps?)`,
  'i',
)

/** The two places that are named: "between first and second", "from P1 to P2", the margin of the winner. */
function placesIn({ part: { text, intent } }: Ask): readonly number[] {
  if (margin.test(text)) return [1, 2]
  const count = numberOf(firstOnes.exec(text.toLowerCase())?.groups?.['count'] ?? '')
  if (count !== undefined && count > 1 && covered.test(text)) return [1, count]
  const named = [...text.matchAll(placed)].flatMap(([, short, nth, first]) => {
    const place = first === undefined ? numberOf((short ?? nth ?? '').toLowerCase()) : 1
    return place === undefined ? [] : [place]
  })
  const places = [...new Set(named)].toSorted((a, b) => a - b)
  if (places.length > 1 || intent !== 'position' || !byHowMuch.test(text)) return places.slice(0, 2)
  const [only = winning.test(text) ? 1 : undefined] = places
  if (only === undefined) return []
  return only === 1 ? [1, 2] : [only - 1, only]
}

export function asksForMargin(ask: Ask): boolean {
  const { text } = ask.part
  return margin.test(text) || (placesIn(ask).length === 2 && !/\b(?:i|i'm|me|my|we)\b/i.test(text))
}

/** How far two places were apart: at the end of a lap on the road, else by the result. */
export const gapOfPlaces = aboutRace((telling) => {
  const { ask, race, carIn } = telling
  const lap = lapAsked(ask)
  const field = placeField(race)
  const [front, back] = placesIn(ask).map((place) => {
    const found = race.patterns.find((pattern) =>
      lap === undefined ? pattern[field] === place : lapAt(pattern, lap)?.position === place,
    )
    return found && carIn(found.car)
  })
  if (front === undefined || back === undefined) return noSuchTwo(telling)
  if (lap !== undefined) return atLap(telling, front, back, lap)
  const told = atTheEnd(telling, front, back)
  const own = ownWin(telling)
  return own === undefined
    ? told
    : { ...told, ...own, sentences: [...own.sentences, ...told.sentences] }
})

/** "By how much did I win?", "did car 2 win, and by how much?": where it was another one. */
function ownWin(telling: RaceTelling) {
  const { ask, carIn, race } = telling
  const own = ask.part.scope.car === undefined ? undefined : carIn(ask.part.scope.car)
  const isOfOne =
    /\b(?:did (?:i|we|he|she|(?:car ?|#)?\d+) win|(?:i|we|he|she|(?:car ?|#)?\d+) won|(?:my|our|his|her) win\w*)\b/i
  if (own === undefined || !isOfOne.test(ask.part.text)) return undefined
  const who = voiceOf(ask, own)
  const not = notThatPlace({ ...telling, car: own, who })
  const field = placeField(race)
  const place = own.pattern[field]
  if (place === 1) return { verdict: true, sentences: [] }
  const { positionOnRoad } = own.pattern
  const isMoved = positionOnRoad === 1 && field === 'position' && place !== null
  const said = isMoved
    ? fact`${who.You} crossed the line first, and the results have ${who.you} ${exact(own.own(field))}.`
    : (not ?? undefined)
  return said === undefined ? undefined : { verdict: false, sentences: [said] }
}

function noSuchTwo({ race }: RaceTelling): Written {
  return {
    outcome: 'not-in-data',
    sentences: [note`No such two cars ended that lap of ${raceNamed(race)}.`],
    suggestions,
  }
}

const suggestions = ['Who was on the podium?', 'Which race was the closest?']

function atLap(telling: RaceTelling, front: CoachedCar, back: CoachedCar, lap: number): Written {
  const gap = gapAt(telling, back, front, lap)
  if (gap === undefined) return noSuchTwo(telling)
  const at = (field: string) => back.own(`laps.${lap}.${field}`)
  return {
    sentences: [
      fact`At the end of ${exact(at('lap'))} of ${raceNamed(telling.race)}, ${exact(back.own('car'))} (${exact(at('position'))}) was ${exact(gap)} behind ${exact(front.own('car'))} (${exact(front.own(`laps.${lap}.position`))}).`,
      note`That is the order on the road, without what was decided after the race.`,
    ],
    asked: [gap],
    suggestions,
  }
}

/** Between two places of the result, as the two cars crossed the line. */
function atTheEnd(telling: RaceTelling, front: CoachedCar, back: CoachedCar): Written {
  const { race } = telling
  const place = placeField(race)
  const [laps, fewer] = [front.pattern.lapsDone, back.pattern.lapsDone]
  const gap = laps === fewer ? gapAt(telling, back, front, laps) : undefined
  const who = (car: CoachedCar) => [exact(car.own('car')), ' (', exact(car.own(place)), ')']
  if (gap === undefined)
    return {
      sentences: [
        fact`In ${raceNamed(race)} ${who(front)} did ${countCited(front.own('lapsDone'), 'lap')}, ${who(back)} ${exact(back.own('lapsDone'))}: no time on the same lap to set them apart.`,
      ],
      asked: [front.own('lapsDone'), back.own('lapsDone')],
      suggestions,
    }
  const isTurned = Number(gap.value) < 0
  const isWinner = front.pattern[place] === 1 && asksWhoWon.test(telling.ask.part.text)
  return {
    sentences: [
      isWinner
        ? fact`Car ${short(front.own('car'))} won ${raceNamed(race)}${place === 'position' ? '' : ' on the road'}.`
        : undefined,
      fact`At the end of ${raceNamed(race)} ${who(back)} was ${exact(gap)} ${isTurned ? 'ahead of' : 'behind'} ${who(front)} at the line.`,
      place === 'position' && (isTurned || isMoved(front) || isMoved(back))
        ? note`The places are those of the results, the gap is as they crossed the line: the results moved cars afterwards.`
        : undefined,
      onTheRoad(telling, front, back),
    ],
    asked: [...(isWinner ? [front.own('car')] : []), gap],
    suggestions,
  }
}

const asksWhoWon = /\bw(?:ho|hich (?:car|driver))\b.*\bw[io]n|\bwho (?:was|is) the winner\b/i

/** The same two places as the cars came over the line, where those were others. */
function onTheRoad(telling: RaceTelling, front: CoachedCar, back: CoachedCar) {
  const [first, second] = [front, back].map((car) => {
    const found = telling.race.patterns.find(
      ({ positionOnRoad }) => positionOnRoad === car.pattern.position,
    )
    return found && telling.carIn(found.car)
  })
  if (first === undefined || second === undefined) return undefined
  const isSame = first.pattern.car === front.pattern.car && second.pattern.car === back.pattern.car
  const gap = isSame ? undefined : gapAt(telling, second, first, first.pattern.lapsDone)
  return (
    gap &&
    fact`On the road those places were ${exact(first.own('car'))} and ${exact(second.own('car'))}, ${exact(gap)} apart.`
  )
}

function isMoved({ pattern }: CoachedCar): boolean {
  return pattern.position !== null && pattern.position !== pattern.positionOnRoad
}
