import { memo } from 'react'
import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'
import { LapMark } from './lap-mark.tsx'
import { lapInWords, shortInterval } from './lap-words.ts'
import type { StripLayout } from './strip-layout.ts'

type LapColumnProps = {
  readonly id: string
  readonly lap: LedgerLap
  /** Its place among all laps, from 0; plain numbers, so that only laps that change are drawn anew. */
  readonly at: number
  readonly of: number
  readonly left: number
  readonly width: number
  readonly layout: StripLayout
  readonly isChosen: boolean
  readonly isLit: boolean
  readonly hasNumber: boolean
  readonly onChoose: (lap: number) => void
  readonly onPoint: (lap: number | undefined) => void
}

/** One lap of the strip: its mark, its number, its place and the interval to the car ahead. */
export const LapColumn = memo(function LapColumn(props: LapColumnProps) {
  const { lap, left, width, layout, isChosen, isLit } = props
  const x = left + width / 2
  const y = lap.isClean && lap.lapTimeMs !== null ? layout.yOf(lap.lapTimeMs) : layout.edgeY
  return (
    <>
      <g aria-hidden>
        <rect
          x={left}
          y={0}
          width={width}
          height={layout.height}
          rx={4}
          fill={isLit ? lit : 'none'}
        />
        <LapMark lap={lap} x={x} y={y} isChosen={isChosen} />
        {isLit ? (
          <circle cx={x} cy={y} r={11} fill="none" stroke={accent} strokeWidth={1.5} />
        ) : null}
        {props.hasNumber || isChosen || isLit ? (
          <text
            x={x}
            y={layout.numberY}
            fill={isChosen ? accent : quiet}
            fontWeight={isChosen ? 650 : 400}
          >
            {lap.lap}
          </text>
        ) : null}
        <PlaceText lap={lap} x={x} y={layout.positionY} />
        <text x={x} y={layout.intervalY} fill={quiet}>
          {lap.intervalMs === null ? '–' : shortInterval(lap.intervalMs)}
        </text>
      </g>
      <rect
        id={props.id}
        role="option"
        aria-selected={isChosen}
        aria-label={lapInWords(lap)}
        aria-posinset={props.at + 1}
        aria-setsize={props.of}
        x={left}
        y={0}
        width={width}
        height={layout.height}
        fill="transparent"
        onClick={() => props.onChoose(lap.lap)}
        onPointerEnter={() => props.onPoint(lap.lap)}
        onPointerLeave={() => props.onPoint(undefined)}
        style={{ cursor: 'pointer' }}
      />
    </>
  )
})

const lit = 'var(--kl-palette-action-hover)'
const quiet = 'var(--kl-palette-text-secondary)'
const accent = 'var(--kl-palette-primary-main)'

type PlaceTextProps = { readonly lap: LedgerLap; readonly x: number; readonly y: number }

/** The position, with ▲ where places were won on that lap and ▼ where they were lost. */
function PlaceText({ lap: { position, placesLost }, x, y }: PlaceTextProps) {
  const change = placesLost === null || placesLost === 0 ? 'none' : placesLost < 0 ? 'won' : 'lost'
  const look = {
    none: { sign: '', fill: quiet },
    won: { sign: '▲', fill: 'var(--kl-palette-gain-main)' },
    lost: { sign: '▼', fill: 'var(--kl-palette-loss-main)' },
  }[change]
  return (
    <text x={x} y={y} fill={look.fill} fontWeight={change === 'none' ? 400 : 650}>
      {look.sign}
      {position ?? '–'}
    </text>
  )
}
