import useMediaQuery from '@mui/material/useMediaQuery'
import { pointAt } from '#core/domain/outline.ts'
import type { TrackLine } from '../track-map/track-line.ts'
import type { PlayedLap } from './played-lap.ts'
import type { Playback } from './playback.ts'
import { type Run, shareAt, shareOfLastLoop } from './run.ts'
import { usePlayback } from './use-playback.ts'

type RunnersProps = {
  readonly playback: Playback
  readonly lap: PlayedLap
  readonly line: TrackLine
}

/** The lap as a filled dot, its reference as a ring. */
export function Runners({ playback, lap, line }: RunnersProps) {
  const { ms } = usePlayback(playback)
  // Without movement they stand at the loops, where they were measured anyway.
  const isStill = useMediaQuery('(prefers-reduced-motion: reduce)')
  const at = (run: Run) => pointAt(line, 1, (isStill ? shareOfLastLoop : shareAt)(run, ms))
  if (ms === 0) return null
  const own = at(lap.run)
  const other = lap.reference && at(lap.reference.run)
  return (
    <g aria-hidden pointerEvents="none">
      {other === undefined ? null : (
        <circle
          cx={other[0]}
          cy={other[1]}
          r={8}
          fill="var(--kl-palette-background-paper)"
          stroke="var(--kl-palette-text-primary)"
          strokeWidth={2.5}
        />
      )}
      <circle
        cx={own[0]}
        cy={own[1]}
        r={7}
        fill="var(--kl-palette-primary-main)"
        stroke="var(--kl-palette-background-paper)"
        strokeWidth={2}
      />
    </g>
  )
}
