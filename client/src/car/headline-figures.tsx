import Box from '@mui/material/Box'
import { factText } from '#core/domain/fact-text.ts'
import { formatTime } from '#core/domain/time.ts'
import type { PatternsAnswer } from '#core/protocol/rest/patterns-answer.ts'
import type { RaceAnswer } from '#core/protocol/rest/race-answer.ts'
import { signedGap } from '../numbers/signed-gap.ts'
import { Figure } from '../shell/figure.tsx'

type HeadlineFiguresProps = {
  readonly patterns: PatternsAnswer
  readonly classification: RaceAnswer['classification']
}

/** Result, pace, best lap, steadiness: each with what it is compared with. */
export function HeadlineFigures({ patterns, classification }: HeadlineFiguresProps) {
  return (
    <Box
      role="group"
      aria-label="In figures"
      sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 6, rowGap: 2 }}
    >
      <Figure
        label={classification === 'provisional' ? 'Result, provisional' : 'Result'}
        {...result(patterns)}
      />
      <Figure label="Pace" {...pace(patterns)} />
      <Figure label="Best lap" {...bestLap(patterns)} />
      <Figure label="Half of the laps within" {...steadiness(patterns)} />
    </Box>
  )
}

type Shown = { readonly value: string; readonly note: string }
const none = '–'

function result({ position, positionOnRoad, story }: PatternsAnswer): Shown {
  const { positionAfterLap1 } = story
  const after = positionAfterLap1 === null ? '' : `${ordinal(positionAfterLap1)} after lap 1`
  if (position !== null) return { value: `P${position}`, note: after }
  return { value: `P${positionOnRoad}`, note: `on the road; no result is known. ${after}`.trim() }
}

function pace({ pace: figures, cleanLaps }: PatternsAnswer): Shown {
  if (figures === null) return { value: none, note: fewLaps(cleanLaps) }
  const gap = figures.gapMs === null ? '' : ` · ${signedGap(figures.gapMs)} s off the quick quarter`
  return figures.rank === null
    ? { value: formatTime(figures.paceMs), note: gap }
    : { value: ordinal(figures.rank), note: `of ${figures.of ?? none}${gap}` }
}

function bestLap({ bestLap: best, gapToJointMs }: PatternsAnswer): Shown {
  if (best === null) return { value: none, note: 'no timed lap after lap 1' }
  const gap =
    gapToJointMs === null ? '' : ` · ${signedGap(gapToJointMs)} s off the best of all cars`
  return { value: formatTime(best.lapTimeMs), note: `lap ${best.lap}${gap}` }
}

function steadiness({ steadyMs, steadyRank, steadyOf, cleanLaps }: PatternsAnswer): Shown {
  if (steadyMs === null) return { value: none, note: fewLaps(cleanLaps) }
  const rank = steadyRank === null ? '' : `${ordinal(steadyRank)} of ${steadyOf ?? none}`
  return { value: `±${formatTime(steadyMs)} s`, note: rank }
}

/** A pace needs six green laps, a steadiness eight. */
function fewLaps(cleanLaps: number): string {
  if (cleanLaps === 0) return 'no green lap'
  return cleanLaps === 1 ? 'only 1 green lap' : `only ${cleanLaps} green laps`
}

function ordinal(rank: number): string {
  return factText('rank', rank)
}
