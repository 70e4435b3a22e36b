import TextField from '@mui/material/TextField'
import { useChosenBefore } from '../controls/use-chosen-before.ts'

type PickProps = {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly text: string }[]
  readonly onPick: (value: string) => void
}

/** The system's own list: quick by keyboard, large on a phone. */
export function Pick({ label, value, options, onPick }: PickProps) {
  const select = useChosenBefore(value, onPick)
  return (
    <TextField
      select
      size="small"
      label={label}
      value={value}
      onChange={(event) => onPick(event.target.value)}
      inputRef={select}
      autoComplete="off"
      slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
      sx={{ minWidth: 150, '& .MuiInputBase-root': { minHeight: { xs: 48, md: 44 } } }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </TextField>
  )
}
