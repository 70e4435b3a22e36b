import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useRef } from 'react'
import { Link as RouterLink } from 'react-router'
import type { WrongWords } from '#core/protocol/review/judgment.ts'
import { textOfParts } from '#core/protocol/review/derive-entry.ts'
import type { ReadingAnswer } from '#core/protocol/review/reading-answers.ts'
import { addressOf } from '../addresses.ts'
import { whenText } from './coach-words.ts'
import { nextWholeSentence, selectedWords, withMark } from './marks.ts'
import { ReadAnswerView } from './read-answer-view.tsx'
import { useKeys } from './use-keys.ts'

type ConversationColumnProps = {
  readonly reading: ReadingAnswer
  readonly wrong: readonly WrongWords[]
  readonly onMark: (wrong: readonly WrongWords[]) => void
  readonly onFact: (factId: string) => void
}

/** The conversation as the driver saw it; words of the answer that is judged can be marked as wrong. */
export function ConversationColumn({ reading, wrong, onMark, onFact }: ConversationColumnProps) {
  const column = useRef<HTMLDivElement>(null)
  const { item, conversation } = reading
  const judged = conversation.find(({ answerId }) => answerId === item.answerId)
  const sentences = (judged?.lines ?? []).flatMap((line) =>
    line.type === 'sentence' ? [{ index: line.index, length: textOfParts(line.parts).length }] : [],
  )
  const mark = () => {
    const selected = column.current === null ? [] : selectedWords(column.current)
    if (selected.length === 0) {
      onMark(nextWholeSentence(wrong, sentences))
      return
    }
    onMark(selected.reduce(withMark, wrong))
    globalThis.getSelection()?.removeAllRanges()
  }
  useKeys({ w: mark })
  return (
    <Box ref={column}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 4, flexWrap: 'wrap', mb: 4 }}>
        <Typography variant="h1" sx={{ flex: 1 }}>
          Conversation of {whenText(item.askedAt)}
        </Typography>
        <Link component={RouterLink} to={addressOf.coachConversation(item.conversationId)}>
          Print
        </Link>
      </Box>
      {conversation.map((answer) => {
        const isJudged = answer.answerId === item.answerId
        return (
          <Box
            key={answer.answerId}
            sx={{
              mb: 6,
              ...(isJudged && {
                borderLeft: 3,
                borderColor: 'primary.main',
                pl: 4,
                ml: -4,
              }),
            }}
          >
            <ReadAnswerView
              answer={answer}
              wrong={isJudged ? wrong : (answer.correction?.wrong ?? [])}
              isMarkable={isJudged}
              onFact={onFact}
            />
            {isJudged ? (
              <Box sx={{ display: 'flex', gap: 2, mt: 2, flexWrap: 'wrap' }}>
                <Button size="small" variant="outlined" onClick={mark} sx={{ minHeight: 44 }}>
                  Mark as wrong: the selected words, else sentence by sentence (W)
                </Button>
                {wrong.length === 0 ? null : (
                  <Button size="small" onClick={() => onMark([])} sx={{ minHeight: 44 }}>
                    Take the marks back
                  </Button>
                )}
              </Box>
            ) : null}
          </Box>
        )
      })}
    </Box>
  )
}
