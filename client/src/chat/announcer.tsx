import Box from '@mui/material/Box'
import { useEffect, useRef, useState } from 'react'
import { isWaiting } from './conversation-state.ts'
import { hasEnded, type Turn } from './turn.ts'
import { linesOf } from './written-answer.ts'

const heardOnly = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const

/** Tells a screen reader an answer once, whole, when it is there; one that is only restored is not told. */
export function Announcer({ turns }: { readonly turns: readonly Turn[] }) {
  const awaited = useRef(new Set<string>())
  const [words, setWords] = useState('')
  useEffect(() => {
    for (const turn of turns) {
      if (isWaiting(turn)) awaited.current.add(turn.id)
      if (!awaited.current.has(turn.id) || !hasEnded(turn)) continue
      awaited.current.delete(turn.id)
      setWords(wordsOf(turn))
    }
  }, [turns])
  return (
    <Box role="status" sx={heardOnly}>
      {/* Of a conversation that is forgotten nothing stays. */}
      {turns.length === 0 ? '' : words}
    </Box>
  )
}

function wordsOf({ answer }: Turn): string {
  if (answer === undefined) return ''
  const choices = answer.end?.outcome === 'asked-back' ? answer.end.suggestions : []
  const offered =
    choices.length === 0 ? [] : [`Choices: ${choices.map(({ label }) => label).join(', ')}.`]
  const stopped = answer.end?.outcome === 'stopped' ? ['Stopped.'] : []
  return ['Coach:', ...linesOf(answer), ...stopped, ...offered].join(' ')
}
