import { exact, fact, note, type Piece } from '#core/composer/say.ts'
import { computedFact } from '../../computed-fact.ts'
import { lapAt, placesCited, raceNamed } from '../in-race.ts'
import { asksForPlacesOnLap, asksToTheEnd } from './places-on-lap.ts'
import type { CarTelling, Written } from '../telling.ts'

/** From the end of a lap, at the earliest lap 1, the first order that the sheet has, to the end. */
export function fromStart({ car, who, race, keep }: CarTelling, lap = 1): Written {
  const first = lap === 1 ? car.pattern.story.positionAfterLap1 : lapAt(car.pattern, lap)?.position
  const field = car.pattern.position === null ? 'positionOnRoad' : 'position'
  const end = car.own(field)
  if (first === null || first === undefined)
    return { outcome: 'not-in-data', sentences: [note`The sheet has no starting grid.`] }
  const start = car.own(lap === 1 ? 'story.positionAfterLap1' : `laps.${lap}.position`)
  const change = Number(start.value) - Number(end.value)
  const places = keep(
    computedFact('difference', [start, end], 'places', `Places from lap ${lap} to the end`),
  )
  const moved: Piece =
    change === 0
      ? [who.You, ' neither gained nor lost a place']
      : [who.You, change > 0 ? ' gained ' : ' lost ', placesCited(places)]
  const pits: Piece =
    lap === 1 && car.pattern.story.startedFromPitLane && !car.isFieldFromPitLane
      ? ' and a start from the pit lane'
      : ''
  return {
    sentences: [
      fact`${moved}: from ${exact(start)} after ${exact(car.own(`laps.${lap}.lap`))}${pits} to ${exact(end)} at the end of ${raceNamed(race)}${field === 'position' ? ', by the results' : ', on the road'}.`,
      field === 'position' && end.value !== car.pattern.positionOnRoad
        ? fact`On the road the place at the end was ${exact(car.own('positionOnRoad'))}.`
        : undefined,
      lap > 1
        ? undefined
        : note`The starting grid is not in the timing: the first order it holds is the end of the opening lap.`,
      lap > 1
        ? undefined
        : fact`On the way ${who.you} won ${placesCited(car.own('story.placesWon'))} and lost ${exact(car.own('story.placesLost'))}.`,
    ],
    asked: change === 0 ? [start, end] : [places, start, end],
    suggestions: ['Who passed me?', 'Tell me the story of my race'],
  }
}

/** "How many places did I make up after the stop?", "after lap 15?": from there to the end. */
export function sinceAsked(telling: CarTelling, moment: number | undefined): Written | undefined {
  const { text, scope } = telling.ask.part
  if (!asksForPlacesOnLap(text)) return undefined
  const first = scope.filter?.fromLap
  if (moment === undefined && first !== undefined) return fromStart(telling, Math.max(1, first - 1))
  return asksToTheEnd(text) ? fromStart(telling, moment) : undefined
}
