import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { formatTime } from '#core/domain/time.ts'
import { signedGap } from '../numbers/signed-gap.ts'
import { outOfSight } from '../shell/out-of-sight.ts'
import { SideScroll } from '../shell/side-scroll.tsx'
import { useSpotlight } from '../screen/spotlight.tsx'
import { chosenId } from '../track-map/map-part.ts'
import type { ComparedPart } from './compared-parts.ts'

type PartsTableProps = {
  readonly ownName: string
  readonly otherName: string
  readonly parts: readonly ComparedPart[]
}

/** Part by part: both times, the difference as a number and as a bar to the side of who was quicker. */
export function PartsTable({ ownName, otherName, parts }: PartsTableProps) {
  const differences = parts.flatMap((part) =>
    part.id === 'lap' ? [] : Math.abs(differenceOf(part) ?? 0),
  )
  const widestMs = Math.max(1, ...differences)
  return (
    <SideScroll label="Part by part">
      <Table
        size="small"
        sx={{
          '& td, & tbody th': { whiteSpace: 'nowrap' },
          '& th, & td': { px: { xs: 1, md: 2 } },
        }}
      >
        <TableHead>
          <TableRow>
            <TableCell>Part</TableCell>
            <TableCell align="right">{ownName}</TableCell>
            <TableCell align="right">{otherName}</TableCell>
            <TableCell align="right">Difference, s</TableCell>
            <TableCell aria-hidden sx={{ width: 104, whiteSpace: 'nowrap', ...onDesk }}>
              quicker · slower
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {parts.map((part) => (
            <PartRow key={part.id} part={part} widestMs={widestMs} />
          ))}
        </TableBody>
      </Table>
    </SideScroll>
  )
}

function differenceOf({ ownMs, otherMs }: ComparedPart): number | undefined {
  return ownMs === undefined || otherMs === undefined ? undefined : ownMs - otherMs
}

function PartRow({ part, widestMs }: { readonly part: ComparedPart; readonly widestMs: number }) {
  const { id, name, ownMs, otherMs } = part
  const { spot, shine } = useSpotlight()
  const section = id === 'lap' ? undefined : chosenId(id)
  const differenceMs = differenceOf(part)
  const isSub = id.length === 3 && id !== 'lap'
  const time = (ms: number | undefined) => (ms === undefined ? 'not timed' : formatTime(ms))
  return (
    <TableRow
      selected={section !== undefined && section === spot?.section}
      onPointerEnter={() => shine(section && { section })}
      onPointerLeave={() => shine(undefined)}
      sx={{ '& td, & th': { color: isSub ? 'text.secondary' : undefined } }}
    >
      <TableCell
        component="th"
        scope="row"
        sx={{ '&&': { pl: isSub ? { xs: 3, md: 6 } : undefined } }}
      >
        {isSub ? <Box sx={outOfSight}>{`Section ${id.charAt(1)} `}</Box> : null}
        {name}
      </TableCell>
      <TableCell align="right">{time(ownMs)}</TableCell>
      <TableCell align="right">{time(otherMs)}</TableCell>
      <TableCell align="right" sx={{ fontWeight: isSub ? 400 : 'fontWeightMedium' }}>
        {differenceMs === undefined ? '–' : signedGap(differenceMs)}
      </TableCell>
      <TableCell aria-hidden sx={onDesk}>
        {differenceMs === undefined || id === 'lap' ? null : (
          <DifferenceBar share={differenceMs / widestMs} />
        )}
      </TableCell>
    </TableRow>
  )
}

/** On a phone the figures need the room. */
const onDesk = { display: { xs: 'none', md: 'table-cell' } } as const

const half = 44

/** To the right and in the colour of loss where the own time is slower, to the left where it is quicker. */
function DifferenceBar({ share }: { readonly share: number }) {
  const width = Math.max(1, Math.abs(share) * half)
  const isSlower = share > 0
  return (
    <svg width={2 * half} height={10}>
      <line x1={half} x2={half} y1={0} y2={10} stroke="var(--kl-palette-divider)" />
      <rect
        x={isSlower ? half : half - width}
        y={2}
        width={width}
        height={6}
        rx={3}
        fill={`var(--kl-palette-${isSlower ? 'loss' : 'gain'}-main)`}
      />
    </svg>
  )
}
