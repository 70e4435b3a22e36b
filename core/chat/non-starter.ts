import type { CoachedRace } from '#core/composer/coached-car.ts'
import { exact, fact } from '#core/composer/say.ts'
import type { Draft } from './draft.ts'
import { raceNamed } from './answers/in-race.ts'
import { answering } from './answers/yes-no.ts'
import type { SeasonFacts } from './season-facts.ts'
import type { Part, Unknown } from './understanding/understanding.ts'

/** A car that is not in the timing of a race may yet stand in its results. */
export async function notStarted(
  [first]: readonly Unknown[],
  read: readonly Part[],
  season: SeasonFacts,
) {
  const part = read.find(({ unknown, scope }) => unknown.length > 0 && scope.raceId !== undefined)
  const raceId = part?.scope.raceId
  if (first?.what !== 'car' || part === undefined || raceId === undefined) return undefined
  return nonStarter(await season.race(raceId), first.text, part.text)
}

function nonStarter(coached: CoachedRace, car: string, text: string): Draft | undefined {
  const { race, ofRace } = coached
  const at = race.dataQuality.findIndex(
    ({ code, cars }) => code === 'did-not-start' && cars.some((one) => one === car),
  )
  if (at < 0) return undefined
  const cited = ofRace(`dataQuality.${at}.text`)
  const isDenied = /\bnot\b|n't\b|\bdns\b|\bwithout\b|\bmiss\w*/i.test(text)
  const suggestions = ['Who did not finish?', 'Who won?', 'How many cars took part?']
  return {
    outcome: 'answered',
    sentences: [
      answering(
        text,
        isDenied,
        fact`Car ${car} did not start ${raceNamed(coached)}: it stands in the results with no lap.`,
      ),
      fact`${exact(cited)}`,
    ],
    facts: [cited, ofRace('raceNumber')],
    asked: [cited.id],
    suggestions: suggestions.map((one) => ({ label: one, text: one })),
  }
}
