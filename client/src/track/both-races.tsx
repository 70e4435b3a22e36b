import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useQuery } from '@tanstack/react-query'
import { formatTime } from '#core/domain/time.ts'
import type { RaceSummary } from '#core/protocol/rest/race-answer.ts'
import { fieldQuery, raceCompositeQuery, raceWeatherQuery } from '../api/race-queries.ts'
import { signedGap } from '../numbers/signed-gap.ts'
import { LapLink } from '../race/lap-link.tsx'
import { Card } from '../shell/card.tsx'
import { Problem } from '../shell/problem.tsx'
import { SideScroll } from '../shell/side-scroll.tsx'
import { Weekend } from '../weather/weekend.tsx'
import { weekdayOf } from '../weather/weekend-rows.ts'
import { bothRows, type BothRow, type RaceFigures } from './both-rows.ts'

type BothRacesProps = { readonly first: RaceSummary; readonly second: RaceSummary }

/** Saturday beside Sunday: what the field drove in each section, and the best of each; then the weather of both. */
export function BothRaces({ first, second }: BothRacesProps) {
  const one = useRaceFigures(first.raceId)
  const other = useRaceFigures(second.raceId)
  const weather = useQuery(raceWeatherQuery(first.raceId))
  const error = one.error ?? other.error
  const [name, otherName] = [nameOf(first), nameOf(second)]
  return (
    <Card
      title={`${name} beside ${otherName}`}
      note="The quick quarter of the field, the track taken out of each race by itself, and the best that anybody drove there; − is quicker in the second race"
    >
      {error !== null ? (
        <Problem
          error={error}
          onRetry={() => {
            one.retry()
            other.retry()
          }}
        />
      ) : one.figures === undefined || other.figures === undefined ? (
        <Skeleton variant="rounded" height={180} />
      ) : (
        <BothTable rows={bothRows(one.figures, other.figures)} name={name} otherName={otherName} />
      )}
      {weather.data === undefined ? null : (
        <Box sx={{ mt: 4 }}>
          <Weekend weather={weather.data} title="The weather of both" />
        </Box>
      )}
    </Card>
  )
}

/** "Saturday, Race 1" */
function nameOf({ date, raceNumber }: RaceSummary): string {
  return date === null ? `Race ${raceNumber}` : `${weekdayOf(date)}, Race ${raceNumber}`
}

function useRaceFigures(raceId: string) {
  const field = useQuery(fieldQuery(raceId))
  const composite = useQuery(raceCompositeQuery(raceId))
  const figures: RaceFigures | undefined =
    field.data && composite.data
      ? {
          field: field.data,
          composite: composite.data.classes.find(
            ({ carClass }) => carClass === field.data.carClass,
          ),
        }
      : undefined
  const retry = () => void Promise.all([field.refetch(), composite.refetch()])
  return { figures, error: field.error ?? composite.error, retry }
}

type BothTableProps = {
  readonly rows: readonly BothRow[]
  readonly name: string
  readonly otherName: string
}

/** On a phone the best stands under the time of its race: six columns are two screens wide. */
function BothTable({ rows, name, otherName }: BothTableProps) {
  return (
    <SideScroll label="Both races by section">
      <Table size="small" sx={look}>
        <TableHead>
          <TableRow>
            <TableCell>Part</TableCell>
            <TableCell align="right">{name}</TableCell>
            <TableCell align="right">{otherName}</TableCell>
            <TableCell align="right">Difference, s</TableCell>
            <TableCell sx={onDesk}>Best of {name}</TableCell>
            <TableCell sx={onDesk}>Best of {otherName}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.id}>
              <TableCell component="th" scope="row">
                {row.name}
              </TableCell>
              <TimeCell ms={row.firstMs} best={row.firstBest} />
              <TimeCell ms={row.secondMs} best={row.secondBest} />
              <TableCell align="right" sx={{ fontWeight: 'fontWeightMedium' }}>
                {row.firstMs === undefined || row.secondMs === undefined
                  ? '–'
                  : signedGap(row.secondMs - row.firstMs)}
              </TableCell>
              <TableCell sx={onDesk}>
                <Best best={row.firstBest} />
              </TableCell>
              <TableCell sx={onDesk}>
                <Best best={row.secondBest} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </SideScroll>
  )
}

const look = {
  '& td, & tbody th': { whiteSpace: 'nowrap', verticalAlign: { xs: 'top', md: 'middle' } },
  '& th, & td': { px: { xs: 1, md: 2 } },
} as const
const onDesk = { display: { xs: 'none', md: 'table-cell' } } as const
const onPhone = { display: { xs: 'block', md: 'none' } } as const

type TimeCellProps = Pick<BestProps, 'best'> & { readonly ms: number | undefined }

function TimeCell({ ms, best }: TimeCellProps) {
  return (
    <TableCell align="right">
      {ms === undefined ? 'not known' : formatTime(ms)}
      {best === undefined ? null : (
        <Box component="span" sx={{ ...onPhone, typography: 'caption', color: 'text.secondary' }}>
          best {formatTime(best.ms)}
          <br />
          <LapLink raceId={best.raceId} car={best.car} lap={best.lap} />
        </Box>
      )}
    </TableCell>
  )
}

type BestProps = { readonly best: BothRow['firstBest'] }

function Best({ best }: BestProps) {
  if (best === undefined) return '–'
  return (
    <>
      {formatTime(best.ms)} by <LapLink raceId={best.raceId} car={best.car} lap={best.lap} />
    </>
  )
}
