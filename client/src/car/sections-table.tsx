import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { factText } from '#core/domain/fact-text.ts'
import type { SectionId, SubSectionId } from '#core/domain/quantity.ts'
import { formatTime } from '#core/domain/time.ts'
import { SideScroll } from '../shell/side-scroll.tsx'
import { chosenId } from '../track-map/map-part.ts'
import { GapBar } from './gap-bar.tsx'
import type { PartFigures } from './part-figures.ts'
import type { ShownColumn } from './section-columns.ts'
import { Missing, SignedCell } from './signed-cell.tsx'

type SectionsTableProps = {
  readonly figures: readonly PartFigures[]
  readonly columns: readonly ShownColumn[]
  /** "Pace", "Median", "Lap 17" */
  readonly timeName: string
  /** What a rank is among: "of 22 cars", "of 24 own green laps". */
  readonly rankNote: string
  readonly caption: string
  readonly greenLaps: number
  readonly chosen: SectionId | SubSectionId | undefined
  readonly lit: SectionId | SubSectionId | undefined
  readonly onChoose: (id: SectionId | SubSectionId | undefined) => void
  readonly onPoint: (id: SectionId | SubSectionId | undefined) => void
}

/** The parts of the lap, each with its time, what it is compared with, and its gap as figure and bar. */
export function SectionsTable(props: SectionsTableProps) {
  const { figures, columns, timeName, rankNote, caption } = props
  return (
    <SideScroll label={caption}>
      <Box component="table" sx={table}>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col">{timeName}</th>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">Off</th>
            <td aria-hidden />
            <th scope="col" title={rankNote}>
              Rank
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map((each) => (
            <PartRow key={each.part.id} {...props} figures={each} scaleMs={scaleOfRows(figures)} />
          ))}
        </tbody>
      </Box>
    </SideScroll>
  )
}

type PartRowProps = Omit<SectionsTableProps, 'figures'> & {
  readonly figures: PartFigures
  readonly scaleMs: number
}

function PartRow(props: PartRowProps) {
  const { figures, columns, scaleMs, chosen, lit, onChoose, onPoint } = props
  const { part, level, timeMs, gapMs, rank } = figures
  const id = chosenId(part.id)
  const isFine = part.parts.length === 0 && level > 0 && part.id.length === 3
  const isChosen = id !== undefined && id === chosen
  return (
    <Box
      component="tr"
      data-chosen={isChosen || undefined}
      data-lit={(id !== undefined && id === lit) || undefined}
      data-fine={isFine || undefined}
      onPointerEnter={() => onPoint(id)}
      onPointerLeave={() => onPoint(undefined)}
    >
      <th scope="row">
        {id === undefined ? (
          part.name
        ) : (
          <ButtonBase
            aria-pressed={isChosen}
            {...(isFine && { 'aria-label': `Section ${part.id.charAt(1)} ${part.name}` })}
            onClick={() => onChoose(isChosen ? undefined : id)}
            onFocus={() => onPoint(id)}
            onBlur={() => onPoint(undefined)}
            sx={{ ...rowButton, pl: isFine ? 3 : 0 }}
          >
            {part.name}
          </ButtonBase>
        )}
        <FewerLaps n={figures.n} of={props.greenLaps} />
      </th>
      <td>{timeMs === undefined ? <Missing /> : formatTime(timeMs)}</td>
      {columns.map(({ id: column, valueOf }) => {
        const ms = valueOf(figures)
        return <td key={column}>{ms === undefined ? <Missing /> : formatTime(ms)}</td>
      })}
      <td>
        <SignedCell gapMs={gapMs} />
      </td>
      <td data-bar aria-hidden>
        <GapBar gapMs={gapMs} scaleMs={scaleMs} isFine={isFine} />
      </td>
      <td>
        {rank === undefined ? <Missing /> : <span title={factText('rank', rank)}>{rank}</span>}
      </td>
    </Box>
  )
}

/** Where not every green lap was timed there. */
function FewerLaps({ n, of }: { readonly n: number | undefined; readonly of: number }) {
  if (n === undefined || n >= of) return null
  return (
    <Box component="span" sx={{ typography: 'caption', color: 'text.secondary', pl: 1 }}>
      {n} laps
    </Box>
  )
}

/** One scale for all bars, so that a part's is never longer than its whole's. */
function scaleOfRows(figures: readonly PartFigures[]): number {
  return Math.max(100, ...figures.map(({ gapMs }) => Math.abs(gapMs ?? 0)))
}

const rowButton = {
  font: 'inherit',
  justifyContent: 'flex-start',
  minHeight: { xs: 48, md: 26 },
  whiteSpace: 'nowrap',
  borderRadius: '4px',
} as const

const table = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: '0.8125rem',
  '& th, & td': { textAlign: 'right', px: 0.75, py: 0, whiteSpace: 'nowrap' },
  '& thead th': {
    fontWeight: 'fontWeightRegular',
    color: 'text.secondary',
    fontSize: '0.75rem',
    pb: 1.5,
    whiteSpace: 'normal',
    verticalAlign: 'bottom',
  },
  '& thead': { borderBottom: 1, borderColor: 'divider' },
  '& th:first-of-type': { textAlign: 'left', pl: 0 },
  '& tbody th': { fontWeight: 'fontWeightMedium' },
  '& tbody tr': { height: 30 },
  '& tbody tr:not([data-fine])': { borderTop: 1, borderColor: 'divider' },
  '& tbody tr[data-fine]': { color: 'text.secondary', height: 26 },
  '& tbody tr[data-fine] th': { fontWeight: 'fontWeightRegular' },
  '& tbody tr:hover, & tbody tr[data-lit]': { bgcolor: 'action.hover' },
  '& tbody tr[data-chosen]': { boxShadow: 'inset 3px 0 0 var(--kl-palette-primary-main)' },
  '& tbody tr[data-chosen] th': { pl: 2 },
  '& td[data-bar]': { textAlign: 'left', width: 48, pl: 0 },
  '& td[data-bar] svg': { display: 'block' },
  // The narrowest phones: all columns have room beside shorter bars.
  '@media (max-width: 379px)': {
    '& td[data-bar]': { width: 22, pr: 0 },
    '& td[data-bar] svg': { width: 22 },
  },
} as const
