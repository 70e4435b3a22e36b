import ButtonBase from '@mui/material/ButtonBase'
import type { Row } from '@tanstack/react-table'
import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'
import type { ledgerFeatures } from './ledger-columns.tsx'
import { isOfWords, type LedgerTable } from './ledger-head.tsx'

type LedgerRowProps = {
  readonly row: Row<typeof ledgerFeatures, LedgerLap>
  readonly table: LedgerTable
  /** Its place in the table, the heading being the first. */
  readonly at: number
  readonly height: number
  readonly isChosen: boolean
  readonly isLit: boolean
  readonly onChoose: (lap: number | null) => void
  readonly onPoint: (lap: number | undefined) => void
}

export function LedgerRow({ row, table, at, height, ...given }: LedgerRowProps) {
  const { isChosen, isLit, onChoose, onPoint } = given
  const { lap } = row.original
  const choose = () => onChoose(isChosen ? null : lap)
  const [first, ...rest] = row.getAllCells()
  return (
    <tr
      aria-rowindex={at}
      data-lit={isLit || undefined}
      data-chosen={isChosen || undefined}
      onClick={choose}
      onPointerEnter={() => onPoint(lap)}
      onPointerLeave={() => onPoint(undefined)}
    >
      <th scope="row" style={{ height }}>
        <ButtonBase
          aria-pressed={isChosen}
          aria-label={`Lap ${lap}`}
          onClick={(event) => {
            event.stopPropagation()
            choose()
          }}
          onFocus={() => onPoint(lap)}
          onBlur={() => onPoint(undefined)}
          sx={{ minWidth: 44, height: '100%', font: 'inherit', color: 'primary.main' }}
        >
          {first === undefined ? lap : <table.FlexRender cell={first} />}
        </ButtonBase>
      </th>
      {rest.map((cell) => (
        <td key={cell.id} data-words={isOfWords(cell.column.id)}>
          <table.FlexRender cell={cell} />
        </td>
      ))}
    </tr>
  )
}
