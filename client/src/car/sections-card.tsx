import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'
import { useSelection } from '../screen/selection.ts'
import { useSpotlight } from '../screen/spotlight.tsx'
import { Card } from '../shell/card.tsx'
import { lapSeries } from './lap-series.ts'
import { type PartFigures, referenceMsOf } from './part-figures.ts'
import { shownColumns, type TimeColumn, timeColumnIds, timeColumns } from './section-columns.ts'
import { SectionsTable } from './sections-table.tsx'
import { SmallMultiples } from './small-multiples.tsx'
import { referenceName } from './words.ts'

type SectionsCardProps = {
  readonly raceId: string
  readonly car: string
  readonly figures: readonly PartFigures[]
  readonly ledger: readonly LedgerLap[]
  readonly note: string
  readonly timeName: string
  /** Where a lap is shown, ranks are among the car's own. */
  readonly isLap: boolean
  readonly columns: readonly TimeColumn[]
  readonly onColumns: (columns: readonly TimeColumn[]) => void
}

/** Where on the lap the time lies: each section and sub-section, and each section over the race. */
export function SectionsCard({
  raceId,
  car,
  ledger,
  note,
  timeName,
  isLap,
  ...table
}: SectionsCardProps) {
  const { figures, columns, onColumns } = table
  const [{ section, lap, against }, change] = useSelection()
  const { spot, shine } = useSpotlight()
  const isHere = (spot?.raceId ?? raceId) === raceId && (spot?.car ?? car) === car
  const of = figures.find((each) => each.of !== undefined)?.of
  const rankNote =
    of === undefined ? '' : !isLap ? `of ${of} cars` : 'among the car’s own green laps'
  const series = figures
    .filter(({ part }) => part.id.length === 2)
    .map((each) => lapSeries(each, referenceMsOf(each, against), ledger, against))
  return (
    <Card
      title="Sections"
      note={rankNote === '' ? note : `${note}; rank ${rankNote}`}
      fill={
        <SmallMultiples
          series={series}
          against={referenceName(against)}
          chosenLap={lap}
          onChooseLap={(chosen) => change({ lap: chosen === lap ? null : chosen })}
        />
      }
    >
      <SectionsTable
        figures={figures}
        columns={shownColumns(columns, against)}
        timeName={timeName}
        rankNote={rankNote}
        greenLaps={ledger.filter(({ isClean }) => isClean).length}
        caption={`Sections against ${referenceName(against)}`}
        chosen={section}
        lit={isHere ? spot?.section : undefined}
        onChoose={(id) => change({ section: id ?? null })}
        onPoint={(id) => shine(id === undefined ? undefined : { raceId, car, section: id })}
      />
      <ColumnChoice columns={columns} onColumns={onColumns} />
    </Card>
  )
}

type ColumnChoiceProps = Pick<SectionsCardProps, 'columns' | 'onColumns'>

/** Which times stand beside the gap. */
function ColumnChoice({ columns, onColumns }: ColumnChoiceProps) {
  return (
    <Box
      role="group"
      aria-label="Columns"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}
    >
      {timeColumnIds.map((id) => {
        const isShown = columns.includes(id)
        return (
          <Button
            key={id}
            size="small"
            color="inherit"
            variant="outlined"
            aria-pressed={isShown}
            onClick={() =>
              onColumns(isShown ? columns.filter((one) => one !== id) : [...columns, id])
            }
            sx={{
              borderColor: isShown ? 'primary.main' : 'divider',
              color: isShown ? 'primary.main' : 'text.secondary',
              minHeight: { xs: 48, md: 32 },
              px: 2,
              py: 0,
              fontSize: '0.75rem',
            }}
          >
            {isShown ? '✓ ' : '+ '}
            {timeColumns[id].name}
          </Button>
        )
      })}
    </Box>
  )
}
