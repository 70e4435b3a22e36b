import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { WrongWords } from '#core/protocol/review/judgment.ts'
import type { AnswerLine, ReadAnswer } from '#core/protocol/review/reading-answers.ts'
import { markedParts } from '../chat/marked-parts.ts'
import { useRaceNames } from '../chat/race-names.ts'
import { scopeParts } from '../chat/scope-words.ts'
import { outcomeWords, whenText } from './coach-words.ts'
import { sentenceAttribute } from './marks.ts'

type ReadAnswerViewProps = {
  readonly answer: ReadAnswer
  readonly wrong: readonly WrongWords[]
  readonly isMarkable: boolean
  readonly onFact: (factId: string) => void
}

/** A question and its answer as the driver saw them, with what was withheld, and why. */
export function ReadAnswerView({ answer, wrong, isMarkable, onFact }: ReadAnswerViewProps) {
  const { question, scope, lines, outcome, feedback, correction } = answer
  const nameOf = useRaceNames(scope !== null)
  const understood =
    scope === null
      ? ''
      : scopeParts(scope, nameOf)
          .map(({ text }) => text)
          .join(' · ')
  return (
    <Box component="article">
      <Typography sx={{ fontWeight: 'fontWeightBold', overflowWrap: 'anywhere' }}>
        {question}
      </Typography>
      <Typography variant="caption" component="p" color="textSecondary" sx={{ mb: 2 }}>
        Understood: {understood === '' ? 'nothing in particular' : understood} ·{' '}
        {outcome === null ? 'cut off' : outcomeWords[outcome]}
      </Typography>
      {lines.map((line) => (
        <Line
          key={`${line.type} ${line.index}`}
          line={line}
          wrong={wrong.filter(({ index }) => index === line.index)}
          isMarkable={isMarkable}
          onFact={onFact}
        />
      ))}
      {feedback === null ? null : (
        <Typography variant="body2" sx={{ mt: 2, color: 'caution.main' }}>
          The driver: {feedback.verdict}
          {feedback.note === undefined ? '' : `, “${feedback.note}”`} ({whenText(feedback.at)})
        </Typography>
      )}
      {correction === null ? null : (
        <Box sx={{ mt: 2, pl: 3, borderLeft: 3, borderColor: 'ownBest.main' }}>
          <Typography variant="caption" component="p">
            Shown to the driver, by {correction.coach}, {whenText(correction.at)}
          </Typography>
          <Typography>
            {correction.sentences
              .map(({ parts }) => parts.map(({ text }) => text).join(''))
              .join(' ')}
          </Typography>
        </Box>
      )}
    </Box>
  )
}

type LineProps = {
  readonly line: AnswerLine
  readonly wrong: readonly WrongWords[]
  readonly isMarkable: boolean
  readonly onFact: (factId: string) => void
}

const kindWords = { hypothesis: 'Hypothesis', action: 'Next race run', fact: '', note: '' }

function Line({ line, wrong, isMarkable, onFact }: LineProps) {
  if (line.type === 'withheld') return <Withheld line={line} />
  const kind = kindWords[line.kind]
  const placed = markedParts(line.parts, wrong).map((part, place) => ({ ...part, place }))
  return (
    <Typography sx={{ py: 0.75, overflowWrap: 'anywhere', userSelect: 'text' }}>
      {kind === '' ? null : (
        <Typography component="span" variant="caption" color="textSecondary">
          {kind}:{' '}
        </Typography>
      )}
      <span {...(isMarkable && { [sentenceAttribute]: line.index })}>
        {placed.map(({ place, text, factId, isWrong }) => (
          <Box
            key={place}
            component={isWrong ? 's' : 'span'}
            {...(factId !== undefined && { onClick: () => onFact(factId), title: 'Show the fact' })}
            sx={{
              ...(factId !== undefined && {
                borderBottom: '1px dotted',
                borderColor: 'primary.main',
                fontWeight: 'fontWeightMedium',
                cursor: 'pointer',
              }),
              ...(isWrong && { color: 'loss.main' }),
            }}
          >
            {text}
          </Box>
        ))}
      </span>
    </Typography>
  )
}

function Withheld({ line }: { readonly line: Extract<AnswerLine, { type: 'withheld' }> }) {
  return (
    <Box sx={{ border: '1px dashed', borderColor: 'divider', borderRadius: '6px', p: 2, my: 1 }}>
      <Typography variant="caption" component="p">
        Withheld: {line.reason}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {line.text === null ? 'Its text was not kept.' : line.text}
      </Typography>
    </Box>
  )
}
