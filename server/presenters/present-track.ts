import type { RaceDocument } from '#core/protocol/documents/race-document.ts'
import type { TrackDocument } from '#core/protocol/documents/track-document.ts'
import type { TrackAnswer, TrackSummary } from '#core/protocol/rest/track-answer.ts'

export function presentTrack(track: TrackDocument, races: readonly RaceDocument[]): TrackAnswer {
  const raceIds = races.filter((race) => race.trackId === track.trackId).map((race) => race.raceId)
  return { ...track, raceIds, classes: Object.values(track.classes) }
}

export function presentTrackSummary(
  track: TrackDocument,
  races: readonly RaceDocument[],
): TrackSummary {
  const { cornerPositions: _positions, sources: _sources, ...summary } = presentTrack(track, races)
  return summary
}
