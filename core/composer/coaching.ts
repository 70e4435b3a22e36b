import type { Card, CoachingDocument } from '#core/protocol/documents/coaching-document.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { CoachedCar, Observation } from './coached-car.ts'
import { actions } from './coaching-actions.ts'
import { writeCard } from './coaching-card.ts'
import { daySentences, trafficSentences } from './coaching-day.ts'
import { asDrivenSentences, fewLapsObservations, fewLapsSummary } from './coaching-few-laps.ts'
import { hypotheses, isMaybeHeldUp } from './coaching-hypotheses.ts'
import { lapSentences } from './coaching-laps.ts'
import { repeatSentences, sameSectionSentences } from './coaching-repeat.ts'
import { steadinessSentences } from './coaching-steadiness.ts'
import { bestLapSentences, strengthSentences } from './coaching-strength.ts'
import { storySentences } from './coaching-story.ts'
import { summary } from './coaching-summary.ts'
import { whereSentences } from './coaching-where.ts'

const mostObservations = 9
/** What is worth less is told only to a car of which little else is known. */
const worthSaying = 59
const fewestObservations = 6

/** The figures of the cards that a car's document holds; race 1's is written already. */
export type CardsOfCar = { readonly card: Card | null; readonly previousCard: Card | null }

/** What a coach would say of a car in a race, from the facts of jobs 1 to 4. */
export function writeCoaching(car: CoachedCar, cards: CardsOfCar): CoachingDocument {
  const { raceId, trackId, car: number, carClass, hasEnoughLaps } = car.pattern
  const document: CoachingDocument = {
    raceId,
    trackId,
    car: number,
    carClass,
    hasEnoughLaps,
    ...(hasEnoughLaps ? told(car) : tooLittle(car)),
    ...cards,
    writtenBy: { author: 'composer', model: null, promptHash: null, factsHash: null },
    withheld: [],
  }
  return { ...document, card: writeCard(car, document) }
}

function told(car: CoachedCar) {
  return {
    summary: summary(car),
    observations: observations(car),
    hypotheses: hypotheses(car),
    actions: actions(car),
  }
}

function tooLittle(car: CoachedCar) {
  return {
    summary: fewLapsSummary(car),
    observations: fewLapsObservations(car),
    hypotheses: [],
    actions: [],
  }
}

/** In the order of a debrief; those worth least are left out. */
function observations(car: CoachedCar): Sentence[] {
  const all: readonly Observation[] = [
    ...whereSentences(car),
    ...asDrivenSentences(car),
    ...repeatSentences(car),
    ...sameSectionSentences(car),
    ...steadinessSentences(car),
    ...strengthSentences(car),
    ...bestLapSentences(car),
    ...storySentences(car),
    ...(isMaybeHeldUp(car) ? trafficSentences(car) : []),
    ...lapSentences(car),
    ...daySentences(car),
  ]
  const byWorth = all.toSorted((a, b) => b.worth - a.worth).slice(0, mostObservations)
  const kept = new Set(
    byWorth.filter(({ worth }, index) => worth >= worthSaying || index < fewestObservations),
  )
  return all.filter((one) => kept.has(one)).map(({ sentence }) => sentence)
}
