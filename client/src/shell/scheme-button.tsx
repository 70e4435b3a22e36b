import Button from '@mui/material/Button'
import { useColorScheme } from '@mui/material/styles'
import { useIsAlive } from './use-is-alive.ts'

const next = { system: 'light', light: 'dark', dark: 'system' } as const
const sign = { system: '◐', light: '○', dark: '●' } as const

/** Light, dark, or as the system says. */
export function SchemeButton() {
  const { mode: chosen = 'system', setMode } = useColorScheme()
  // What the service draws knows nothing of this browser.
  const mode = useIsAlive() ? chosen : 'system'
  return (
    <Button
      variant="outlined"
      color="inherit"
      size="small"
      aria-label={`${sign[mode]} Colours: ${mode}. Change to ${next[mode]}`}
      onClick={() => setMode(next[mode])}
      sx={{ borderColor: 'divider', minWidth: 36, minHeight: 32, px: 0 }}
    >
      {sign[mode]}
    </Button>
  )
}
