import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { sectionName } from '#core/domain/fact-text.ts'
import { formatTime } from '#core/domain/time.ts'
import { counted } from '#core/domain/wording.ts'
import type { ClassComposite } from '#core/protocol/rest/composite-answer.ts'
import { signedGap } from '../numbers/signed-gap.ts'
import { Card } from '../shell/card.tsx'
import { Figure } from '../shell/figure.tsx'
import { LapLink } from './lap-link.tsx'

type CompositeCardProps = {
  /** Only of a race: of a track, each best names its race. */
  readonly raceId?: string
  readonly classes: readonly ClassComposite[]
}

/** The best sections of all cars, whose they are and how often they were repeated, beside the fastest lap driven. */
export function CompositeCard({ classes, raceId }: CompositeCardProps) {
  return (
    <Card
      title="Best-case composite"
      note="The best sections of all cars put together. Nobody drove this lap; it is no target."
    >
      <Stack spacing={6}>
        {classes.map((one) => (
          <OfClass
            key={one.carClass}
            composite={one}
            isNamed={classes.length > 1}
            isOfRace={raceId !== undefined}
          />
        ))}
      </Stack>
    </Card>
  )
}

type OfClassProps = {
  readonly composite: ClassComposite
  readonly isNamed: boolean
  readonly isOfRace: boolean
}

function OfClass({ composite, isNamed, isOfRace }: OfClassProps) {
  return (
    <Box>
      {isNamed ? (
        <Typography variant="h3" sx={{ mb: 2 }}>
          {composite.carClass}
        </Typography>
      ) : null}
      <Sums composite={composite} />
      <Box sx={{ overflowX: 'auto', mt: 3 }} tabIndex={0} role="region" aria-label="Best sections">
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>Section</TableCell>
              <TableCell align="right">Best</TableCell>
              <TableCell>Driven by</TableCell>
              <TableCell>Within 0.1 s of it</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {composite.sections.map((best) => (
              <TableRow key={best.section} hover>
                <TableCell component="th" scope="row">
                  {sectionName(best.section)}
                </TableCell>
                <TableCell align="right">{formatTime(best.bestMs)}</TableCell>
                <TableCell>
                  <LapLink raceId={best.raceId} car={best.car} lap={best.lap} />
                  {isOfRace ? null : `, race ${best.raceId.replace(/^.*-r/, '')}`}
                  {best.isClean ? null : ', not a green lap'}
                </TableCell>
                <TableCell>
                  {best.repeatedLaps <= 1
                    ? 'this lap alone'
                    : `${counted(best.repeatedLaps, 'lap')} of ${counted(best.repeatedBy.length, 'car')}`}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </Box>
  )
}

/** The composite beside the fastest lap; the joint one where a sum would be slower than a lap really driven. */
function Sums({ composite }: { readonly composite: ClassComposite }) {
  const { sumMs, jointMs, shown, fastestLap } = composite
  const compositeMs = shown === 'joint' ? jointMs : sumMs
  const gapMs =
    compositeMs === null || fastestLap === null ? undefined : fastestLap.lapTimeMs - compositeMs
  return (
    <Stack direction="row" sx={{ columnGap: 8, rowGap: 2, flexWrap: 'wrap' }}>
      {compositeMs === null ? null : (
        <Figure
          label="Composite"
          value={formatTime(compositeMs)}
          note={
            shown === 'joint' && sumMs !== null
              ? `the best that was driven in one piece: the sum, ${formatTime(sumMs)}, would be slower`
              : 'sum of the best sections'
          }
        />
      )}
      {fastestLap === null ? null : (
        <Figure
          label="Fastest lap driven"
          value={
            <Box component="span" sx={{ color: 'fieldBest.main' }}>
              {formatTime(fastestLap.lapTimeMs)}
            </Box>
          }
          note={
            <>
              <LapLink raceId={fastestLap.raceId} car={fastestLap.car} lap={fastestLap.lap} />
              {gapMs === undefined ? null : `, ${signedGap(gapMs)} s to the composite`}
            </>
          }
        />
      )}
    </Stack>
  )
}
