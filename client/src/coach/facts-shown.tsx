import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useEffect, useRef } from 'react'
import type { Fact } from '#core/domain/fact.ts'
import { FactLink } from '../facts/fact-link.tsx'

type FactsShownProps = {
  readonly facts: readonly Fact[]
  /** The one that was pointed at in the conversation. */
  readonly lit: string | undefined
}

/** Every fact whose number was shown, with its value and where it came from. */
export function FactsShown({ facts, lit }: FactsShownProps) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [lit])
  if (facts.length === 0) return null
  return (
    <Box component="section" aria-label="Facts">
      <Typography variant="h2">Facts shown</Typography>
      <Box component="ul" ref={list} sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {facts.map((fact) => (
          <Box
            component="li"
            key={fact.id}
            {...(fact.id === lit && { 'aria-current': 'true' as const })}
            sx={{
              py: 1,
              borderTop: 1,
              borderColor: 'divider',
              bgcolor: fact.id === lit ? 'action.hover' : undefined,
            }}
          >
            <Typography variant="body2">
              {fact.label}: <FactLink factId={fact.id} text={fact.text} fact={fact} />
            </Typography>
            <Typography variant="caption" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
              {sourceWords(fact)}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  )
}

function sourceWords({ source, operands, document }: Fact): string {
  if (source !== undefined) return `${source.file}, line ${source.line}, ${source.column}`
  if (operands !== undefined) return `computed from ${operands.length} facts`
  return document === null ? 'computed' : `${document.collection}/${document.id}`
}
