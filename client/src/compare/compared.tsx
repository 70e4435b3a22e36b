import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { lazy, Suspense } from 'react'
import type { CarSummary } from '#core/protocol/rest/car-summary.ts'
import type { FieldAnswer } from '#core/protocol/rest/field-answer.ts'
import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'
import { Card } from '../shell/card.tsx'
import { partsOfCars, partsOfLaps } from './compared-parts.ts'
import type { Comparison } from './comparison.ts'
import { unlikeCars, unlikeLaps } from './likeness.ts'
import { RaceFigures } from './race-figures.tsx'
import { PartsTable } from './parts-table.tsx'

const LapsPlot = lazy(async () => ({ default: (await import('./laps-plot.tsx')).LapsPlot }))

export type ComparedCar = {
  readonly summary: CarSummary
  readonly laps: readonly LedgerLap[]
}

type ComparedProps = {
  readonly own: ComparedCar
  readonly other: ComparedCar
  readonly comparison: Comparison
  readonly field: FieldAnswer | undefined
}

export function Compared(props: ComparedProps) {
  return props.comparison.lap === undefined ? (
    <ComparedCars own={props.own} other={props.other} />
  ) : (
    <ComparedLaps {...props} />
  )
}

function ComparedCars({ own, other }: Pick<ComparedProps, 'own' | 'other'>) {
  const ownName = `Car ${own.summary.car}`
  const otherName = `Car ${other.summary.car}`
  return (
    <>
      <NotAlike notes={unlikeCars(own.summary, other.summary)} />
      <Card title="The race">
        <RaceFigures own={own.summary} other={other.summary} />
      </Card>
      <Card title="Sections" note="Pace over green laps, the track taken out; − is quicker">
        <PartsTable
          ownName={ownName}
          otherName={otherName}
          parts={partsOfCars(own.summary, other.summary)}
        />
      </Card>
      <Card
        title="Laps"
        note="Green laps as driven, faster is down; laps that do not count leave a hole"
      >
        <Suspense fallback={<Skeleton variant="rounded" height={320} />}>
          <LapsPlot own={own} other={other} />
        </Suspense>
      </Card>
    </>
  )
}

function ComparedLaps({ own, other, comparison, field }: ComparedProps) {
  const withLap = comparison.withLap ?? other.summary.bestLap?.lap
  const ownLap = own.laps.find(({ lap }) => lap === comparison.lap)
  const otherLap = other.laps.find(({ lap }) => lap === withLap)
  if (ownLap === undefined || otherLap === undefined)
    return (
      <Typography>
        Car {(ownLap === undefined ? own : other).summary.car} did not do this lap.
      </Typography>
    )
  const ownOne = { car: own.summary.car, lap: ownLap }
  const otherOne = { car: other.summary.car, lap: otherLap }
  return (
    <>
      <NotAlike notes={unlikeLaps(ownOne, otherOne, field)} />
      <Card title="Sections" note="As driven; − is quicker">
        <PartsTable
          ownName={`Car ${ownOne.car}, lap ${ownLap.lap}`}
          otherName={`Car ${otherOne.car}, lap ${otherLap.lap}`}
          parts={partsOfLaps(ownLap, otherLap)}
        />
      </Card>
    </>
  )
}

function NotAlike({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null
  return (
    <Alert severity="warning" variant="outlined" icon={false} sx={{ color: 'text.primary' }}>
      <Typography variant="h2" component="h2">
        Not like for like
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 4 }}>
        {notes.map((note) => (
          <Typography key={note} variant="body2" component="li">
            {note}
          </Typography>
        ))}
      </Box>
    </Alert>
  )
}
