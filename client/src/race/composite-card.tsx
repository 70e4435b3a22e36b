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
import { AskButton } from '../screen/ask-button.tsx'
import { Card } from '../shell/card.tsx'
import { Figure } from '../shell/figure.tsx'
import { outOfSight } from '../shell/out-of-sight.ts'
import { SideScroll } from '../shell/side-scroll.tsx'
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
      <Box sx={{ mt: 3 }}>
        <SideScroll label="Best sections">
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>Section</TableCell>
                <TableCell align="right">Best</TableCell>
                <TableCell>Driven by</TableCell>
                <TableCell sx={onDesk}>Within 0.1 s of it</TableCell>
                <TableCell sx={ask}>
                  <Box component="span" sx={outOfSight}>
                    Ask
                  </Box>
                </TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {composite.sections.map((best) => (
                <BestRow key={best.section} best={best} isOfRace={isOfRace} />
              ))}
            </TableBody>
          </Table>
        </SideScroll>
      </Box>
    </Box>
  )
}

type BestRowProps = {
  readonly best: ClassComposite['sections'][number]
  readonly isOfRace: boolean
}

function BestRow({ best, isOfRace }: BestRowProps) {
  const { raceId, section } = best
  const name = sectionName(section)
  const repeated =
    best.repeatedLaps <= 1
      ? 'this lap alone'
      : `${counted(best.repeatedLaps, 'lap')} of ${counted(best.repeatedBy.length, 'car')}`
  return (
    <TableRow hover>
      <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
        {name}
      </TableCell>
      <TableCell align="right">{formatTime(best.bestMs)}</TableCell>
      <TableCell>
        <LapLink raceId={raceId} car={best.car} lap={best.lap} />
        {isOfRace ? null : `, race ${raceId.replace(/^.*-r/, '')}`}
        {best.isClean ? null : ', not a green lap'}
        <Box component="span" sx={{ ...onPhone, typography: 'caption', color: 'text.secondary' }}>
          {repeated} within 0.1 s
        </Box>
      </TableCell>
      <TableCell sx={onDesk}>{repeated}</TableCell>
      <TableCell sx={ask}>
        <AskButton
          text={`What was the best ${name} of all cars?`}
          about={{ raceId, section }}
          name={`the best ${name}`}
        />
      </TableCell>
    </TableRow>
  )
}

/** On a phone the row is two lines high, not two screens wide. */
const onDesk = { display: { xs: 'none', md: 'table-cell' } } as const
const onPhone = { display: { xs: 'block', md: 'none' } } as const
const ask = { px: 0, py: 0, textAlign: 'right', width: 52 } as const

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
