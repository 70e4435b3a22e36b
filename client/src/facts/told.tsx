import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { Sentence, SentenceKind } from '#core/protocol/documents/sentence.ts'
import { LinkedParts } from './linked-parts.tsx'

type ToldProps = { readonly sentences: readonly Sentence[] }

/** Sentences as what they are: facts plain, actions and hypotheses marked, one mark for those that follow each other. */
export function Told({ sentences }: ToldProps) {
  return groupsOf(sentences).map(({ place, kind, told }) => (
    <Marked key={place} kind={kind}>
      {told.map(({ at, sentence }) => (
        <Typography key={at} component="p" sx={{ '& + &': { mt: 1 } }}>
          <LinkedParts parts={sentence.parts} />
        </Typography>
      ))}
    </Marked>
  ))
}

type MarkedProps = { readonly kind: SentenceKind; readonly children: ReactNode }

const marks = {
  fact: undefined,
  note: undefined,
  action: { words: 'Next race run', bar: 'primary.main', heading: 'primary.main', text: 'inherit' },
  hypothesis: {
    words: 'Hypothesis, not in the timing',
    bar: 'divider',
    heading: 'text.secondary',
    text: 'text.secondary',
  },
} as const

/** The bar and the words that tell an action or a hypothesis from a fact. */
function Marked({ kind, children }: MarkedProps) {
  const mark = marks[kind]
  if (mark === undefined)
    return (
      <Box sx={{ color: kind === 'note' ? 'text.secondary' : 'inherit', '& + &': { mt: 2 } }}>
        {children}
      </Box>
    )
  return (
    <Box sx={{ borderLeft: 3, borderColor: mark.bar, pl: 3, my: 2, color: mark.text }}>
      <Typography
        component="p"
        sx={{
          fontSize: '0.6875rem',
          fontWeight: 'fontWeightBold',
          letterSpacing: '0.02em',
          textTransform: 'uppercase',
          color: mark.heading,
        }}
      >
        {mark.words}
      </Typography>
      {children}
    </Box>
  )
}

function groupsOf(sentences: readonly Sentence[]) {
  const groups: {
    readonly place: number
    readonly kind: SentenceKind
    readonly told: { readonly at: number; readonly sentence: Sentence }[]
  }[] = []
  for (const [at, sentence] of sentences.entries()) {
    const last = groups.at(-1)
    if (last?.kind === sentence.kind) last.told.push({ at, sentence })
    else groups.push({ place: at, kind: sentence.kind, told: [{ at, sentence }] })
  }
  return groups
}
