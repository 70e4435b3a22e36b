import Box from '@mui/material/Box'
import NativeSelect from '@mui/material/NativeSelect'
import type { ReactNode } from 'react'
import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'
import { formatTime } from '#core/domain/time.ts'
import { readSelection, useSelection } from '../screen/selection.ts'

type ComparisonBarProps = {
  readonly car: string
  readonly cars: readonly string[]
  readonly ledger: readonly LedgerLap[]
}

/** What the map and the sections show: a lap or the median of the green laps, and against what. */
export function ComparisonBar({ car, cars, ledger }: ComparisonBarProps) {
  const [{ lap, against }, change] = useSelection()
  const cleanLaps = ledger.filter(({ isClean }) => isClean).length
  return (
    <Box
      role="group"
      aria-label="What is compared"
      sx={{ display: 'flex', alignItems: 'center', gap: 2, minWidth: 0 }}
    >
      <Choice
        label="Which laps"
        value={ledger.some((each) => each.lap === lap) ? String(lap) : ''}
        onChange={(value) => change({ lap: value === '' ? null : Number(value) })}
      >
        <option value="">
          {cleanLaps === 0 ? 'No green lap' : `Median of ${cleanLaps} green laps`}
        </option>
        {ledger.map((each) => (
          <option key={each.lap} value={each.lap}>
            {lapOption(each)}
          </option>
        ))}
      </Choice>
      <Box component="span" sx={{ typography: 'body2', color: 'text.secondary' }}>
        against
      </Box>
      <Choice
        label="Against what"
        value={against}
        onChange={(value) => {
          const chosen = readSelection(new URLSearchParams({ against: value })).against
          change({ against: chosen === 'quick-quarter' ? null : chosen })
        }}
      >
        <option value="quick-quarter">quick quarter of the field</option>
        <option value="own-best">the car’s own best</option>
        <option value="field-median">field median</option>
        <option value="composite">best sections of all cars</option>
        {against.startsWith('car-') && !cars.includes(against.slice('car-'.length)) ? (
          <option value={against}>not in this race</option>
        ) : null}
        {cars
          .filter((other) => other !== car)
          .map((other) => (
            <option key={other} value={`car-${other}`}>
              car {other}
            </option>
          ))}
      </Choice>
    </Box>
  )
}

function lapOption({ lap, lapTimeMs, isClean }: LedgerLap): string {
  const time = lapTimeMs === null ? 'no time' : formatTime(lapTimeMs)
  return `Lap ${lap} · ${time}${isClean ? '' : ' · not green'}`
}

type ChoiceProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly children: ReactNode
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
  return (
    <NativeSelect
      value={value}
      onChange={(event) => onChange(event.target.value)}
      inputProps={{ 'aria-label': label }}
      disableUnderline
      sx={{
        border: 1,
        borderColor: 'divider',
        borderRadius: '8px',
        bgcolor: 'background.paper',
        typography: 'body2',
        flex: 1,
        minWidth: 0,
        '& select': { py: 0, pl: 3, height: { xs: 48, md: 36 }, boxSizing: 'border-box' },
      }}
    >
      {children}
    </NativeSelect>
  )
}
