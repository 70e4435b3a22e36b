import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Slider from '@mui/material/Slider'
import Typography from '@mui/material/Typography'
import type { KeyboardEvent } from 'react'
import { formatTime } from '#core/domain/time.ts'
import { signedGap } from '../numbers/signed-gap.ts'
import { lengthOf, type PlayedLap } from './played-lap.ts'
import { type Playback, speeds } from './playback.ts'
import { gapAt, loopName } from './run.ts'
import { usePlayback } from './use-playback.ts'

type PlaybackBarProps = { readonly playback: Playback; readonly lap: PlayedLap }

/** Play, pause, speed, scrub; and the gap at the last loop that both have passed. */
export function PlaybackBar({ playback, lap }: PlaybackBarProps) {
  const { ms, isPlaying, speed } = usePlayback(playback)
  const { reference } = lap
  const names = reference === undefined ? lap.name : `${lap.name} and ${reference.name}`
  const nextSpeed = speeds[(speeds.findIndex((one) => one === speed) + 1) % speeds.length] ?? 1
  return (
    <Box role="group" aria-label={`Playback of ${names}`} onKeyDown={keysFor(playback, lap)}>
      <Box sx={{ display: 'flex', alignItems: 'center', columnGap: 3 }}>
        <Button
          color="inherit"
          aria-label={isPlaying ? 'Pause' : `Play ${names}`}
          onClick={isPlaying ? playback.pause : playback.play}
          sx={{ minWidth: 44, minHeight: { xs: 48, md: 44 }, px: 0, color: 'primary.main' }}
        >
          <PlaySign isPlaying={isPlaying} />
        </Button>
        <Slider
          size="small"
          aria-label="Time since the start of the lap"
          min={0}
          max={lengthOf(lap)}
          step={10}
          shiftStep={1000}
          value={ms}
          getAriaValueText={() => `${formatTime(ms)} of ${formatTime(lengthOf(lap))}`}
          marks={lap.run.crossings.map(({ atMs }) => ({ value: atMs }))}
          onChange={(_, value) => {
            if (typeof value === 'number') playback.seek(value)
          }}
          sx={{ flex: 1, minWidth: 80 }}
        />
        <Typography variant="body2" component="span" sx={{ minWidth: 62, textAlign: 'right' }}>
          {formatTime(ms)}
        </Typography>
        <Button
          color="inherit"
          aria-label={`Speed: ${speed} times. Change to ${nextSpeed} times`}
          onClick={() => playback.setSpeed(nextSpeed)}
          sx={{ minWidth: 44, minHeight: { xs: 48, md: 44 }, px: 0, color: 'text.secondary' }}
        >
          {speed}×
        </Button>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, typography: 'body2' }}>
        <span>
          {lap.name}
          {lap.name.includes(',') ? ',' : ''}
          {reference === undefined
            ? ' alone: not every gap to the reference is known on this lap'
            : ` against ${reference.name}`}
        </span>
        <RunningGap lap={lap} ms={ms} />
      </Box>
      <Typography variant="caption" component="p" color="textSecondary">
        Between two loops the dots move evenly; only the loops were measured.
      </Typography>
    </Box>
  )
}

/** "+0.110 at the end of Section 1" */
function RunningGap({ lap, ms }: { readonly lap: PlayedLap; readonly ms: number }) {
  if (lap.reference === undefined) return null
  const gap = gapAt(lap.run, lap.reference.run, ms)
  if (gap === undefined)
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        no gap before the first loop
      </Box>
    )
  return (
    <span role="status">
      <Box
        component="span"
        sx={{ fontWeight: 'fontWeightBold', color: gap.gapMs > 0 ? 'loss.main' : 'gain.main' }}
      >
        {signedGap(gap.gapMs)}
      </Box>{' '}
      at {loopName(gap.loop)}
    </span>
  )
}

const jumpMs = 1000

/** Space plays and pauses, the arrows jump a second, Home and End go to the line; the slider has its own keys. */
function keysFor(playback: Playback, lap: PlayedLap) {
  const { read, pause, play, seek } = playback
  const actions: Readonly<Record<string, () => void>> = {
    ' ': () => (read().isPlaying ? pause() : play()),
    ArrowLeft: () => seek(read().ms - jumpMs),
    ArrowRight: () => seek(read().ms + jumpMs),
    Home: () => seek(0),
    End: () => seek(lengthOf(lap)),
  }
  return (event: KeyboardEvent) => {
    const isButton = event.target instanceof HTMLButtonElement
    const isSlider = event.target instanceof HTMLInputElement
    const act = actions[event.key]
    if (act === undefined || (isButton && event.key === ' ') || (isSlider && event.key !== ' '))
      return
    event.preventDefault()
    act()
  }
}

function PlaySign({ isPlaying }: { readonly isPlaying: boolean }) {
  return (
    <svg width={16} height={16} viewBox="0 0 16 16" fill="currentColor" aria-hidden>
      {isPlaying ? <path d="M3,2h4v12h-4zM9,2h4v12h-4z" /> : <path d="M3,1L14,8L3,15z" />}
    </svg>
  )
}
