import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { WeatherAnswer } from '#core/protocol/rest/weather-answer.ts'
import { LinkedParts } from '../facts/linked-parts.tsx'
import { variableNames } from './measures.ts'

type Variable = WeatherAnswer['variables'][number]

const verdictWords: Readonly<Record<Variable['verdict'], string>> = {
  associated: 'moved with the track',
  'no-evidence': 'no sign of it in the laps',
  'range-too-small': 'moved too little',
  'not-measured': 'not measured',
  'never-leads': 'not judged',
}

/** Every variable with its verdict and why; then rain, and all of them at once. */
export function VariableVerdicts({ weather }: { readonly weather: WeatherAnswer }) {
  if (weather.file === null) return null
  return (
    <div>
      <Typography variant="h3">What each reading can tell</Typography>
      <Box component="dl" sx={list}>
        {weather.variables.map(({ name, verdict, sentence }) => (
          <Box key={name}>
            <Box component="dt">
              {variableNames[name]}
              <Box
                component="span"
                sx={{ color: verdict === 'associated' ? 'caution.main' : 'text.secondary' }}
              >
                {verdictWords[verdict]}
              </Box>
            </Box>
            <dd>
              <LinkedParts parts={sentence.parts} />
            </dd>
          </Box>
        ))}
        <Box>
          <Box component="dt">
            Rain{' '}
            <Box component="span" sx={{ color: 'text.secondary' }}>
              no usable sensor
            </Box>
          </Box>
          <dd>
            <LinkedParts parts={weather.rain.sentence.parts} />
          </dd>
        </Box>
        <Box>
          <Box component="dt">
            All at once
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {weather.regression.kind === 'fitted' ? 'a description, no cause' : 'not computed'}
            </Box>
          </Box>
          <dd>
            <LinkedParts parts={weather.regression.sentence.parts} />
          </dd>
        </Box>
      </Box>
    </div>
  )
}

const list = {
  m: 0,
  mt: 1,
  typography: 'body2',
  '& > div': {
    display: { xs: 'block', md: 'grid' },
    gridTemplateColumns: '200px 1fr',
    gap: 3,
    py: 2,
    borderTop: 1,
    borderColor: 'divider',
  },
  '& dt': { fontWeight: 'fontWeightMedium' },
  '& dt span': { display: 'block', typography: 'caption' },
  '& dd': { m: 0, color: 'text.secondary' },
} as const
