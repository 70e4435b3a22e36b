import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import { gapAt } from './gap-at.ts'
import { behindOrAhead, commonLaps, gapOver, was } from './gap-over.ts'
import { lastLapOf, partnerIn } from '../in-race.ts'
import { aboutCar, type CarTelling } from '../telling.ts'

/** Laps over which it is told whether a gap grew or shrank. */
const lately = 5
/** The last laps that are told one by one. */
const lapsOfEnd = 3

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
        ...(other === undefined ? [] : catching(telling, other)),
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

/** "Was it close to catching 2?": the gap at the end of the last laps that both did, one by one. */
function catching(telling: CarTelling, other: CoachedCar) {
  const { car, ask, who } = telling
  if (
    !/\b(?:catch\w*|caught|clos(?:e|ing) (?:in|on|up|to)|reach\w*|reel\w*)\b/i.test(ask.part.text)
  )
    return []
  const laps = commonLaps(car, other).slice(-lapsOfEnd)
  const gaps = laps.map((lap) => gapAt(telling, car, other, lap))
  const told = gaps.flatMap((gap, index): Piece[] => {
    const at = car.own(`laps.${laps[index]}.lap`)
    return gap === undefined
      ? []
      : [
          [
            behindOrAhead(gap),
            index === 0 ? exact(other.own('car')) : 'it',
            ' at the end of ',
            exact(at),
          ],
        ]
  })
  return [fact`Over the last laps that both did ${who.you} ${was(who.You)} ${listed(told)}.`]
}

/** How the gap to another car went over the last laps that both did. */
function lateGap(telling: CarTelling, other: CoachedCar) {
  const { car } = telling
  const { fromLap, toLap } = telling.ask.part.scope.filter ?? {}
  const chosen = commonLaps(car, other)
    .filter((lap) => lap >= (fromLap ?? 1) - 1 && lap <= (toLap ?? Infinity))
    .filter((lap) => lap > 0)
  const isChosen = fromLap !== undefined || toLap !== undefined
  return gapOver(telling, other, isChosen ? chosen : chosen.slice(-lately - 1))
}
