import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { formatTime } from '#core/domain/time.ts'
import { lapsNamed } from '#core/domain/wording.ts'
import type { FieldAnswer } from '#core/protocol/rest/field-answer.ts'
import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'
import type { PatternsAnswer } from '#core/protocol/rest/patterns-answer.ts'
import { ChosenLap } from '../charts/chosen-lap.tsx'
import { PlotTable } from '../charts/plot-table.tsx'
import { signedGap } from '../numbers/signed-gap.ts'
import { effectInWords, type TrackLap } from '../weather/track-laps.ts'
import { TrackPlot } from '../weather/track-plot.tsx'
import { lapsOffTheScale } from './pace-laps.ts'
import { PacePlot } from './pace-plot.tsx'

type PatternPlotsProps = {
  readonly patterns: PatternsAnswer
  readonly ledger: readonly LedgerLap[]
  readonly field: FieldAnswer
}

/** The car's laps, and under the same axis what the track did to the whole field. */
export function PatternPlots({ patterns, ledger, field }: PatternPlotsProps) {
  const effects = new Map(field.laps.map(({ lap, effectMs }) => [lap, effectMs.lap]))
  const track: readonly TrackLap[] = ledger.map(({ lap }) => {
    const effectMs = effects.get(lap) ?? undefined
    return { lap, values: {}, ...(effectMs !== undefined && { effectMs }) }
  })
  const away = lapsOffTheScale(ledger)
  return (
    <>
      <PacePlot patterns={patterns} ledger={ledger} />
      {away.length === 0 ? null : (
        <Typography variant="caption" component="p" color="textSecondary">
          Not drawn, more than 3 % off the pace: {lapsNamed(away)}.
        </Typography>
      )}
      <Typography variant="caption" component="p" color="textSecondary" sx={{ mt: 2 }}>
        <b>The whole field on the same laps</b>, seconds; upwards slower for all
      </Typography>
      <Box>
        <TrackPlot raceId={patterns.raceId} car={patterns.car} laps={track} height={120} />
      </Box>
      <ChosenLap tell={(lap) => lapInWords(ledger, track, lap)} />
      <PlotTable
        caption="Lap times as driven and with the track taken out; what the track did to the whole field, in seconds"
        columns={['Lap', 'As driven', 'The track taken out', 'The field, s']}
        rows={ledger.map(({ lap, isClean, lapTimeMs, correctedMs }) => {
          const effectMs = effects.get(lap) ?? undefined
          return [
            lap,
            `${time(lapTimeMs)}${isClean ? '' : ' (not counted)'}`,
            time(correctedMs),
            effectMs === undefined ? '–' : signedGap(effectMs),
          ]
        })}
      />
    </>
  )
}

function time(ms: number | null): string {
  return ms === null ? '–' : formatTime(ms)
}

/** "1:39.893 as driven, 1:39.764 with the track taken out; the whole field +0.129 s …" */
function lapInWords(
  ledger: readonly LedgerLap[],
  track: readonly TrackLap[],
  lap: number,
): string | undefined {
  const found = ledger.find((one) => one.lap === lap)
  if (found === undefined) return undefined
  const corrected =
    found.correctedMs === null ? '' : `, ${formatTime(found.correctedMs)} with the track taken out`
  const driven = found.lapTimeMs === null ? 'no time' : `${formatTime(found.lapTimeMs)} as driven`
  const effect = effectInWords(track, lap)
  return `${driven}${corrected}${effect === undefined ? '' : `; ${effect}`}`
}
