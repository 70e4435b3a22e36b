import { coachedCar, coachedRace } from '#core/composer/coached-car.ts'
import { writeCoaching } from '#core/composer/coaching.ts'
import type { CarNumber, RaceId } from '#core/domain/ids.ts'
import { carInRaceId } from '#core/protocol/documents/collections.ts'
import type { Card } from '#core/protocol/documents/coaching-document.ts'
import { cardsOf } from './coaching-cards.ts'
import type { Batch } from './batch.ts'
import type { Job } from './job.ts'
import type { Weekend } from './weekend.ts'
import type { WrittenDocuments } from './written-documents.ts'

/** Job 5: what a coach would say of each car, from what jobs 1 to 4 wrote. */
export const coaching: Job = {
  name: 'coaching',
  writes: ['coaching_insights'],
  batches: coachingBatches,
}

async function* coachingBatches(weekend: Weekend, written: WrittenDocuments): AsyncIterable<Batch> {
  const track = await written.track(weekend.track.trackId)
  const races = await Promise.all(
    weekend.races.map(async ({ timing }) => await readRace(timing.raceId, written)),
  )
  const [race1, race2] = [1, 2].map((number) =>
    races.find(({ race }) => race.raceNumber === number),
  )
  const cards = race1 === undefined ? new Map<CarNumber, Card>() : cardsOf(race1, race2)
  const writtenCards = new Map<CarNumber, Card>()
  for (const { raceId, race, weather, patterns } of races) {
    const coached = coachedRace({ track, race, weather, patterns })
    const documents = patterns.map((pattern) => {
      const document = writeCoaching(coachedCar(coached, pattern), {
        card: race === race1?.race ? (cards.get(pattern.car) ?? null) : null,
        previousCard: race === race2?.race ? (writtenCards.get(pattern.car) ?? null) : null,
      })
      if (document.card !== null) writtenCards.set(pattern.car, document.card)
      return { id: carInRaceId(raceId, pattern.car), document }
    })
    yield { collection: 'coaching_insights', documents }
  }
}

async function readRace(raceId: RaceId, written: WrittenDocuments) {
  const race = await written.race(raceId)
  const weather = await written.weather(raceId)
  const patterns = await Promise.all(
    race.cars.map(async ({ car }) => await written.pattern(raceId, car)),
  )
  return { raceId, race, weather, patterns }
}
