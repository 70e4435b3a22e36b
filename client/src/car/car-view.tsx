import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useTheme } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useParams } from 'react-router'
import { type Toggle, toggles } from '#core/protocol/pages.ts'
import { coachingQuery } from '../api/car-queries.ts'
import { LapsCard } from '../laps/laps-card.tsx'
import { useSelection } from '../screen/selection.ts'
import { InventedNote } from '../shell/invented-note.tsx'
import { Problem } from '../shell/problem.tsx'
import { useTitle } from '../shell/use-title.ts'
import { ViewSkeleton } from '../shell/view-skeleton.tsx'
import { WhenNear } from '../shell/when-near.tsx'
import { Toggles } from '../toggles/toggles.tsx'
import { CarHeading } from './car-heading.tsx'
import { ComparisonBar } from './comparison-bar.tsx'
import { ComparisonNotice } from './comparison-notice.tsx'
import { FourLines } from './four-lines.tsx'
import { HeadlineFigures } from './headline-figures.tsx'
import { SectionsCard } from './sections-card.tsx'
import type { TimeColumn } from './section-columns.ts'
import { TrackCard } from './track-card.tsx'
import { type CarAnswers, useCarAnswers } from './use-car-answers.ts'
import { useLapPicture } from './use-lap-picture.ts'

const onDesk: readonly TimeColumn[] = ['own-best', 'quick-quarter']

/** A car in a race: what happened, where the time lies, on which laps, and why. */
export function CarView() {
  const { raceId = '', car = '', toggle } = useParams()
  const isPhone = useMediaQuery(useTheme().breakpoints.down('md'))
  const [chosenColumns, setColumns] = useState<readonly TimeColumn[]>()
  const columns = chosenColumns ?? (isPhone ? [] : onDesk)
  const [{ against }] = useSelection()
  const needsComposite = against === 'composite' || columns.includes('composite')
  const { answers, error, retry } = useCarAnswers({ raceId, car, against, needsComposite })
  useTitle(titleOf(car, answers))
  // Asked for together with the rest: the four lines are what a phone shows first.
  useQuery({ ...coachingQuery(raceId, car), enabled: isPhone })
  if (error !== null) return <Problem error={error} onRetry={retry} isView />
  if (answers === undefined) return <ViewSkeleton />
  const shown = toggles.find((one) => one === toggle) ?? 'sections'
  return (
    <CarPage
      {...{ raceId, car, answers, isPhone, columns, onColumns: setColumns, toggle: shown }}
    />
  )
}

function titleOf(car: string, answers: CarAnswers | undefined): string {
  if (answers === undefined) return `Car ${car}`
  return `Car ${car}, ${answers.track.shortName} Race ${answers.race.raceNumber}`
}

type CarPageProps = {
  readonly raceId: string
  readonly car: string
  readonly answers: CarAnswers
  readonly isPhone: boolean
  readonly columns: readonly TimeColumn[]
  readonly onColumns: (columns: readonly TimeColumn[]) => void
  readonly toggle: Toggle
}

/** On a phone the four lines come first, then the laps; on a desk the figures, then the map beside the sections. */
function CarPage({ answers, isPhone, columns, onColumns, toggle, ...of }: CarPageProps) {
  const { race, track, patterns, sources } = answers
  const picture = useLapPicture(answers)
  const laps = <LapsCard {...of} />
  const comparison = (
    <ComparisonBar car={of.car} cars={carsOf(race, patterns.carClass)} ledger={sources.ledger} />
  )
  const notice = <ComparisonNotice {...sources} extraError={answers.extraError} />
  const where = (
    <SideBySide>
      <TrackCard {...of} track={track} {...picture.map} />
      <SectionsCard
        {...of}
        ledger={sources.ledger}
        columns={columns}
        onColumns={onColumns}
        {...picture.table}
      />
    </SideBySide>
  )
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: { xs: 3, md: 4 } }}>
      {race.isInvented ? <InventedNote /> : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 6, rowGap: 2 }}>
        <Box sx={{ flex: 1 }}>
          <CarHeading race={race} patterns={patterns} trackName={track.shortName} />
        </Box>
        {isPhone ? null : comparison}
      </Box>
      {isPhone ? null : (
        <HeadlineFigures patterns={patterns} classification={race.classification} />
      )}
      {isPhone ? (
        <>
          <FourLines {...of} />
          {laps}
          {comparison}
          {notice}
          {where}
        </>
      ) : (
        <>
          {notice}
          {where}
          {laps}
        </>
      )}
      <WhenNear placeholder={<Skeleton variant="rounded" height={600} />}>
        <Toggles {...of} toggle={toggle} />
      </WhenNear>
    </Box>
  )
}

/** Those that it can be compared with: paces are by class. */
function carsOf(race: CarAnswers['race'], carClass: string): readonly string[] {
  return race.cars.flatMap((one) => (one.carClass === carClass ? [one.car] : []))
}

function SideBySide({ children }: { readonly children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 440px), 1fr))',
        gap: { xs: 3, md: 4 },
      }}
    >
      {children}
    </Box>
  )
}
