import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { Choice } from '../controls/choice.tsx'
import { AskButton } from '../screen/ask-button.tsx'
import { questionAbout, tellChoice, useChartChoice } from './chart-choice.ts'
import type { ChartCar } from './lap-chart-lines.ts'

type ChartChoiceBarProps = { readonly cars: readonly ChartCar[]; readonly laps: readonly number[] }

/** Under the lap chart: what a click or a key has chosen in it, and what can be asked about that. Its room is kept. */
export function ChartChoiceBar({ cars, laps }: ChartChoiceBarProps) {
  const [choice, choose] = useChartChoice(cars)
  const { car, lap } = choice
  const question = questionAbout(choice)
  return (
    <Box role="group" aria-label="What is chosen in the chart" sx={bar}>
      <Choice
        label="Car in the chart"
        value={car?.car ?? ''}
        onChange={(value) => choose({ car: value === '' ? null : value })}
      >
        <option value="">any car</option>
        {cars.map((one) => (
          <option key={one.car} value={one.car}>
            car {one.car}
          </option>
        ))}
      </Choice>
      <Choice
        label="Lap in the chart"
        value={lap === undefined ? '' : String(lap)}
        onChange={(value) => choose({ lap: value === '' ? null : Number(value) })}
      >
        <option value="">all laps</option>
        {laps.map((one) => (
          <option key={one} value={one}>
            lap {one}
          </option>
        ))}
      </Choice>
      <Box sx={told}>
        <Typography
          variant="body2"
          role="status"
          sx={{ flex: 1, minWidth: 0, ...(question === undefined && { color: 'text.secondary' }) }}
        >
          {question === undefined
            ? 'A click on a line chooses its car and the lap.'
            : tellChoice(cars, choice)}
        </Typography>
        {question === undefined ? null : (
          <AskButton
            text={question}
            about={{ ...(car && { car: car.car }), ...(lap !== undefined && { lap }) }}
          />
        )}
      </Box>
    </Box>
  )
}

const bar = {
  display: 'grid',
  gridTemplateColumns: { xs: '1fr 1fr', md: '112px 112px 1fr' },
  alignItems: 'center',
  columnGap: 2,
  rowGap: 1,
  mt: 2,
} as const

const told = {
  display: 'flex',
  alignItems: 'center',
  gap: 2,
  minHeight: { xs: 48, md: 36 },
  gridColumn: { xs: '1 / -1', md: 'auto' },
} as const
