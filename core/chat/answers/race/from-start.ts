import { exact, fact, note, type Piece } from '#core/composer/say.ts'
import { computedFact } from '../../computed-fact.ts'
import { placesCited, raceNamed } from '../in-race.ts'
import type { CarTelling, Written } from '../telling.ts'

/** From the end of lap 1, the first order that the sheet has, to the end. */
export function fromStart({ car, who, race, keep }: CarTelling): Written {
  const { positionAfterLap1 } = car.pattern.story
  const field = car.pattern.position === null ? 'positionOnRoad' : 'position'
  const end = car.own(field)
  if (positionAfterLap1 === null)
    return { outcome: 'not-in-data', sentences: [note`The sheet has no starting grid.`] }
  const start = car.own('story.positionAfterLap1')
  const change = Number(start.value) - Number(end.value)
  const places = keep(
    computedFact('difference', [start, end], 'places', 'Places from lap 1 to the end'),
  )
  const moved: Piece =
    change === 0
      ? 'no place gained or lost'
      : [placesCited(places), change > 0 ? ' gained' : ' lost']
  return {
    sentences: [
      fact`From ${exact(start)} after ${exact(car.own('laps.1.lap'))} to ${exact(end)} at the end of ${raceNamed(race)}: ${moved}${field === 'position' ? ', by the results' : ', on the road'}.`,
      note`The starting grid is not in the timing: the first order it holds is the end of the opening lap.`,
      fact`On the way ${who.you} won ${placesCited(car.own('story.placesWon'))} and lost ${exact(car.own('story.placesLost'))}.`,
    ],
    asked: [start, end],
    suggestions: ['Who passed me?', 'Tell me the story of my race'],
  }
}
