import NativeSelect from '@mui/material/NativeSelect'
import type { ReactNode } from 'react'
import { useChosenBefore } from './use-chosen-before.ts'

type ChoiceProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** The options. */
  readonly children: ReactNode
}

/** The system's own list, named for those who hear it; as wide as there is room. */
export function Choice({ label, value, onChange, children }: ChoiceProps) {
  const select = useChosenBefore(value, onChange)
  return (
    <NativeSelect
      value={value}
      onChange={(event) => onChange(event.target.value)}
      inputRef={select}
      inputProps={{ 'aria-label': label, autoComplete: 'off' }}
      disableUnderline
      sx={{
        border: 1,
        borderColor: 'divider',
        borderRadius: '8px',
        bgcolor: 'background.paper',
        typography: 'body2',
        flex: 1,
        minWidth: 0,
        '&:has(select:focus-visible)': {
          outline: '2px solid var(--kl-palette-primary-main)',
          outlineOffset: 2,
        },
        '& select': {
          py: 0,
          pl: 3,
          height: { xs: 48, md: 36 },
          boxSizing: 'border-box',
          textOverflow: 'ellipsis',
        },
      }}
    >
      {children}
    </NativeSelect>
  )
}
