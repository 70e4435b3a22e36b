import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

type PlotTableProps = {
  readonly caption: string
  readonly columns: readonly string[]
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly ReactNode[])[]
}

/** The figures of a plot as a table, for who reads or hears them rather than seeing them. */
export function PlotTable({ caption, columns, rows }: PlotTableProps) {
  const placed = rows.map((cells, row) => ({
    row,
    cells: cells.map((cell, column) => ({ column, cell })),
  }))
  return (
    <Box component="details" sx={{ mt: 1 }}>
      <Box component="summary" sx={summary}>
        These figures as a table
      </Box>
      <Box
        tabIndex={0}
        role="region"
        aria-label={caption}
        sx={{ overflow: 'auto', maxHeight: 400 }}
      >
        <Box component="table" sx={table}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {placed.map(({ row, cells }) => (
              <tr key={row}>
                {cells.map(({ column, cell }) =>
                  column === 0 ? (
                    <th key={column} scope="row">
                      {cell}
                    </th>
                  ) : (
                    <td key={column}>{cell}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </Box>
      </Box>
    </Box>
  )
}

const summary = {
  typography: 'caption',
  color: 'primary.main',
  cursor: 'pointer',
  minHeight: { xs: 48, md: 44 },
  display: 'flex',
  alignItems: 'center',
} as const

const table = {
  borderCollapse: 'collapse',
  typography: 'body2',
  '& caption': { textAlign: 'left', typography: 'caption', color: 'text.secondary', pb: 1 },
  '& th, & td': {
    px: 3,
    py: 1,
    textAlign: 'right',
    whiteSpace: 'nowrap',
    borderBottom: 1,
    borderColor: 'divider',
    fontWeight: 'fontWeightRegular',
  },
  '& thead th': { color: 'text.secondary' },
} as const
