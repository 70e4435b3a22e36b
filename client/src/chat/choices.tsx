import MenuItem from '@mui/material/MenuItem'
import MenuList from '@mui/material/MenuList'
import type { ScopeChange } from '#core/protocol/chat/scope.ts'

export type Choice = {
  readonly label: string
  readonly isChosen: boolean
  readonly change: ScopeChange
}

type ChoicesProps = {
  readonly choices: readonly Choice[]
  readonly onChoose: (change: ScopeChange) => void
}

export function Choices({ choices, onChoose }: ChoicesProps) {
  return (
    <MenuList autoFocusItem>
      {choices.map(({ label, isChosen, change }) => (
        <MenuItem
          key={label}
          selected={isChosen}
          onClick={() => onChoose(change)}
          sx={{
            minHeight: { xs: 48, md: 44 },
            whiteSpace: 'normal',
            '&.Mui-selected': { fontWeight: 'fontWeightMedium' },
          }}
        >
          {label}
        </MenuItem>
      ))}
    </MenuList>
  )
}
