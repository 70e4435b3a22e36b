import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { type Ref, useLayoutEffect, useRef } from 'react'
import type { FactAnswer } from '#core/protocol/rest/fact-answer.ts'

type CsvLineProps = {
  readonly line: NonNullable<FactAnswer['line']>
  readonly cell: FactAnswer['cell']
}

/** The line of the file that a value was read from, its cell marked and brought into sight. */
export function CsvLine({ line, cell }: CsvLineProps) {
  const marked = useRef<HTMLTableCellElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const { current: cellAt } = marked
    const { current: frameAt } = frame
    if (cellAt === null || frameAt === null) return
    frameAt.scrollLeft = cellAt.offsetLeft - (frameAt.clientWidth - cellAt.offsetWidth) / 2
  }, [])
  return (
    <div>
      <Typography variant="h3">
        Line {line.line} of the file{cell === null ? '' : `, column ${cell.column}`}
      </Typography>
      <Typography
        variant="caption"
        component="p"
        color="textSecondary"
        sx={{ overflowWrap: 'anywhere' }}
      >
        {line.file}
      </Typography>
      <Box ref={frame} sx={scroller} tabIndex={0} role="region" aria-label="The line, cell by cell">
        <CellTable line={line} cell={cell} marked={marked} />
      </Box>
    </div>
  )
}

type CellTableProps = CsvLineProps & { readonly marked: Ref<HTMLTableCellElement> }

function CellTable({ line, cell, marked }: CellTableProps) {
  const columns = columnsOf({ line, cell })
  return (
    <Box component="table" sx={table}>
      <thead>
        <tr>
          {columns.map(({ place, name, isMarked }) => (
            <th key={place} scope="col" data-marked={isMarked || undefined}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {columns.map(({ place, text, isMarked, isStruckOut }) =>
            isMarked ? (
              <td key={place} ref={marked} data-marked>
                <mark>{text}</mark>
              </td>
            ) : (
              <td key={place}>
                {isStruckOut ? <s title="May name a person: not shown">struck out</s> : text}
              </td>
            ),
          )}
        </tr>
      </tbody>
    </Box>
  )
}

/** Names may come twice or be blank: a column is known by its place. */
function columnsOf({ line, cell }: CsvLineProps) {
  return line.header.map((name, place) => ({
    place,
    name,
    text: line.cells[place],
    isMarked: place === cell?.index,
    isStruckOut: line.struckOut.includes(name),
  }))
}

const scroller = {
  position: 'relative',
  overflowX: 'auto',
  mt: 1,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
} as const

const table = {
  borderCollapse: 'collapse',
  fontSize: '0.75rem',
  whiteSpace: 'nowrap',
  '& th, & td': { px: 2, py: 1, textAlign: 'left', borderLeft: 1, borderColor: 'divider' },
  '& th': { fontWeight: 'fontWeightRegular', color: 'text.secondary' },
  '& th[data-marked]': { color: 'primary.main', fontWeight: 'fontWeightBold' },
  '& td[data-marked]': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 },
  '& mark': { background: 'none', color: 'inherit', fontWeight: 'fontWeightBold' },
} as const
