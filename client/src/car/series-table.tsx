import Box from '@mui/material/Box'
import type { LapSeries } from './lap-series.ts'
import { SignedCell } from './signed-cell.tsx'

/** The small multiples in figures: a line for each lap. */
export function SeriesTable({ series }: { readonly series: readonly LapSeries[] }) {
  const laps = series[0]?.points ?? []
  return (
    <Box
      role="region"
      aria-label="Sections lap by lap"
      tabIndex={0}
      sx={{ maxHeight: 320, overflow: 'auto', border: 1, borderColor: 'divider', mt: 2 }}
    >
      <Box component="table" sx={table}>
        <thead>
          <tr>
            <th scope="col">Lap</th>
            {series.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {laps.map(({ lap, isClean }, place) => (
            <tr key={lap}>
              <th scope="row">
                {lap}
                {isClean ? '' : ' (not green)'}
              </th>
              {series.map(({ id, points }) => (
                <td key={id}>
                  <SignedCell gapMs={points[place]?.gapMs} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

const table = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: '0.8125rem',
  '& th, & td': { px: 3, py: 1, textAlign: 'right' },
  '& th:first-of-type': { textAlign: 'left' },
  '& thead th': {
    position: 'sticky',
    top: 0,
    bgcolor: 'background.paper',
    color: 'text.secondary',
    fontWeight: 'fontWeightRegular',
  },
  '& tbody tr': { borderTop: 1, borderColor: 'divider' },
  '& tbody th': { fontWeight: 'fontWeightRegular', whiteSpace: 'nowrap' },
} as const
