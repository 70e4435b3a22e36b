import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReadAnswer } from '#core/protocol/review/reading-answers.ts'

type HowItWasMadeProps = {
  readonly answer: ReadAnswer
  readonly currentGeneration: string | null
}

/** Who wrote the answer, from which season, by which prompt, and how long it took. */
export function HowItWasMade({ answer, currentGeneration }: HowItWasMadeProps) {
  const { model, promptHash, generation, firstSentenceMs, tookMs, context, changedScope } = answer
  const lines = [
    ['Written by', model ?? 'the composer, without a model'],
    ['Prompt', promptHash?.slice(0, 12) ?? 'none'],
    ['Season', generationWords(generation, currentGeneration)],
    ['First sentence after', milliseconds(firstSentenceMs)],
    ['Whole answer after', milliseconds(tookMs)],
    ['On the screen', context === null ? 'nothing' : words(context)],
    ...(changedScope === null ? [] : [['Changed by the driver to', words(changedScope)] as const]),
  ] as const
  return (
    <Box component="section" aria-label="How it was made">
      <Typography variant="h2">How it was made</Typography>
      <Box
        component="dl"
        sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 4, rowGap: 1, m: 0 }}
      >
        {lines.map(([name, value]) => (
          <Box key={name} sx={{ display: 'contents' }}>
            <Typography component="dt" variant="caption" color="textSecondary">
              {name}
            </Typography>
            <Typography component="dd" variant="body2" sx={{ m: 0, overflowWrap: 'anywhere' }}>
              {value}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  )
}

function generationWords(generation: string | null, current: string | null): string {
  if (generation === null) return 'not known'
  return generation === current
    ? `${generation}, published now`
    : `${generation}, no longer published`
}

function milliseconds(ms: number | null): string {
  return ms === null ? 'not measured' : `${Math.round(ms)} ms`
}

function words(scope: object): string {
  return Object.entries(scope)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ')
}
