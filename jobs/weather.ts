import { writeWeather } from '#core/composer/weather-sentences.ts'
import type { Batch } from './batch.ts'
import type { Job } from './job.ts'
import { weatherDocument } from './weather-document.ts'
import { otherRaceOf, type Weekend } from './weekend.ts'

/** Job 3: the weather of each race, what the track did to everyone, and the two days side by side. */
export const weather: Job = {
  name: 'weather',
  writes: ['ml_weather_recommendations'],
  batches: weatherBatches,
}

function* weatherBatches(weekend: Weekend): Iterable<Batch> {
  yield {
    collection: 'ml_weather_recommendations',
    documents: weekend.races.map((race) => {
      const figures = weatherDocument(race, otherRaceOf(weekend, race))
      return { id: race.timing.raceId, document: writeWeather(figures) }
    }),
  }
}
