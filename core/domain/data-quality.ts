import { lapQuality } from './lap-quality.ts'
import type { LedgerLap } from './ledger.ts'
import { officialQuality } from './official-quality.ts'
import type { QualityNote } from './quality-note.ts'
import type { RaceTiming } from './race-timing.ts'
import { sectionQuality } from './section-quality.ts'
import type { Track } from './track.ts'
import { weatherQuality } from './weather-quality.ts'
import { counted } from './wording.ts'

/** What has to be known about the data of a race, in plain words; facts with numbers, in a fixed order. */
export function dataQuality(
  race: RaceTiming,
  ledger: readonly LedgerLap[],
  track: Track,
  refusedRows = 0,
): readonly QualityNote[] {
  return [
    ...(race.isInvented ? invented : []),
    ...rowsRefused(refusedRows),
    ...(race.date === undefined || race.utcOffsetHours === undefined ? noDate : []),
    ...(track.outline === null ? unknownTrack : []),
    ...averageSpeed(track),
    ...sectionQuality(ledger),
    ...lapQuality(ledger),
    ...weatherQuality(race, ledger),
    ...officialQuality(race),
  ]
}

const invented: readonly QualityNote[] = [
  { code: 'invented', text: 'This race is made up. Nobody drove it.' },
]

function rowsRefused(rows: number): readonly QualityNote[] {
  if (rows === 0) return []
  const text = `${counted(rows, 'row')} of the files of this race could not be used. What they held is in no figure; the run that read them told file, line and value.`
  return [{ code: 'rows-refused', text, count: rows }]
}

const noDate: readonly QualityNote[] = [
  {
    code: 'no-date',
    text: 'The date of the race or its time zone is not known, so that laps cannot be laid beside the weather.',
  },
]

const unknownTrack: readonly QualityNote[] = [
  {
    code: 'unknown-track',
    text: 'Of this track nothing is known but its timing: it is drawn as a ring, and sections are named without corners.',
  },
]

const differentLength = 0.01

/** The KPH column is some length over the lap time. Nothing here reads it; whoever looks at the file should know. */
function averageSpeed({ lengthM, kphLengthM }: Track): readonly QualityNote[] {
  if (lengthM === null || kphLengthM === null) return []
  const share = kphLengthM / lengthM - 1
  if (Math.abs(share) <= differentLength) return []
  const percent = (Math.abs(share) * 100).toFixed(1)
  return [
    {
      code: 'average-speed',
      text: `The average speed in the timing file is ${percent} % too ${share < 0 ? 'low' : 'high'}: it is made from a length of ${Math.round(kphLengthM)} m, and the track has ${Math.round(lengthM)} m. It is not used.`,
    },
  ]
}
