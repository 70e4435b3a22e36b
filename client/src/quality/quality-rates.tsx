import Box from '@mui/material/Box'
import type { QualityRate, QualityRun } from '#core/protocol/rest/quality-answer.ts'
import { Card } from '../shell/card.tsx'
import { Figure } from '../shell/figure.tsx'

const meanings: Record<keyof QualityRun['rates'], string> = {
  answered: 'Answered',
  right: 'Right in every respect',
  refused: 'Refused as it should',
  askedFigures: 'Figures asked for, and shown',
  citationPrecision: 'Citations that open the same value',
  citationRecall: 'Numbers that carry a citation',
  withheld: 'Sentences withheld',
}

/** The rates of a run, each with n and its interval. */
export function QualityRates({ run }: { readonly run: QualityRun }) {
  const { rates, unsupportedNumbers, firstSentenceMs } = run
  return (
    <Card title="Measured" note="Share with its 95 % interval (Wilson), and of how many">
      <Box
        sx={{
          display: 'grid',
          gap: 4,
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 230px), 1fr))',
        }}
      >
        <Figure
          label="Numbers shown that no fact supports"
          value={unsupportedNumbers}
          note={`of all numbers in ${run.questions.toLocaleString('en-GB')} answers`}
        />
        {Object.entries(meanings).map(([name, meaning]) => {
          const rate = Object.entries(rates).find(([one]) => one === name)?.[1]
          return rate === undefined ? null : <Rate key={name} meaning={meaning} rate={rate} />
        })}
        <Figure
          label="Time to the first sentence"
          value={milliseconds(firstSentenceMs.p50)}
          note={`median; 95 % within ${milliseconds(firstSentenceMs.p95)}; ${firstSentenceMs.n.toLocaleString('en-GB')} answers`}
        />
      </Box>
    </Card>
  )
}

function Rate({ meaning, rate }: { readonly meaning: string; readonly rate: QualityRate }) {
  const { rate: share, low, high, hits, n } = rate
  const interval = low === null || high === null ? '' : `${percent(low)} to ${percent(high)}; `
  return (
    <Figure
      label={meaning}
      value={share === null ? 'not tried' : percent(share)}
      note={`${interval}${hits.toLocaleString('en-GB')} of ${n.toLocaleString('en-GB')}`}
    />
  )
}

/** Never rounded up to a hundred: 99.96 % is not all. */
function percent(share: number): string {
  const text = (Math.floor(share * 1000) / 10).toFixed(1)
  return `${text.replace(/\.0$/, '')} %`
}

function milliseconds(ms: number | null): string {
  return ms === null ? 'not measured' : `${Math.round(ms)} ms`
}
