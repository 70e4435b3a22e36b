import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_basic,
  tableFeatures,
} from '@tanstack/react-table'
import Link from '@mui/material/Link'
import { Link as RouterLink } from 'react-router'
import { formatTime } from '#core/domain/time.ts'
import type { CarSummary } from '#core/protocol/rest/car-summary.ts'
import { addressOf } from '../addresses.ts'
import { signedGap } from '../numbers/signed-gap.ts'
import { DotStrip } from './dot-strip.tsx'

/** A car of the field with the lap times that its consistency is drawn from. */
export type FieldRow = CarSummary & {
  readonly raceId: string
  /** To the fastest lap of the class. */
  readonly gapMs: number | undefined
  readonly greenLapsMs: readonly number[]
  /** The lap times between which all strips of the field are drawn. */
  readonly stripMs: readonly [number, number]
}

export const fieldFeatures = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic },
})

const column = createColumnHelper<typeof fieldFeatures, FieldRow>()
const time = (ms: number | undefined) => (ms === undefined ? '–' : formatTime(ms))

/** Missing figures sort to the end, whichever way. */
const sorting = { sortFn: 'basic', sortUndefined: 'last' } as const

export const fieldColumns = column.columns([
  column.accessor((row) => row.position ?? undefined, {
    id: 'position',
    header: 'Pos',
    cell: ({ getValue }) => getValue() ?? '–',
    ...sorting,
  }),
  column.accessor('car', {
    header: 'Car',
    cell: ({ row }) => (
      <Link
        component={RouterLink}
        to={addressOf.car(row.original.raceId, row.original.car)}
        sx={{
          fontWeight: 'fontWeightMedium',
          display: 'inline-block',
          minWidth: 44,
          py: { xs: 3.5, md: 0 },
          my: { xs: -1.5, md: 0 },
        }}
      >
        {row.original.car}
      </Link>
    ),
    sortFn: (a, b) => a.original.car.localeCompare(b.original.car, 'en', { numeric: true }),
  }),
  column.accessor((row) => row.bestLap?.lapTimeMs, {
    id: 'best',
    header: 'Best lap',
    cell: ({ getValue }) => time(getValue()),
    ...sorting,
  }),
  column.accessor((row) => row.gapMs, {
    id: 'gap',
    header: 'Gap',
    cell: ({ getValue }) => gapText(getValue()),
    ...sorting,
  }),
  column.accessor((row) => row.pace?.gapMs ?? undefined, {
    id: 'pace',
    header: 'Pace off the quick quarter',
    cell: ({ getValue }) => gapText(getValue()),
    ...sorting,
  }),
  column.accessor((row) => row.medianMs ?? undefined, {
    id: 'median',
    header: 'Median',
    cell: ({ getValue }) => time(getValue()),
    ...sorting,
  }),
  column.accessor((row) => row.idealLapMs ?? undefined, {
    id: 'ideal',
    header: 'Best sections put together',
    cell: ({ getValue }) => time(getValue()),
    ...sorting,
  }),
  column.accessor((row) => row.consistencyScore ?? undefined, {
    id: 'consistency',
    header: 'Consistency',
    cell: ({ row, getValue }) => (
      <DotStrip
        score={getValue()}
        lapsMs={row.original.greenLapsMs}
        betweenMs={row.original.stripMs}
      />
    ),
    ...sorting,
  }),
  column.accessor('cleanLaps', {
    header: 'Green laps',
    cell: ({ row }) => `${row.original.cleanLaps} of ${row.original.laps}`,
    ...sorting,
  }),
])

function gapText(ms: number | undefined): string {
  return ms === undefined ? '–' : signedGap(ms)
}
