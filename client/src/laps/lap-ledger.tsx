import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import Switch from '@mui/material/Switch'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useTheme } from '@mui/material/styles'
import { useTable } from '@tanstack/react-table'
import { useMemo, useRef, useState } from 'react'
import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'
import { useInSight } from '../charts/use-in-sight.ts'
import { hasTimedSubSections, ledgerColumns, ledgerFeatures } from './ledger-columns.tsx'
import { LedgerHead } from './ledger-head.tsx'
import { LedgerRow } from './ledger-row.tsx'

type LapLedgerProps = {
  readonly laps: readonly LedgerLap[]
  readonly chosen: number | undefined
  readonly litLap: number | undefined
  readonly onChoose: (lap: number | null) => void
  readonly onPoint: (lap: number | undefined) => void
}

/** Every lap, counted or not, in a table that sorts; of a long race only the rows in sight are there. */
export function LapLedger({ laps, chosen, litLap, onChoose, onPoint }: LapLedgerProps) {
  const [hasSubSections, setHasSubSections] = useState(false)
  const columns = useMemo(() => ledgerColumns(laps, hasSubSections), [laps, hasSubSections])
  const data = useMemo(() => [...laps], [laps])
  const table = useTable({
    features: ledgerFeatures,
    columns,
    data,
    getRowId: ({ lap }) => String(lap),
    initialState: { sorting: [{ id: 'lap', desc: false }] },
    enableSortingRemoval: false,
  })
  const rowHeight = useMediaQuery(useTheme().breakpoints.down('md')) ? 48 : 32
  const frame = useRef<HTMLDivElement>(null)
  const { rows } = table.getRowModel()
  const { items, beforePx, afterPx } = useInSight({
    count: rows.length,
    sizePx: rowHeight,
    frame,
    overscan: 12,
  })
  return (
    <>
      {hasTimedSubSections(laps) ? (
        <FormControlLabel
          label="Sub-sections"
          control={
            <Switch
              size="small"
              checked={hasSubSections}
              onChange={(_, isOn) => setHasSubSections(isOn)}
            />
          }
          slotProps={{ typography: { variant: 'body2' } }}
          sx={{ ml: 0, minHeight: 44 }}
        />
      ) : null}
      <Box ref={frame} sx={scroller} tabIndex={0} role="region" aria-label="Laps as a table">
        <Box component="table" sx={look} aria-rowcount={rows.length + 1}>
          <LedgerHead table={table} />
          <tbody>
            {beforePx > 0 ? <tr style={{ height: beforePx }} /> : null}
            {items.map(({ index }) => {
              const row = rows[index]
              return row === undefined ? null : (
                <LedgerRow
                  key={row.id}
                  row={row}
                  table={table}
                  at={index + 2}
                  height={rowHeight}
                  isChosen={row.original.lap === chosen}
                  isLit={row.original.lap === litLap}
                  onChoose={onChoose}
                  onPoint={onPoint}
                />
              )
            })}
            {afterPx > 0 ? <tr style={{ height: afterPx }} /> : null}
          </tbody>
        </Box>
      </Box>
    </>
  )
}

const scroller = {
  maxHeight: 'min(70dvh, 640px)',
  overflow: 'auto',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
} as const

const look = {
  width: '100%',
  borderCollapse: 'separate',
  borderSpacing: 0,
  typography: 'body2',
  whiteSpace: 'nowrap',
  '& th, & td': { px: 2, py: 0, textAlign: 'right', borderBottom: 1, borderColor: 'divider' },
  '& [data-words]': { textAlign: 'left' },
  '& thead th': { position: 'sticky', top: 0, zIndex: 2, bgcolor: 'background.paper', height: 44 },
  '& th:first-of-type': { position: 'sticky', left: 0, zIndex: 1, bgcolor: 'inherit' },
  '& thead th:first-of-type': { zIndex: 3, bgcolor: 'background.paper' },
  '& tbody tr': { bgcolor: 'background.paper', cursor: 'pointer' },
  '& tbody tr[data-lit]': { bgcolor: 'action.hover' },
  '& tbody tr[data-chosen] > *': { borderColor: 'primary.main', fontWeight: 'fontWeightMedium' },
} as const
