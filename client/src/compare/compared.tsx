import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { lazy, Suspense } from 'react'
import type { FieldAnswer } from '#core/protocol/rest/field-answer.ts'
import type { RaceAnswer } from '#core/protocol/rest/race-answer.ts'
import type { TrackAnswer } from '#core/protocol/rest/track-answer.ts'
import { togetherNote } from '../car/words.ts'
import { Card } from '../shell/card.tsx'
import { WhenNear } from '../shell/when-near.tsx'
import { mapParts } from '../track-map/map-part.ts'
import { CompareMap } from './compare-map.tsx'
import type { ComparedCar } from './compared-car.ts'
import { partsOfCars, partsOfLaps } from './compared-parts.ts'
import type { Comparison } from './comparison.ts'
import { unlikeCars, unlikeLaps } from './likeness.ts'
import { NotAlike } from './not-alike.tsx'
import { PartsTable } from './parts-table.tsx'
import { RaceFigures } from './race-figures.tsx'

const LapsPlot = lazy(async () => ({ default: (await import('./laps-plot.tsx')).LapsPlot }))

const plotRoom = <Skeleton variant="rounded" height={376} />

type ComparedProps = {
  readonly own: ComparedCar
  readonly other: ComparedCar
  readonly comparison: Comparison
  readonly field: FieldAnswer | undefined
  readonly race: RaceAnswer
  readonly track: TrackAnswer
}

export function Compared(props: ComparedProps) {
  return props.comparison.lap === undefined ? (
    <ComparedCars {...props} />
  ) : (
    <ComparedLaps {...props} />
  )
}

function ComparedCars({ own, other, race, track }: ComparedProps) {
  const parts = partsOnMap(race, track, own)
  const car = other.summary.car
  return (
    <>
      <NotAlike notes={unlikeCars(own.summary, other.summary)} />
      <Card title="The race">
        <RaceFigures own={own.summary} other={other.summary} />
      </Card>
      <WhereOnTheLap
        track={track}
        layoutParts={parts}
        compared={partsOfCars(parts, own, other)}
        ownName={`Car ${own.summary.car}`}
        otherName={`Car ${car}`}
        how="pace over green laps, the track taken out"
        questionAbout={(section) => `Compare me with car ${car} in ${section}`}
      />
      <Card
        title="Laps"
        note="Green laps as driven, faster is down; laps that do not count leave a hole"
      >
        <WhenNear placeholder={plotRoom}>
          <Suspense fallback={plotRoom}>
            <LapsPlot raceId={race.raceId} own={own} other={other} />
          </Suspense>
        </WhenNear>
      </Card>
    </>
  )
}

function ComparedLaps({ own, other, comparison, field, race, track }: ComparedProps) {
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
  const parts = partsOnMap(race, track, own)
  return (
    <>
      <NotAlike notes={unlikeLaps(ownOne, otherOne, field)} />
      <WhereOnTheLap
        track={track}
        layoutParts={parts}
        compared={partsOfLaps(parts, ownLap, otherLap)}
        ownName={`Car ${ownOne.car}, lap ${ownLap.lap}`}
        otherName={`Car ${otherOne.car}, lap ${otherLap.lap}`}
        how="as driven"
        questionAbout={(section) =>
          ownOne.car === otherOne.car
            ? `Compare laps ${ownLap.lap} and ${otherLap.lap} in ${section}`
            : `Compare me with car ${otherOne.car} in ${section}`
        }
      />
    </>
  )
}

type WhereOnTheLapProps = Parameters<typeof CompareMap>[0]

/** The map beside its figures. */
function WhereOnTheLap(props: WhereOnTheLapProps) {
  const { compared, ownName, otherName, how, layoutParts } = props
  const together = togetherNote(layoutParts, how === 'as driven' ? 'own-best' : 'quick-quarter')
  return (
    <Box sx={sideBySide}>
      <CompareMap {...props} />
      <Card
        title="Sections"
        note={`${how.charAt(0).toUpperCase()}${how.slice(1)}; − is quicker${together === '' ? '' : `. ${together}`}`}
      >
        <PartsTable ownName={ownName} otherName={otherName} parts={compared} />
      </Card>
    </Box>
  )
}

function partsOnMap(race: RaceAnswer, track: TrackAnswer, { sections }: ComparedCar) {
  const times = sections.sections.flatMap(({ section, quickQuarterMs, medianMs }) => {
    const ms = quickQuarterMs ?? medianMs
    return ms === null ? [] : [[section, ms]]
  })
  return mapParts(track, race.layout, Object.fromEntries(times))
}

const sideBySide = {
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 440px), 1fr))',
  gap: 4,
} as const
