import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { sectionName } from '#core/domain/fact-text.ts'
import type { SectionId } from '#core/domain/quantity.ts'
import { formatTime } from '#core/domain/time.ts'
import type { ClassComposite } from '#core/protocol/rest/composite-answer.ts'
import type { TrackAnswer } from '#core/protocol/rest/track-answer.ts'
import { useSpotlight } from '../screen/spotlight.tsx'
import { inUnits, measureText } from '../settings/in-units.ts'
import { useUnits } from '../settings/units.tsx'

type TrackSectionsProps = {
  readonly track: TrackAnswer
  readonly composite: ClassComposite | undefined
}

/** The timed sections of a track with their corners, their lengths and the best that anybody drove there. */
export function TrackSections({ track, composite }: TrackSectionsProps) {
  const { units } = useUnits()
  const { spot, shine } = useSpotlight()
  const length = (lengthM: number | null) =>
    lengthM === null ? 'not known' : measureText(inUnits.length(lengthM, units))
  const best = (id: SectionId) => {
    const found = composite?.sections.find(({ section }) => section === id)
    return found === undefined ? '–' : formatTime(found.bestMs)
  }
  return (
    <Table size="small" aria-label="Sections" sx={{ mt: 2 }}>
      <TableHead>
        <TableRow>
          <TableCell>Section</TableCell>
          <TableCell>Corners</TableCell>
          <TableCell align="right">Length</TableCell>
          <TableCell align="right">Best</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {track.sections.map(({ section, lengthM }) => (
          <TableRow
            key={section}
            selected={spot?.section === section}
            onPointerEnter={() => shine({ section })}
            onPointerLeave={() => shine(undefined)}
          >
            <TableCell component="th" scope="row">
              {sectionName(section)}
            </TableCell>
            <TableCell>{track.cornerRanges[section] ?? 'not known'}</TableCell>
            <TableCell align="right">{length(lengthM)}</TableCell>
            <TableCell align="right">{best(section)}</TableCell>
          </TableRow>
        ))}
        <TableRow>
          <TableCell component="th" scope="row">
            Lap
          </TableCell>
          <TableCell>{track.direction ?? 'direction not known'}</TableCell>
          <TableCell align="right">{length(track.lengthM)}</TableCell>
          <TableCell align="right">
            {composite?.fastestLap ? formatTime(composite.fastestLap.lapTimeMs) : '–'}
          </TableCell>
        </TableRow>
      </TableBody>
    </Table>
  )
}
