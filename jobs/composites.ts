import type { SectionBest } from '#core/domain/best-section.ts'
import { type ClassComposite, classComposites } from '#core/domain/composite.ts'
import type { RaceId, TrackId } from '#core/domain/ids.ts'
import { compositeId } from '#core/protocol/documents/collections.ts'
import type { CompositeDocument } from '#core/protocol/documents/composite-document.ts'
import { compositeSums } from './composite-sums.ts'
import type { Batch } from './batch.ts'
import type { Job } from './job.ts'
import { raceDocument } from './race-document.ts'
import { trackDocument } from './track-document.ts'
import { classIfSeveral, type Weekend, type WeekendRace } from './weekend.ts'

/** Job 1: the best sections of each race and of the track, and with them tracks and races themselves. */
export const composites: Job = {
  name: 'composites',
  writes: ['tracks', 'races', 'best_case_composites'],
  batches: compositeBatches,
}

function* compositeBatches(weekend: Weekend): Iterable<Batch> {
  const { track, races } = weekend
  const ofTrack = classComposites(
    races.map(({ timing, ledger }) => ({ raceId: timing.raceId, laps: ledger })),
  )
  const sheets = timingSheets(races)
  yield {
    collection: 'tracks',
    documents: [
      { id: track.trackId, document: trackDocument(weekend, compositeSums(ofTrack, races)) },
    ],
  }
  yield {
    collection: 'races',
    documents: races.map((race) => ({
      id: race.timing.raceId,
      document: raceDocument(race, track, compositeSums(race.composites, [race])),
    })),
  }
  yield {
    collection: 'best_case_composites',
    documents: [
      ...compositeDocuments('track', track.trackId, track.trackId, ofTrack, sheets),
      ...races.flatMap(({ timing, composites: ofRace }) =>
        compositeDocuments('race', timing.raceId, track.trackId, ofRace, sheets),
      ),
    ],
  }
}

/** The cell of the timing sheet that a best was read from. */
type TimingSheets = (best: SectionBest) => CompositeDocument['source']

function timingSheets(races: readonly WeekendRace[]): TimingSheets {
  const byId = new Map(races.map((race) => [race.timing.raceId, race]))
  return ({ raceId, section, line }) => {
    const race = byId.get(raceId)
    if (race === undefined) throw new Error(`${raceId} is not a race of this weekend`)
    return { file: race.timing.timingFile, line, column: race.columns[section] ?? section }
  }
}

function compositeDocuments(
  scope: 'race' | 'track',
  of: RaceId | TrackId,
  trackId: TrackId,
  classes: readonly ClassComposite[],
  sourceOf: TimingSheets,
) {
  return classes.flatMap(({ carClass, all, clean }) =>
    all.sections.map((best) => {
      const bestClean = clean.sections.find(({ section }) => section === best.section)
      return {
        id: compositeId(of, best.section, classIfSeveral(classes, carClass)),
        document: compositeDocument({ scope, trackId, carClass }, best, bestClean, sourceOf),
      }
    }),
  )
}

const withinMs = 100

function compositeDocument(
  of: Pick<CompositeDocument, 'scope' | 'trackId' | 'carClass'>,
  best: SectionBest,
  bestClean: SectionBest | undefined,
  sourceOf: TimingSheets,
): CompositeDocument {
  return {
    ...of,
    raceId: best.raceId,
    section: best.section,
    bestMs: best.bestMs,
    car: best.car,
    lap: best.lapNumber,
    flagAtLine: best.flagAtLine,
    isClean: best.isClean,
    excludedBecause: [...best.excludedBecause],
    bestClean:
      best.isClean || bestClean === undefined
        ? null
        : {
            bestMs: bestClean.bestMs,
            raceId: bestClean.raceId,
            car: bestClean.car,
            lap: bestClean.lapNumber,
          },
    withinMs,
    repeatedLaps: best.repeated.laps,
    repeatedBy: [...best.repeated.cars],
    source: sourceOf(best),
  }
}
