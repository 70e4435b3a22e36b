import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { CarSectionsAnswer } from '#core/protocol/rest/car-sections-answer.ts'
import { outOfSight } from '../shell/out-of-sight.ts'
import { SideScroll } from '../shell/side-scroll.tsx'
import { PartRow } from './part-row.tsx'
import { gapSpan, partsOfLap } from './parts-of-lap.ts'

type PartsTableProps = {
  readonly raceId: string
  readonly car: string
  readonly answer: CarSectionsAnswer
}

const headings = [
  { words: 'Off the quick quarter, s', isFigure: true },
  { words: 'and between which it lies', isFigure: false },
  { words: 'Rank', isFigure: true },
  { words: 'Your best quarter of laps, better by', isFigure: true },
  { words: 'On laps', isFigure: false },
  { words: 'Furthest off on', isFigure: false },
] as const

/** Every part of the lap: how far off with its interval and rank, and what the own best laps were worth. */
export function PartsTable({ raceId, car, answer }: PartsTableProps) {
  const parts = partsOfLap(answer)
  if (parts.length === 0)
    return <Typography>No section of this car was timed in this race.</Typography>
  const span = gapSpan(parts)
  return (
    <div>
      <Typography variant="h3">Every part of the lap</Typography>
      <Typography variant="caption" component="p" color="textSecondary">
        Corrected for what the track did to everyone. The bar is where the gap lies with 95 in 100
        certainty; the thin line is the quick quarter.
      </Typography>
      <SideScroll label="Every part of the lap">
        <Box component="table" sx={look}>
          <thead>
            <tr>
              <th scope="col">Part</th>
              {headings.map(({ words, isFigure }) => (
                <th key={words} scope="col" data-figure={isFigure || undefined}>
                  {words}
                </th>
              ))}
              <th scope="col">
                <Box component="span" sx={outOfSight}>
                  Ask
                </Box>
              </th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <PartRow key={part.id} raceId={raceId} car={car} part={part} span={span} />
            ))}
          </tbody>
        </Box>
      </SideScroll>
    </div>
  )
}

const look = {
  width: '100%',
  mt: 2,
  borderCollapse: 'collapse',
  typography: 'body2',
  '& th, & td': { px: 2, py: 1, textAlign: 'left', borderBottom: 1, borderColor: 'divider' },
  '& thead th': {
    color: 'text.secondary',
    fontWeight: 'fontWeightRegular',
    verticalAlign: 'bottom',
  },
  '& [data-figure]': { textAlign: 'right' },
  '& td': { whiteSpace: 'nowrap' },
  '& thead th:not(:first-of-type)': { minWidth: 96, maxWidth: 124 },
  '& th:first-of-type': { position: 'sticky', left: 0, bgcolor: 'background.paper' },
  '& tr[data-lit] th': { bgcolor: 'action.hover' },
  '& tr[data-lit]': { bgcolor: 'action.hover' },
  '& tr[data-half]': { color: 'text.secondary' },
} as const
