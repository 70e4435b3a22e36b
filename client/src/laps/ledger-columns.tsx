import Box from '@mui/material/Box'
import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_basic,
  tableFeatures,
} from '@tanstack/react-table'
import { sectionName } from '#core/domain/fact-text.ts'
import {
  type SectionId,
  sectionIds,
  type SubSectionId,
  subSectionIds,
  subSectionsOf,
} from '#core/domain/quantity.ts'
import { formatTime } from '#core/domain/time.ts'
import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'
import { flagWords } from './flag-words.ts'
import { bestInWords, countsInWords, placesInWords } from './lap-words.ts'

export const ledgerFeatures = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic },
})

const column = createColumnHelper<typeof ledgerFeatures, LedgerLap>()

/** What is missing sorts to the end, whichever way. */
const sorting = { sortFn: 'basic', sortUndefined: 'last' } as const
const missing = '–'

/** The columns of a ledger; a section that the car was never timed in has none. */
export function ledgerColumns(laps: readonly LedgerLap[], hasSubSections: boolean) {
  return column.columns([
    column.accessor('lap', { header: 'Lap' }),
    column.accessor((lap) => lap.lapTimeMs ?? undefined, {
      id: 'time',
      header: 'Time',
      cell: ({ row, getValue }) => <LapTime lap={row.original} timeMs={getValue()} />,
      ...sorting,
    }),
    ...timedSections(laps, hasSubSections).map((section) => {
      const bestMs = bestOf(laps, section)
      return column.accessor((lap) => timeIn(lap, section), {
        id: section,
        header: headerOf(section),
        cell: ({ getValue }) => <SectionTime timeMs={getValue()} bestMs={bestMs} />,
        ...sorting,
      })
    }),
    column.accessor((lap) => `${Number(!lap.isClean)} ${countsInWords(lap)}`, {
      id: 'counts',
      header: 'Counts',
      cell: ({ row }) => <Counts lap={row.original} />,
      ...sorting,
    }),
    column.accessor((lap) => lap.position ?? undefined, {
      id: 'position',
      header: 'Position',
      cell: ({ getValue }) => getValue() ?? missing,
      ...sorting,
    }),
    column.accessor((lap) => lap.intervalMs ?? undefined, {
      id: 'interval',
      header: 'Ahead, s',
      cell: ({ row, getValue }) => intervalText(getValue(), row.original.ahead),
      ...sorting,
    }),
    column.accessor((lap) => lap.placesLost ?? undefined, {
      id: 'places',
      header: 'Places',
      cell: ({ row }) => <Places lap={row.original} />,
      ...sorting,
    }),
    column.accessor((lap) => lap.pitTimeMs ?? undefined, {
      id: 'pit',
      header: 'Pit',
      cell: ({ row, getValue }) => pitText(row.original.isPitIn, getValue()),
      ...sorting,
    }),
    column.accessor(({ flagAtLine }) => flagWords[flagAtLine], {
      id: 'flag',
      header: 'Flag at the line',
      ...sorting,
    }),
  ])
}

function timedSections(laps: readonly LedgerLap[], hasSubSections: boolean) {
  const wanted = hasSubSections
    ? sectionIds.flatMap((section) => [section, ...subSectionsOf[section]])
    : sectionIds
  return wanted.filter((section) => bestOf(laps, section) !== undefined)
}

export function hasTimedSubSections(laps: readonly LedgerLap[]): boolean {
  return laps.some(({ subSectionMs }) => subSectionIds.some((id) => subSectionMs[id] !== null))
}

function timeIn(lap: LedgerLap, section: SectionId | SubSectionId): number | undefined {
  const times = { ...lap.sectionMs, ...lap.subSectionMs }
  return times[section] ?? undefined
}

function bestOf(laps: readonly LedgerLap[], section: SectionId | SubSectionId) {
  const times = laps.flatMap((lap) => timeIn(lap, section) ?? [])
  return times.length === 0 ? undefined : times.reduce((a, b) => Math.min(a, b))
}

/** 'Section 2', 'to mid loop', 'to the end': a half stands beside its section. */
function headerOf(section: SectionId | SubSectionId): string {
  if (section.endsWith('a')) return 'to mid loop'
  return section.endsWith('b') ? 'to the end' : sectionName(section)
}

function intervalText(intervalMs: number | undefined, ahead: string | null): string {
  if (intervalMs === undefined) return missing
  return `${formatTime(intervalMs)}${ahead === null ? '' : ` to ${ahead}`}`
}

function pitText(isPitIn: boolean, pitTimeMs: number | undefined): string {
  if (pitTimeMs !== undefined) return `${isPitIn ? 'in, ' : ''}${formatTime(pitTimeMs)}`
  return isPitIn ? 'in' : ''
}

type LapProps = { readonly lap: LedgerLap }

function LapTime({ lap, timeMs }: LapProps & { readonly timeMs: number | undefined }) {
  if (timeMs === undefined) return missing
  const best = bestInWords(lap)
  if (best === undefined) return formatTime(timeMs)
  return (
    <Box
      component="b"
      title={best}
      sx={{ color: lap.isFieldBest ? 'fieldBest.main' : 'ownBest.main' }}
    >
      ◆ {formatTime(timeMs)}
    </Box>
  )
}

function Counts({ lap }: LapProps) {
  return (
    <Box component="span" sx={{ color: lap.isClean ? 'text.primary' : 'text.secondary' }}>
      {lap.isClean ? '' : '○ '}
      {countsInWords(lap)}
      {lap.isIncident ? ', over 3 % off the pace' : ''}
      {lap.isNotInOfficialList ? ', not in the official list of best laps' : ''}
    </Box>
  )
}

function Places({ lap }: LapProps) {
  const words = placesInWords(lap)
  const { placesLost } = lap
  if (words === undefined || placesLost === null) return ''
  const sign = placesLost < 0 ? '▲' : placesLost > 0 ? '▼' : '↕'
  const colour = placesLost < 0 ? 'gain.main' : placesLost > 0 ? 'loss.main' : 'text.secondary'
  return (
    <Box component="span" sx={{ color: colour }}>
      {sign} {words}
    </Box>
  )
}

type SectionTimeProps = {
  readonly timeMs: number | undefined
  readonly bestMs: number | undefined
}

function SectionTime({ timeMs, bestMs }: SectionTimeProps) {
  if (timeMs === undefined) return missing
  if (timeMs !== bestMs) return formatTime(timeMs)
  return (
    <Box component="b" title="best of this car" sx={{ color: 'ownBest.main' }}>
      ◆ {formatTime(timeMs)}
    </Box>
  )
}
