import Button from '@mui/material/Button'
import type { ScreenContext } from '#core/protocol/chat/scope.ts'
import { useAsking } from './asking.tsx'
import { useScreenContext } from './screen-context.ts'

type AskButtonProps = {
  readonly text: string
  /** What it is about beyond what the screen shows. */
  readonly about?: ScreenContext
}

/** Writes a question about what it stands beside into the chat. */
export function AskButton({ text, about }: AskButtonProps) {
  const { propose } = useAsking()
  const context = useScreenContext()
  return (
    <Button
      size="small"
      onClick={() => propose({ text, context: { ...context, ...about } })}
      sx={{ minHeight: { xs: 48, md: 36 }, whiteSpace: 'nowrap' }}
    >
      Ask about this
    </Button>
  )
}
