import { countCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { note } from '#core/composer/say.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { workOn } from './work-on.ts'

/** The card for the next race run (D15). */
export async function card(question: CarQuestion): Promise<Written> {
  const { ask, car } = question
  const { race, pattern } = car
  const later = (await ask.season.races()).find(
    ({ trackId, raceNumber }) => trackId === race.trackId && raceNumber > race.raceNumber,
  )
  const { card: written } = await ask.season.coaching(pattern.raceId, pattern.car)
  const next = [
    'Which of my own laps should I repeat?',
    'Whose onboard do I watch?',
    'Was the target met?',
  ]
  if (written !== null) {
    const facts = (await ask.season.coaching(pattern.raceId, pattern.car)).facts
    return {
      verdict: true,
      sentences: written.sentences,
      asked: [facts('card.quantity'), facts('card.paceGapMs'), facts('card.aimGapMs')],
      also: [facts('card.repeatGainMs')],
      suggestions: next,
    }
  }
  const instead = workOn(question)
  const why =
    race.raceNumber > 1 && later === undefined
      ? note`There is no later race at this track in the season, so there is no card; this is what to take along.`
      : noCard(car)
  return { ...instead, verdict: false, sentences: [why, ...instead.sentences.slice(0, 2)] }
}

export function noCard({ pattern, own }: CoachedCar) {
  if (pattern.lap.paceMs === null)
    return note`There is no card: ${countCited(own('cleanLaps'), 'green lap')} are too few for an aim.`
  if (pattern.opportunities.length === 0)
    return note`There is no card: no section is off the quick quarter.`
  return note`There is no card: your quickest laps in the weakest section are too few, or one stretch, so they are no habit to aim at.`
}
