import { expect, test } from 'vitest'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { subjectOf } from '#core/domain/grounding/subject.ts'
import { collections } from '#core/ports/document-store.ts'
import { RaceDocument } from '#core/protocol/documents/race-document.ts'
import { factOf } from '#core/protocol/facts/fact-catalogue.ts'
import { scalarFields, valueAt } from '#core/protocol/facts/fact-entry.ts'
import { parseDocument } from '#core/protocol/facts/find-fact.ts'
import { demoSeason } from '../testing/test-season.ts'

/** Figures that no sentence of a model may give: the check has no name for them, so it withholds them. */
const unnamed = [
  'races raceNumber',
  'races utcOffsetHours',
  'races sectionTimes',
  'races flags',
  'races weather',
  'races dataQuality.count',
  'ml_weather_recommendations clampedLaps',
  'ml_weather_recommendations series.utcSeconds',
  'ml_weather_recommendations rain.maximum',
  'ml_weather_recommendations field.trackChange.limitPct',
  'ml_weather_recommendations regression.',
  'ml_pattern_recommendations laps.driverNumber',
  'ml_pattern_recommendations laps.stint',
]

test.each(collections)(
  'the check knows what every number of %s is about',
  async (collection) => {
    const store = openSqliteDocumentStore((await demoSeason()).store)
    const reader = await store.current()
    if (reader === undefined) throw new Error('no season is published')
    const strange = new Set<string>()
    const { documents } = await reader.list(collection, { limit: 30 })
    for (const { id, document } of documents) {
      const raceId = valueAt(document, 'raceId')
      const stored = typeof raceId === 'string' ? await reader.get('races', raceId) : undefined
      const race = stored === undefined ? undefined : RaceDocument.parse(stored)
      const parsed = parseDocument(collection, document)
      for (const field of scalarFields(document)) {
        const fact = factOf(parsed, id, field, race)
        if (typeof fact?.value !== 'number' || fact.unit === 'lap') continue
        const { trackIds, names, figure } = subjectOf(fact)
        const isNamed = figure.tags.length > 0 || figure.counts !== undefined
        const name = `${collection} ${names.join('.')}`
        if (trackIds.length === 0) strange.add(`${name}: of which track`)
        if (!isNamed && !unnamed.some((known) => name.startsWith(known))) strange.add(name)
      }
    }
    await store.close()
    expect([...strange]).toEqual([])
  },
  120_000,
)
