import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import TableSortLabel from '@mui/material/TableSortLabel'
import { useQuery } from '@tanstack/react-query'
import { useTable } from '@tanstack/react-table'
import { useMemo } from 'react'
import type { CarSummary } from '#core/protocol/rest/car-summary.ts'
import { lapChartQuery } from '../api/race-queries.ts'
import { useIsAlive } from '../shell/use-is-alive.ts'
import { useSpotlight } from '../screen/spotlight.tsx'
import { Card } from '../shell/card.tsx'
import { SideScroll } from '../shell/side-scroll.tsx'
import { fieldColumns, fieldFeatures } from './field-columns.tsx'
import { fieldRows } from './field-rows.ts'

type FieldCardProps = { readonly raceId: string; readonly cars: readonly CarSummary[] }

/** The field, sortable by any of its figures. */
export function FieldCard({ raceId, cars }: FieldCardProps) {
  // All laps of the field are much to send: the table stands before they are there.
  const { data: chart } = useQuery({ ...lapChartQuery(raceId), enabled: useIsAlive() })
  const data = useMemo(() => fieldRows(raceId, cars, chart?.cars), [raceId, cars, chart])
  const { spot, shine } = useSpotlight()
  const table = useTable({
    features: fieldFeatures,
    columns: fieldColumns,
    data: [...data],
    initialState: { sorting: [{ id: 'position', desc: false }] },
    enableSortingRemoval: false,
  })
  return (
    <Card
      title="Field"
      note="Gap: to the fastest lap of the class. Median, pace and consistency over green laps; every strip of laps has the same scale, quick to the left."
    >
      <SideScroll label="Cars and their figures">
        <Table size="small" sx={look}>
          <TableHead>
            {table.getHeaderGroups().map((group) => (
              <TableRow key={group.id}>
                {group.headers.map((header) => {
                  const { id, column } = header
                  const direction = column.getIsSorted()
                  return (
                    <TableCell
                      key={id}
                      align={isNumber(id) ? 'right' : 'left'}
                      {...(direction !== false && { sortDirection: direction })}
                    >
                      <TableSortLabel
                        sx={{ minHeight: { xs: 48, md: 24 } }}
                        active={direction !== false}
                        direction={direction === false ? 'asc' : direction}
                        onClick={() => column.toggleSorting(direction === 'asc')}
                      >
                        <table.FlexRender header={header} />
                      </TableSortLabel>
                    </TableCell>
                  )
                })}
              </TableRow>
            ))}
          </TableHead>
          <TableBody>
            {table.getRowModel().rows.map((row) => (
              <TableRow
                key={row.original.car}
                hover
                selected={spot?.car === row.original.car}
                onMouseEnter={() => shine({ raceId, car: row.original.car })}
                onMouseLeave={() => shine(undefined)}
              >
                {row.getAllCells().map((cell) => (
                  <TableCell key={cell.id} align={isNumber(cell.column.id) ? 'right' : 'left'}>
                    <table.FlexRender cell={cell} />
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </SideScroll>
    </Card>
  )
}

const words = new Set(['car', 'consistency'])
const isNumber = (columnId: string) => !words.has(columnId)

const look = {
  '& td': { whiteSpace: 'nowrap' },
  // Only long headings break, and once.
  '& th': { verticalAlign: 'bottom', whiteSpace: 'nowrap' },
  '& th:nth-of-type(5), & th:nth-of-type(7)': { minWidth: 124, whiteSpace: 'normal' },
  // Whose figures they are stays in sight while they scroll.
  '& th:nth-of-type(2), & td:nth-of-type(2)': {
    position: { xs: 'sticky', md: 'static' },
    left: 0,
    bgcolor: { xs: 'background.paper', md: 'transparent' },
  },
} as const
