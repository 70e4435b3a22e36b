import TableSortLabel from '@mui/material/TableSortLabel'
import type { ReactTable } from '@tanstack/react-table'
import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'
import type { ledgerFeatures } from './ledger-columns.tsx'

export type LedgerTable = ReactTable<typeof ledgerFeatures, LedgerLap>

const words = new Set(['counts', 'flag', 'places', 'pit'])
/** Columns of words stand to the left, figures to the right. */
export const isOfWords = (columnId: string): true | undefined => words.has(columnId) || undefined

const sortWords = { asc: 'ascending', desc: 'descending' } as const

export function LedgerHead({ table }: { readonly table: LedgerTable }) {
  return (
    <thead>
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id} aria-rowindex={1}>
          {group.headers.map((header) => {
            const sorted = header.column.getIsSorted()
            return (
              <th
                key={header.id}
                scope="col"
                data-words={isOfWords(header.column.id)}
                aria-sort={sorted === false ? 'none' : sortWords[sorted]}
              >
                <TableSortLabel
                  active={sorted !== false}
                  direction={sorted === false ? 'asc' : sorted}
                  onClick={() => header.column.toggleSorting(sorted === 'asc')}
                  sx={{
                    minHeight: 44,
                    flexDirection: isOfWords(header.column.id) === true ? 'row' : 'row-reverse',
                  }}
                >
                  <table.FlexRender header={header} />
                </TableSortLabel>
              </th>
            )
          })}
        </tr>
      ))}
    </thead>
  )
}
