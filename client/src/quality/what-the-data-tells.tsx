import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { Card } from '../shell/card.tsx'

const tells = [
  'Lap, section and sub-section times to the thousandth, and where they were driven slower or quicker than by others.',
  'What the track did to everyone on a lap, and what is left when that is taken out.',
  'How often a car repeats its best, whether its pace moves against the field, how steady it is.',
  'The order at the line, intervals, who was followed and how closely, pit stops and yellow phases.',
  'Air, humidity and wind at each lap, and whether the track moved with them.',
]
const silent = [
  'Braking, throttle, lines, gears, tyres and set-up: nothing of them is timed. They appear as hypotheses only, marked as such.',
  'Where within a section time was lost: between two timing loops nothing is measured.',
  'Why: a slow lap behind another car may have been held up, and may not.',
  'Rain, where its sensor reads 0 throughout: that says nothing.',
]

/** What timing can and cannot say, so that nobody asks more of it than it holds. */
export function WhatTheDataTells() {
  return (
    <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
      <Card title="What the data tells">
        <Lines lines={tells} />
      </Card>
      <Card title="What it cannot tell">
        <Lines lines={silent} />
      </Card>
    </Box>
  )
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <Box component="ul" sx={{ m: 0, pl: 4 }}>
      {lines.map((line) => (
        <Typography key={line} variant="body2" component="li" sx={{ py: 0.5 }}>
          {line}
        </Typography>
      ))}
    </Box>
  )
}
