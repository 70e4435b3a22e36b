import Box from '@mui/material/Box'
import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'
import { formatTime } from '#core/domain/time.ts'
import { Choice } from '../controls/choice.tsx'
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
      sx={{
        display: { xs: 'grid', md: 'flex' },
        // Under each other on a phone: none of what is chosen is cut off.
        gridTemplateColumns: 'auto 1fr',
        '& > div:first-of-type': { gridColumn: '1 / -1' },
        alignItems: 'center',
        gap: 2,
        minWidth: 0,
      }}
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
