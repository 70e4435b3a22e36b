import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Stack from '@mui/material/Stack'
import type { ReactNode } from 'react'
import { formatTime } from '#core/domain/time.ts'
import { counted } from '#core/domain/wording.ts'
import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'
import { signedGap } from '../numbers/signed-gap.ts'
import type { MiddleOfLaps } from './lap-scale.ts'
import { bestInWords, countsInWords, orderInWords, pitInWords, placesInWords } from './lap-words.ts'

type LapReadoutProps = {
  /** Pointed at, or else chosen. */
  readonly lap: LedgerLap | undefined
  readonly chosen: number | undefined
  readonly middle: MiddleOfLaps | undefined
  readonly onStep: (by: 1 | -1) => void
  readonly onClear: () => void
  readonly onAsk: (lap: LedgerLap) => void
  /** What else can be done with the laps. */
  readonly children: ReactNode
}

/** The lap that is pointed at or chosen, in words and thousandths; else what all green laps are. */
export function LapReadout({ lap, chosen, middle, children, ...given }: LapReadoutProps) {
  const { onStep, onClear, onAsk } = given
  return (
    <Stack
      direction="row"
      sx={{ gap: '4px 8px', alignItems: 'center', flexWrap: 'wrap', mt: 2, minHeight: 48 }}
    >
      <IconButton aria-label="Lap before" onClick={() => onStep(-1)} sx={target}>
        ‹
      </IconButton>
      <IconButton aria-label="Next lap" onClick={() => onStep(1)} sx={target}>
        ›
      </IconButton>
      <Box
        sx={{
          flex: { xs: '1 0 100%', md: '1 1 240px' },
          order: { xs: -1, md: 0 },
          typography: 'body2',
          minHeight: { xs: 40, md: 20 },
        }}
      >
        {lap === undefined ? <AllLaps middle={middle} /> : <OneLap lap={lap} middle={middle} />}
      </Box>
      {lap === undefined || lap.lap !== chosen ? null : (
        <>
          <Button size="small" onClick={() => onAsk(lap)} sx={button}>
            Ask about lap {lap.lap}
          </Button>
          <Button size="small" onClick={onClear} sx={button}>
            All green laps
          </Button>
        </>
      )}
      {children}
    </Stack>
  )
}

function OneLap({ lap, middle }: Pick<LapReadoutProps, 'middle'> & { readonly lap: LedgerLap }) {
  const { lapTimeMs } = lap
  const words = [
    lap.isClean ? countsInWords(lap) : `not counted: ${countsInWords(lap)}`,
    bestInWords(lap),
    pitInWords(lap),
    orderInWords(lap),
    placesInWords(lap),
  ].filter((word) => word !== undefined)
  return (
    <>
      <b>
        Lap {lap.lap} · {lapTimeMs === null ? 'no lap time' : formatTime(lapTimeMs)}
      </b>
      {lap.isClean && lapTimeMs !== null && middle !== undefined
        ? ` · ${signedGap(lapTimeMs - middle.medianMs)} s to your median`
        : null}
      {` · ${words.join(' · ')}`}
    </>
  )
}

function AllLaps({ middle }: Pick<LapReadoutProps, 'middle'>) {
  if (middle === undefined) return 'No lap under green from start to finish: there is no median.'
  const { n, medianMs, halfMs } = middle
  return (
    <>
      <b>{counted(n, 'green lap')}</b> · median {formatTime(medianMs)}
      {halfMs === undefined
        ? null
        : ` · half of them between ${formatTime(halfMs[0])} and ${formatTime(halfMs[1])}`}
    </>
  )
}

const target = {
  width: { xs: 48, md: 44 },
  height: { xs: 48, md: 44 },
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  fontSize: '1.125rem',
} as const
const button = { minHeight: { xs: 48, md: 44 } } as const
