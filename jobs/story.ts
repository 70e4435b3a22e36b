import type { PositionAt, RaceStory } from '#core/domain/race-story.ts'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'

/** The story of a car's race as its document holds it. */
export function storyOf(story: RaceStory): PatternDocument['story'] {
  const changes = story.changes.map(({ lapNumber, car, isWon, kind }) => ({
    lap: lapNumber,
    car,
    change: isWon ? ('won' as const) : ('lost' as const),
    how: kind,
  }))
  return {
    positionAfterLap1: story.afterLapOne?.position ?? null,
    best: positionAt(story.best),
    worst: positionAt(story.worst),
    placesWon: changes.filter(({ change }) => change === 'won').length,
    placesLost: changes.filter(({ change }) => change === 'lost').length,
    startedFromPitLane: story.startedFromPitLane,
    changes,
    followed: [...story.stretches],
    openings: [...story.gapsOpened],
  }
}

function positionAt(at: PositionAt | undefined) {
  return at === undefined ? null : { position: at.position, lap: at.lapNumber }
}
