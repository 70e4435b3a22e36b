import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import type { QualityRun } from '#core/protocol/rest/quality-answer.ts'
import { Card } from '../shell/card.tsx'

/** What the chat has to reach, and whether it does. */
export function QualityGoals({ goals }: { readonly goals: QualityRun['goals'] }) {
  return (
    <Card title="Goals">
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>Goal</TableCell>
            <TableCell align="right">Wanted</TableCell>
            <TableCell align="right">Measured</TableCell>
            <TableCell>Met</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {goals.map(({ name, goal, isLimit, value, isMet }) => (
            <TableRow key={name}>
              <TableCell component="th" scope="row">
                {name}
              </TableCell>
              <TableCell align="right">
                {isLimit ? 'at most' : 'at least'} {figure(goal)}
              </TableCell>
              <TableCell align="right">{value === null ? 'not tried' : figure(value)}</TableCell>
              <TableCell sx={{ color: isMet ? 'ownBest.main' : 'loss.main' }}>
                {isMet ? '✓ yes' : '✕ no'}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  )
}

function figure(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(3)
}
