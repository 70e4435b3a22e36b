import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { sectionName } from '#core/domain/fact-text.ts'
import type { TrackAnswer } from '#core/protocol/rest/track-answer.ts'
import { inUnits, measureText } from '../settings/in-units.ts'
import { useUnits } from '../settings/units.tsx'

/** The timed sections of a track with their corners and lengths. */
export function TrackSections({ track }: { readonly track: TrackAnswer }) {
  const { units } = useUnits()
  const length = (lengthM: number | null) =>
    lengthM === null ? 'not known' : measureText(inUnits.length(lengthM, units))
  return (
    <Table size="small" aria-label="Sections">
      <TableHead>
        <TableRow>
          <TableCell>Section</TableCell>
          <TableCell>Corners</TableCell>
          <TableCell align="right">Length</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {track.sections.map(({ section, lengthM }) => (
          <TableRow key={section}>
            <TableCell component="th" scope="row">
              {sectionName(section)}
            </TableCell>
            <TableCell>{track.cornerRanges[section] ?? 'not known'}</TableCell>
            <TableCell align="right">{length(lengthM)}</TableCell>
          </TableRow>
        ))}
        <TableRow>
          <TableCell component="th" scope="row">
            Lap
          </TableCell>
          <TableCell>{track.direction ?? 'direction not known'}</TableCell>
          <TableCell align="right">{length(track.lengthM)}</TableCell>
        </TableRow>
      </TableBody>
    </Table>
  )
}
