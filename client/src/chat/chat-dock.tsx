import Box from '@mui/material/Box'

type ChatDockProps = {
  /** Beside the view; otherwise a drawer, on a phone a full screen. */
  readonly isDocked: boolean
}

export function ChatDock({ isDocked }: ChatDockProps) {
  if (!isDocked) return null
  return <Box component="aside" aria-label="Coach" sx={{ width: 400, flexShrink: 0 }} />
}
