import { useMemo } from 'react'
import { formatTime } from '#core/domain/time.ts'
import { factText } from '#core/domain/fact-text.ts'
import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'
import { useSelection } from '../screen/selection.ts'
import { loopShares, mapParts, type PartId, type PerPart } from '../track-map/map-part.ts'
import {
  gapsOf,
  isCorrected,
  partFigures,
  type PartFigures,
  type FigureSources,
} from './part-figures.ts'
import { playedLapOf } from './played-lap-of.ts'
import type { CarAnswers } from './use-car-answers.ts'
import { referenceName } from './words.ts'

/** What the map, the playback and the sections show of the chosen lap, or of the median. */
export function useLapPicture({ race, track, patterns, sources }: CarAnswers) {
  const [{ lap: lapNumber, against }] = useSelection()
  const { sections } = sources
  const times = useMemo(() => timesOf(sections), [sections])
  const parts = useMemo(() => mapParts(track, race.layout, times), [track, race.layout, times])
  const lap = sources.ledger.find((one) => one.lap === lapNumber)
  const figures = partFigures(parts, sources, { lap, against })
  const bestLap = patterns.bestLap?.lap
  const played = useMemo(() => {
    const playing = lapToPlay(sources.ledger, lapNumber, bestLap)
    if (playing === undefined) return undefined
    const shares = loopShares(track, times)
    return playedLapOf({ lap: playing, bestLap, against, parts, sources, shares })
  }, [lapNumber, sources, track, times, parts, bestLap, against])
  const isMedian = lap === undefined
  const counted = patterns.cleanLaps === 0 ? 'no green lap' : `${patterns.cleanLaps} green laps`
  const over = isMedian ? counted : `lap ${lap.lap}${lap.isClean ? '' : ', not a green lap'}`
  const how = isCorrected(against) ? 'corrected for the track' : 'as driven'
  return {
    map: {
      parts,
      gaps: gapsOf(figures),
      against: referenceName(against),
      // The sections beside it say over how many laps.
      note: `Off ${referenceName(against)}${isMedian ? '' : ` on ${over}`}, ${how}; wider = more`,
      tell: (id: PartId) => tellFigures(figures, id),
      played,
    },
    table: {
      figures,
      note: `Seconds; ${over}, ${isMedian ? how : `gaps ${how}`}`,
      isLap: !isMedian,
      timeName: isMedian ? (isCorrected(against) ? 'Pace' : 'Median') : `Lap ${lap.lap}`,
    },
  }
}

/** The chosen lap; where none is, the best, else the first that has a time. */
function lapToPlay(
  ledger: readonly LedgerLap[],
  chosen: number | undefined,
  bestLap: number | undefined,
): LedgerLap | undefined {
  const numbered = (wanted: number | undefined) => ledger.find(({ lap }) => lap === wanted)
  const first = ledger.find(({ lapTimeMs }) => lapTimeMs !== null)
  return numbered(chosen) ?? numbered(bestLap) ?? first
}

/** Where sections lie on a ring, and how long they are: by the field's times, else the car's own. */
function timesOf({ sections }: FigureSources['sections']): PerPart<number> {
  const own = sections.flatMap(({ section, quickQuarterMs, pace, medianMs }) =>
    entry(section, quickQuarterMs ?? pace?.paceMs ?? medianMs),
  )
  const halves = sections.flatMap(({ subSections }) =>
    subSections.flatMap(({ subSection, quickQuarterMs, pace }) =>
      entry(subSection, quickQuarterMs ?? pace?.paceMs),
    ),
  )
  return Object.fromEntries([...own, ...halves])
}

function entry(id: PartId, ms: number | null | undefined): readonly [PartId, number][] {
  return ms === null || ms === undefined ? [] : [[id, ms]]
}

function tellFigures(figures: readonly PartFigures[], id: PartId): string | undefined {
  const found = figures.find(({ part }) => part.id === id)
  if (found?.timeMs === undefined) return undefined
  const { timeMs, rank, of } = found
  const ranked =
    rank === undefined || of === undefined ? '' : `, ${factText('rank', rank)} of ${of}`
  return `${formatTime(timeMs)}${ranked}`
}
