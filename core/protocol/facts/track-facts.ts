import { sectionName } from '#core/domain/fact-text.ts'
import type { TrackDocument } from '../documents/track-document.ts'
import type { FactEntry } from './fact-entry.ts'
import { keyOf } from './fact-entry.ts'
import { compositeSumFacts } from './race-facts.ts'

/** The facts of tracks. */
export const trackFacts: readonly FactEntry<TrackDocument>[] = [
  ...compositeSumFacts<TrackDocument>('tracks', (track) => track.trackId),
  { field: 'name', kind: 'word', label: () => 'Name of the track' },
  { field: 'location', kind: 'word', label: () => 'Where the track is' },
  { field: 'direction', kind: 'word', label: () => 'Direction of driving' },
  { field: 'lengthM', kind: 'length', label: () => 'Length of a lap' },
  {
    field: 'cornerRanges.*',
    kind: 'corners',
    label: (context) => `Corners of ${sectionName(keyOf(context))}`,
  },
  { field: 'sections.*.lengthM', kind: 'length', label: () => 'Length of a section' },
  { field: 'sections.*.corners.*', kind: 'word', label: () => 'A corner of a section' },
]
