import type { CoachedRace } from '#core/composer/coached-car.ts'
import { exact, fact, short } from '#core/composer/say.ts'
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
  const index = race.dataQuality[at]?.cars.findIndex((one) => one === car) ?? 0
  const own = ofRace(`dataQuality.${at}.cars.${index}`)
  const isDenied = /\bnot\b|n't\b|\bdns\b|\bwithout\b|\bmiss\w*/i.test(text)
  const suggestions = ['Who did not finish?', 'Who won?', 'How many cars took part?']
  return {
    outcome: ofStart.test(text) ? 'answered' : 'not-in-data',
    sentences: [
      answering(
        text,
        isDenied,
        fact`Car ${short(own)} did not start ${raceNamed(coached)}: it stands in the results with no lap.`,
      ),
      fact`${exact(cited)}`,
    ],
    facts: [cited, own, ofRace('raceNumber')],
    asked: [cited.id],
    suggestions: suggestions.map((one) => ({ label: one, text: one })),
  }
}

/** Of a figure that it has none of, there is nothing in the data; whether it raced is. */
const ofStart =
  /\b(?:start\w*|race|raced|racing|part|grid|run|ran|there|finish\w*|results?|list|drive|drove|dns|why|where|laps)\b/i
