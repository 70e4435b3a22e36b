import Divider from '@mui/material/Divider'
import IconButton from '@mui/material/IconButton'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import type { Conversation, Shown } from './conversation.ts'
import { ForgetDialog } from './forget-dialog.tsx'
import { useRaceNames } from './race-names.ts'
import { saveConversation } from './save-conversation.ts'
import { type ExportForm, exportForms } from './written-conversation.ts'
import { touchTarget } from './touch-target.ts'

type ConversationMenuProps = { readonly conversation: Conversation; readonly shown: Shown }

const forms = ['text', 'markdown', 'json'] as const

/** What can be done with the whole conversation: take it along, or have it forgotten. */
export function ConversationMenu({ conversation, shown }: ConversationMenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [isForgetting, setIsForgetting] = useState(false)
  const { turns, welcome, link } = shown
  const raceName = useRaceNames(turns.length > 0)
  const save = (form: ExportForm) => {
    setAnchor(null)
    saveConversation(form, { turns, welcome, raceName })
  }
  return (
    <>
      <IconButton
        aria-label="This conversation"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ ...touchTarget, color: 'text.primary' }}
      >
        ⋯
      </IconButton>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ paper: { elevation: 0, sx: { border: 1, borderColor: 'divider' } } }}
      >
        {forms.map((form) => (
          <MenuItem key={form} disabled={turns.length === 0} onClick={() => save(form)} sx={item}>
            Save as {exportForms[form].name}
          </MenuItem>
        ))}
        <Divider />
        <MenuItem
          disabled={link !== 'open'}
          sx={item}
          onClick={() => {
            setAnchor(null)
            setIsForgetting(true)
          }}
        >
          Forget this conversation
        </MenuItem>
      </Menu>
      <ForgetDialog
        isOpen={isForgetting}
        onClose={() => setIsForgetting(false)}
        onForget={() => {
          setIsForgetting(false)
          conversation.forget()
        }}
      />
    </>
  )
}

const item = { minHeight: { xs: 48, md: 44 } } as const
