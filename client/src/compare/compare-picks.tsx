import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { formatTime } from '#core/domain/time.ts'
import type { CarSummary } from '#core/protocol/rest/car-summary.ts'
import type { ComparedCar } from './compared-car.ts'
import type { Comparison } from './comparison.ts'
import { Pick } from './pick.tsx'

type ComparePicksProps = {
  readonly cars: readonly CarSummary[]
  readonly own: ComparedCar
  readonly other: ComparedCar
  readonly comparison: Comparison
  readonly onChange: (change: {
    readonly withCar?: string
    readonly lap?: number | null
    readonly withLap?: number | null
  }) => void
}

const allLaps = { value: '', text: 'all green laps' }

/** Who is compared with whom, over which laps. Either both are all green laps, or both are one lap. */
export function ComparePicks({ cars, own, other, comparison, onChange }: ComparePicksProps) {
  const { lap, withLap } = comparison
  const chooseLap = (text: string) => {
    const chosen = text === '' ? null : Number(text)
    onChange({ lap: chosen, withLap: chosen === null ? null : (withLap ?? bestLapOf(other)) })
  }
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: { xs: 3, md: 4 },
        alignItems: 'flex-end',
        '& > .MuiTextField-root': { flex: { xs: '1 1 150px', md: 'none' } },
      }}
    >
      <Typography variant="h1" sx={{ flex: { xs: '1 1 100%', md: '1 1 240px' } }}>
        Car {own.summary.car} and car {other.summary.car}
      </Typography>
      <Pick
        label={`Laps of car ${own.summary.car}`}
        value={lap === undefined ? '' : String(lap)}
        options={[allLaps, ...lapOptions(own)]}
        onPick={chooseLap}
      />
      <Pick
        label="With"
        value={other.summary.car}
        options={cars.map((one) => ({ value: one.car, text: `Car ${one.car}` }))}
        onPick={(car) => onChange({ withCar: car, lap: null, withLap: null })}
      />
      {lap === undefined ? null : (
        <Pick
          label={`Lap of car ${other.summary.car}`}
          value={String(withLap ?? bestLapOf(other) ?? '')}
          options={lapOptions(other)}
          onPick={(text) => onChange({ withLap: Number(text) })}
        />
      )}
    </Box>
  )
}

function bestLapOf({ summary, laps }: ComparedCar): number | null {
  return summary.bestLap?.lap ?? laps.at(0)?.lap ?? null
}

function lapOptions({ laps }: ComparedCar) {
  return laps.map(({ lap, lapTimeMs, isClean, isPersonalBest }) => {
    const marks = [
      lapTimeMs === null ? 'no time' : formatTime(lapTimeMs),
      ...(isPersonalBest ? ['best'] : []),
      ...(isClean ? [] : ['not green']),
    ]
    return { value: String(lap), text: `lap ${lap} · ${marks.join(' · ')}` }
  })
}
