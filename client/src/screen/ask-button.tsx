import Button from '@mui/material/Button'
import type { ScreenContext } from '#core/protocol/chat/scope.ts'
import { useAsking } from './asking.tsx'
import { useScreenContext } from './screen-context.ts'

type AskButtonProps = {
  readonly text: string
  /** What it is about beyond what the screen shows. */
  readonly about?: ScreenContext
  /** In a row of its own kind the button is short: what it asks about is heard, and seen beside it. */
  readonly name?: string
}

/** Writes a question about what it stands beside into the chat. */
export function AskButton({ text, about, name }: AskButtonProps) {
  const { propose } = useAsking()
  const context = useScreenContext()
  return (
    <Button
      size="small"
      onClick={() => propose({ text, context: { ...context, ...about } })}
      {...(name !== undefined && { 'aria-label': `Ask about ${name}` })}
      sx={{
        minHeight: { xs: 48, md: name === undefined ? 36 : 28 },
        ...(name !== undefined && { minWidth: 48 }),
        whiteSpace: 'nowrap',
      }}
    >
      {name === undefined ? 'Ask about this' : 'Ask'}
    </Button>
  )
}
