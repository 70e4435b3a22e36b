import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { Verdict } from '#core/protocol/review/verdict.ts'
import { verdictWords } from './coach-words.ts'

type VerdictPickerProps = {
  readonly verdict: Verdict | undefined
  readonly onPick: (verdict: Verdict) => void
}

/** Five verdicts, each with its key. */
export function VerdictPicker({ verdict, onPick }: VerdictPickerProps) {
  return (
    <ToggleButtonGroup
      exclusive
      orientation="vertical"
      fullWidth
      size="small"
      color="primary"
      value={verdict ?? null}
      aria-label="Verdict"
      onChange={(_, picked: Verdict | null) => {
        if (picked !== null) onPick(picked)
      }}
    >
      {Verdict.options.map((one, index) => (
        <ToggleButton key={one} value={one} sx={{ justifyContent: 'space-between', minHeight: 44 }}>
          <span>{verdictWords[one]}</span>
          <span aria-hidden>{index + 1}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

/** 1 to 5. */
export function verdictKeys(
  onPick: (verdict: Verdict) => void,
): Readonly<Record<string, () => void>> {
  return Object.fromEntries(
    Verdict.options.map((verdict, index) => [String(index + 1), () => onPick(verdict)]),
  )
}
