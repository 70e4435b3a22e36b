import Box from '@mui/material/Box'
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react'
import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'
import { useInSight } from '../charts/use-in-sight.ts'
import { useWidth } from '../charts/use-width.ts'
import { LapColumn } from './lap-column.tsx'
import { lapScale, middleOfLaps } from './lap-scale.ts'
import { reasonLabels } from './reason-labels.ts'
import { ReasonWords, StripAxis, StripGround } from './strip-ground.tsx'
import { leastStepPx, stepPx, stripLayout } from './strip-layout.ts'
import { placeAfterKey } from './strip-keys.ts'

type LapStripProps = {
  readonly laps: readonly LedgerLap[]
  readonly chosen: number | undefined
  /** Laps that the spotlight is on. */
  readonly isLit: (lap: number) => boolean
  readonly onChoose: (lap: number | null) => void
  readonly onPoint: (lap: number | undefined) => void
  /** How narrow a lap may get before the strip scrolls; on paper nothing scrolls. */
  readonly leastPx?: number
}

/** All laps in their order: green ones by their time, the others at the top edge; only those in sight are drawn. */
export function LapStrip({
  laps,
  chosen,
  isLit,
  onChoose,
  onPoint,
  leastPx = leastStepPx,
}: LapStripProps) {
  const id = useId()
  const { ref, width = 0 } = useWidth<HTMLDivElement>()
  const step = stepPx(width, laps.length, leastPx)
  const columns = useInSight({
    count: laps.length,
    sizePx: step,
    frame: ref,
    isHorizontal: true,
    overscan: 6,
  })
  const drawn = useMemo(() => drawingOf(laps, step), [laps, step])
  const { active, setActive, onKeyDown } = useActiveLap({ laps, chosen, onChoose, onPoint })
  const { reveal } = columns
  const shown = laps.findIndex(({ lap }) => isLit(lap))
  const inSight = shown === -1 ? laps.findIndex(({ lap }) => lap === chosen) : shown
  useEffect(() => {
    if (inSight !== -1) reveal(inSight)
  }, [reveal, inSight])
  const every = laps.length > 60 ? 5 : 3
  return (
    <Box sx={{ display: 'flex' }}>
      <StripAxis layout={drawn.layout} scale={drawn.scale} />
      <Box
        ref={ref}
        role="listbox"
        tabIndex={0}
        aria-label="Laps: arrows move, Enter chooses, Escape takes the choice back"
        aria-orientation="horizontal"
        aria-activedescendant={active === undefined ? undefined : `${id}-${active}`}
        onKeyDown={onKeyDown}
        onBlur={() => setActive(undefined)}
        sx={{ flex: 1, minWidth: 0, overflowX: 'auto', overflowY: 'hidden' }}
      >
        <svg
          role="presentation"
          width={Math.max(step * laps.length, 1)}
          height={drawn.layout.height}
          fontSize={step < leastStepPx ? 9 : 11}
          textAnchor="middle"
          style={{ display: 'block' }}
        >
          <StripGround
            layout={drawn.layout}
            middle={drawn.middle}
            width={Math.max(width, step * laps.length)}
          />
          {columns.items.map(({ index, startPx }) => {
            const lap = laps[index]
            return lap === undefined ? null : (
              <LapColumn
                key={lap.lap}
                id={`${id}-${lap.lap}`}
                lap={lap}
                at={index}
                of={laps.length}
                left={startPx}
                width={step}
                layout={drawn.layout}
                isChosen={lap.lap === chosen}
                isLit={lap.lap === active || isLit(lap.lap)}
                hasNumber={lap.lap % every === 0}
                onChoose={onChoose}
                onPoint={onPoint}
              />
            )
          })}
          <ReasonWords layout={drawn.layout} labels={drawn.labels} />
        </svg>
      </Box>
    </Box>
  )
}

function drawingOf(laps: readonly LedgerLap[], step: number) {
  const scale = lapScale(laps)
  const labels = reasonLabels(laps, step, scale)
  return { scale, labels, middle: middleOfLaps(laps), layout: stripLayout(scale, labels) }
}

/** The lap that the keyboard is on; it is lit, and chosen with Enter. */
function useActiveLap({ laps, chosen, onChoose, onPoint }: Omit<LapStripProps, 'isLit'>) {
  const [active, setActive] = useState<number>()
  const point = (lap: number | undefined) => {
    setActive(lap)
    onPoint(lap)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const at = laps.findIndex(({ lap }) => lap === (active ?? chosen))
    if ((event.key === 'Enter' || event.key === ' ') && active !== undefined) onChoose(active)
    else if (event.key === 'Escape') onChoose(null)
    else {
      const next = placeAfterKey(event.key, at, laps.length)
      if (next === undefined) return
      point(laps[next]?.lap)
    }
    event.preventDefault()
  }
  return { active, setActive: point, onKeyDown }
}
