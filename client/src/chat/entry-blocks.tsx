import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { Fact } from '#core/domain/fact.ts'
import type { Outcome } from '#core/protocol/chat/frames.ts'
import { FactLink } from '../facts/fact-link.tsx'
import { LinkedParts } from '../facts/linked-parts.tsx'
import { blocksOf, type Sentence } from './blocks.ts'
import { markedParts } from './marked-parts.ts'
import type { Answer, Entry } from './turn.ts'
import { WithheldMark } from './withheld-mark.tsx'
import { labelOf } from './written-answer.ts'

type Wrong = Answer['corrections'][number]['wrong']
type EntryBlocksProps = {
  readonly entries: readonly Entry[]
  readonly facts: ReadonlyMap<string, Fact>
  readonly outcome: Outcome | undefined
  readonly wrong: Wrong
}

/** The sentences of an answer: facts plain, actions and hypotheses marked as such, withheld ones a mark. */
export function EntryBlocks({ entries, outcome, ...said }: EntryBlocksProps) {
  return blocksOf(entries).map((block) =>
    block.type === 'withheld' ? (
      <WithheldMark key={block.index} reasons={block.reasons} />
    ) : (
      <Block key={block.index} kind={block.kind} label={labelOf(block.kind, outcome)}>
        {block.sentences.map((sentence) => (
          <SentenceView key={sentence.index} sentence={sentence} {...said} />
        ))}
      </Block>
    ),
  )
}

type BlockProps = {
  readonly kind: Sentence['kind']
  readonly label: string | undefined
  readonly children: React.ReactNode
}

function Block({ kind, label, children }: BlockProps) {
  if (label === undefined) return children
  const isAction = kind === 'action'
  return (
    <Box
      sx={{
        my: 2,
        pl: 2.5,
        borderLeft: '3px solid',
        borderColor: isAction ? 'primary.main' : 'divider',
        color: isAction ? 'text.primary' : 'text.secondary',
      }}
    >
      <Typography
        variant="caption"
        component="p"
        sx={{
          fontSize: '0.6875rem',
          fontWeight: 'fontWeightBold',
          textTransform: 'uppercase',
          color: isAction ? 'primary.main' : 'text.secondary',
        }}
      >
        {label}
      </Typography>
      {children}
    </Box>
  )
}

type SentenceViewProps = {
  readonly sentence: Sentence
  readonly facts: ReadonlyMap<string, Fact>
  readonly wrong: Wrong
}

function SentenceView({ sentence, facts, wrong }: SentenceViewProps) {
  const { index, kind, parts } = sentence
  const own = wrong.filter((range) => range.index === index)
  // The first word on a question is what was asked for, also where it is only a note.
  const isAside = kind === 'note' && index > 0
  return (
    <Typography
      variant={isAside ? 'body2' : 'body1'}
      color={isAside ? 'textSecondary' : 'inherit'}
      sx={{ py: 0.75, overflowWrap: 'anywhere' }}
    >
      {own.length === 0 ? (
        <LinkedParts parts={parts} facts={facts} />
      ) : (
        <StruckParts parts={parts} wrong={own} facts={facts} />
      )}
    </Typography>
  )
}

type StruckPartsProps = Omit<SentenceViewProps, 'sentence'> & Pick<Sentence, 'parts'>

/** A sentence in which a coach found words wrong: they stay, struck through. */
function StruckParts({ parts, wrong, facts }: StruckPartsProps) {
  const placed = markedParts(parts, wrong).map((part, place) => ({ ...part, place }))
  return placed.map(({ place, text, factId, isWrong }) => {
    const words =
      factId === undefined ? (
        text
      ) : (
        <FactLink factId={factId} text={text} fact={facts.get(factId)} />
      )
    return isWrong ? (
      <Box key={place} component="del" sx={{ color: 'text.secondary' }}>
        {words}
      </Box>
    ) : (
      <span key={place}>{words}</span>
    )
  })
}
