import { countCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, short } from '#core/composer/say.ts'
import type { Ask } from '../../draft.ts'
import {
  numberOf,
  numberPattern,
  ordinalPattern,
} from '../../understanding/entities/number-text.ts'
import { speaksOfSelf } from '../../first-person.ts'
import { gapAt } from './gap-at.ts'
import { lapAsked, lapAt, placeField, raceNamed } from '../in-race.ts'
import { notThatPlace } from './not-that-place.ts'
import { aboutRace, type RaceTelling, voiceOf, type Written } from '../telling.ts'

const placed = new RegExp(
  `\\bp ?(\\d{1,2})\\b|\\b(${ordinalPattern})\\b(?! (?:laps?|race|section|sector|half|third|quarter|\\d|${numberPattern}))|\\b(winner|leader)\\b|\\b(runner[- ]?up)\\b`,
  'gi',
)
const margin =
  /\bmargins?\b|\bhow (?:many|much) (?:\w+ )?did (?!i\b|we\b).{0,16}\bwin\b|by how much (?:did|was) .*\b(?:win|won)\b|\bw[io]n\w*\b.*\bby how much|\bwho (?:won|wins|took (?:it|the win)|was the winner)\b.*\b(?:gap|margin|how (?:far|close|tight))|how (?:close|tight) was (?:the finish|it)|how close were they at the (?:finish|end|flag)|\bw[io]n by\b|\b(?:winner|leader) (?:have|had) in hand\b|\b(?:in hand|lead) (?:did|had) the (?:winner|leader)\b|how (?:big|large) was the (?:winner's |leader's )?lead\b|how much of a lead\b|how far (?:clear|ahead|in front|up the road|out front) was the (?:leader|winner)\b|how (?:big|large) a (?:lead|gap) did the (?:leader|winner)\b/i
/** "By how much?" after a place was asked for: from that place to the one ahead, from the winner to the second. */
const byHowMuch =
  /\bby how (?:much|many seconds)\b|\bhow (?:far|close)\b|\bby what\b|\bgap\b|\bmargin\b/i
const fromFirst = /\bbehind\b|\bback\b|\boff\b|\bdown\b|\bgap\b/i
const winning = /\b(?:won|wins?|winning|winner|victory|podium)\b/i
const covered = new RegExp(`\\b(?:cover\\w*|separat\\w*|apart|within|between|spread)\\b`, 'i')
const firstOnes = new RegExp(
  `\\b(?:top|first|leading)[ -](?<count>${numberPattern})\\b(?! laps?)`,
  'i',
)

/** The two places that are named: "between first and second", "from P1 to P2", the margin of the winner. */
function placesIn({ part: { text, intent, scope } }: Ask): readonly number[] {
  if (margin.test(text)) return [1, 2]
  const count = numberOf(firstOnes.exec(text.toLowerCase())?.groups?.['count'] ?? '')
  if (count !== undefined && count > 1 && covered.test(text)) return [1, count]
  const named = [...text.matchAll(placed)].flatMap(([, short, nth, first, second]) => {
    const number = numberOf((short ?? nth ?? '').toLowerCase())
    const place = second !== undefined ? 2 : first !== undefined ? 1 : number
    return place === undefined ? [] : [place]
  })
  const places = [...new Set(named)].toSorted((a, b) => a - b)
  const isOfNoCar = intent === 'gaps' && scope.car === undefined && !speaksOfSelf(text)
  const isOpen = isOfNoCar || (intent === 'position' && byHowMuch.test(text))
  if (places.length > 1 || !isOpen) return places.slice(0, 2)
  const [only = isOfNoCar || winning.test(text) ? 1 : undefined] = places
  if (only === undefined) return []
  if (only === 1) return [1, 2]
  return [fromFirst.test(text) ? 1 : only - 1, only]
}

export function asksForMargin(ask: Ask): boolean {
  const { text } = ask.part
  return margin.test(text) || (placesIn(ask).length === 2 && !speaksOfSelf(text))
}

/** How far two places were apart: at the end of a lap on the road, else by the result. */
export const gapOfPlaces = aboutRace((telling) => {
  const { ask, race, carIn } = telling
  const lap = lapAsked(ask)
  const field = placeField(race, ask.part.text)
  const [front, back] = placesIn(ask).map((place) => {
    const found = race.patterns.find((pattern) =>
      lap === undefined ? pattern[field] === place : lapAt(pattern, lap)?.position === place,
    )
    return found && carIn(found.car)
  })
  if (front === undefined || back === undefined) return noSuchTwo(telling)
  if (lap !== undefined) return atLap(telling, front, back, lap)
  const told = atTheEnd(telling, front, back, field)
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

/** Between two places of the result, or over the line, as the two cars crossed it. */
function atTheEnd(
  telling: RaceTelling,
  front: CoachedCar,
  back: CoachedCar,
  field: Field,
): Written {
  const { race, ask } = telling
  const [laps, fewer] = [front.pattern.lapsDone, back.pattern.lapsDone]
  const gap = laps === fewer ? gapAt(telling, back, front, laps) : undefined
  const who = (car: CoachedCar) => [exact(car.own('car')), ' (', exact(car.own(field)), ')']
  const asked = [front.own('car'), back.own('car')]
  if (gap === undefined)
    return {
      sentences: [
        fact`In ${raceNamed(race)} ${who(front)} did ${countCited(front.own('lapsDone'), 'lap')}, ${who(back)} ${exact(back.own('lapsDone'))}: no time on the same lap to set them apart.`,
      ],
      asked: [front.own('lapsDone'), back.own('lapsDone')],
      suggestions,
    }
  const isTurned = Number(gap.value) < 0
  const isOfWinner = front.pattern[field] === 1 && asksWhoWon.test(ask.part.text) && !isTurned
  const seconds = Math.abs(Number(gap.value))
  const isClose = seconds < closeMs ? true : seconds > clearMs ? false : undefined
  const end = field === 'position' ? 'At the end of ' : 'At the flag in '
  return {
    verdict: /\b(?:close|tight)\b/i.test(ask.part.text) ? isClose : undefined,
    sentences: [
      isOfWinner
        ? fact`Car ${short(front.own('car'))} won ${raceNamed(race)}, ${exact(gap)} ahead of ${who(back)} at the line.`
        : fact`${end}${raceNamed(race)} ${who(back)} was ${exact(gap)} ${isTurned ? 'ahead of' : 'behind'} ${who(front)} at the line.`,
      inOtherOrder(telling, front, back, field),
    ],
    asked: isOfWinner ? [...asked, gap] : [gap],
    suggestions,
  }
}

/** Within a second it was close, over five it was not. */
const [closeMs, clearMs] = [1000, 5000]

type Field = 'position' | 'positionOnRoad'

const asksWhoWon =
  /\bw(?:ho|hich (?:car|driver))\b.*(?:\bw[io]n|\bfirst\b)|\bwho (?:was|is|were|took) the (?:winner|win)\b|^winner\b/i

/** The same two places in the other order, results or road, where those were other cars. */
function inOtherOrder(telling: RaceTelling, front: CoachedCar, back: CoachedCar, field: Field) {
  const other = field === 'position' ? 'positionOnRoad' : 'position'
  const [first, second] = [front, back].map((car) => {
    const found = telling.race.patterns.find((one) => one[other] === car.pattern[field])
    return found && telling.carIn(found.car)
  })
  if (first === undefined || second === undefined) return undefined
  const isSame = first.pattern.car === front.pattern.car && second.pattern.car === back.pattern.car
  const gap = isSame ? undefined : gapAt(telling, second, first, first.pattern.lapsDone)
  if (gap === undefined) return undefined
  const cars = listed([exact(first.own('car')), exact(second.own('car'))])
  return field === 'position'
    ? fact`The results moved cars afterwards: on the road those places were ${cars}, ${exact(gap)} apart.`
    : fact`In the results those places are ${cars}, ${exact(gap)} apart at the line.`
}
