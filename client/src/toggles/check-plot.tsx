import Box from '@mui/material/Box'
import type { Card } from '#core/protocol/documents/coaching-document.ts'
import { useWidth } from '../charts/use-width.ts'
import { signedGap } from '../numbers/signed-gap.ts'
import { type CheckMark, checkMarks, checkSpan } from './check-marks.ts'

type CheckPlotProps = { readonly card: Card; readonly check: NonNullable<Card['check']> }

const height = 92
const lineY = 40
const edge = 12

/** How far the section moved between the races, against what was asked and what is usual. Its sentences say the same. */
export function CheckPlot({ card, check }: CheckPlotProps) {
  const { ref, width = 0 } = useWidth<HTMLDivElement>()
  const { shiftMs, lowMs, highMs } = check
  const marks = checkMarks(card, check)
  if (shiftMs === null || lowMs === null || highMs === null) return null
  const [from, to] = checkSpan(marks, lowMs, highMs)
  const xOf = (ms: number) => edge + ((ms - from) / (to - from)) * (width - 2 * edge)
  return (
    <Box ref={ref} sx={{ height, my: 1 }}>
      {width === 0 ? null : (
        <svg width={width} height={height} fontSize={11} aria-hidden>
          <line x1={0} x2={width} y1={lineY} y2={lineY} stroke="var(--kl-palette-divider)" />
          <line
            x1={xOf(lowMs)}
            x2={xOf(highMs)}
            y1={lineY}
            y2={lineY}
            stroke="var(--kl-palette-text-primary)"
            strokeOpacity={0.25}
            strokeWidth={8}
            strokeLinecap="round"
          />
          <circle cx={xOf(shiftMs)} cy={lineY} r={5} fill="var(--kl-palette-text-primary)" />
          <Label x={xOf(shiftMs)} y={18} width={width} words={`moved ${signedGap(shiftMs)} s`} />
          {marks.map((mark, row) => (
            <Tick key={mark.words} mark={mark} x={xOf(mark.ms)} row={row} width={width} />
          ))}
        </svg>
      )}
    </Box>
  )
}

type TickProps = {
  readonly mark: CheckMark
  readonly x: number
  readonly row: number
  readonly width: number
}

function Tick({ mark: { ms, words, colour }, x, row, width }: TickProps) {
  return (
    <g>
      <line x1={x} x2={x} y1={lineY - 8} y2={lineY + 8} stroke={colour} strokeWidth={2} />
      <Label
        x={x}
        y={lineY + 22 + row * 13}
        width={width}
        words={`${words} ${signedGap(ms)}`}
        colour={colour}
      />
    </g>
  )
}

type LabelProps = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly words: string
  readonly colour?: string
}

/** Centred on its mark, but within the plot. */
function Label({ x, y, width, words, colour = 'var(--kl-palette-text-primary)' }: LabelProps) {
  const half = words.length * 3.2
  return (
    <text x={Math.max(half, Math.min(width - half, x))} y={y} textAnchor="middle" fill={colour}>
      {words}
    </text>
  )
}
