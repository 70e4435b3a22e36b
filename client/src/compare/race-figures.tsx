import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { formatTime } from '#core/domain/time.ts'
import type { CarSummary } from '#core/protocol/rest/car-summary.ts'

type RaceFiguresProps = { readonly own: CarSummary; readonly other: CarSummary }

const missing = '–'
const time = (ms: number | null | undefined) =>
  ms === null || ms === undefined ? missing : formatTime(ms)

const figures: readonly (readonly [string, (car: CarSummary) => string])[] = [
  ['Result', ({ position }) => (position === null ? missing : `P${position}`)],
  ['Best lap', ({ bestLap }) => time(bestLap?.lapTimeMs)],
  ['Best sections put together', ({ idealLapMs }) => time(idealLapMs)],
  ['Median of the green laps', ({ medianMs }) => time(medianMs)],
  [
    'Half of the laps within',
    ({ steadyMs }) => (steadyMs === null ? missing : `±${time(steadyMs)} s`),
  ],
  ['Green laps', ({ cleanLaps, laps }) => `${cleanLaps} of ${laps}`],
]

/** The race of both cars in figures, side by side. */
export function RaceFigures({ own, other }: RaceFiguresProps) {
  return (
    <Table size="small" aria-label="The race of both cars" sx={{ maxWidth: 640 }}>
      <TableHead>
        <TableRow>
          <TableCell>Figure</TableCell>
          <TableCell align="right">Car {own.car}</TableCell>
          <TableCell align="right">Car {other.car}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {figures.map(([name, figureOf]) => (
          <TableRow key={name}>
            <TableCell component="th" scope="row">
              {name}
            </TableCell>
            <TableCell align="right">{figureOf(own)}</TableCell>
            <TableCell align="right">{figureOf(other)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
