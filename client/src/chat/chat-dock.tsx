import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useTheme } from '@mui/material/styles'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useAsking } from '../screen/asking.tsx'
import { ChatFrame } from './chat-frame.tsx'
import { useBackCloses } from './use-back-closes.ts'

const ChatPanel = lazy(async () => ({ default: (await import('./chat-panel.tsx')).ChatPanel }))

type ChatDockProps = {
  /** Beside the view; otherwise a drawer, on a phone a full screen. */
  readonly isDocked: boolean
}

/** The chat and the way to it. It loads when it is first seen, and stays when it is closed. */
export function ChatDock({ isDocked }: ChatDockProps) {
  const isPhone = useMediaQuery(useTheme().breakpoints.down('md'))
  const { isOpen, setIsOpen } = useAsking()
  const isShown = isDocked || isOpen
  const [wasShown, setWasShown] = useState(isShown)
  if (isShown && !wasShown) setWasShown(true)
  const opener = useRef<HTMLButtonElement>(null)
  const isCovering = isPhone && isOpen && !isDocked
  useBackCloses(isCovering, () => setIsOpen(false))
  useFocusBack(opener, isShown)
  return (
    <>
      <ChatFrame
        look={isDocked ? 'docked' : isPhone ? 'full' : 'drawer'}
        isShown={isShown}
        onClose={() => setIsOpen(false)}
      >
        {wasShown ? (
          <Suspense fallback={<Box sx={{ flex: 1 }} />}>
            <ChatPanel
              isShown={isShown}
              {...(!isDocked && { onClose: () => setIsOpen(false) })}
              isPhone={isPhone}
            />
          </Suspense>
        ) : null}
      </ChatFrame>
      {isShown ? null : (
        <Button
          ref={opener}
          variant="contained"
          onClick={() => setIsOpen(true)}
          sx={{
            position: 'fixed',
            right: 'max(16px, env(safe-area-inset-right))',
            bottom: 'max(16px, env(safe-area-inset-bottom))',
            zIndex: 'speedDial',
            minHeight: 48,
            px: 5,
            borderRadius: 6,
            fontSize: '0.9375rem',
            boxShadow: 'none',
            '@media print': { display: 'none' },
          }}
        >
          Ask the coach
        </Button>
      )}
    </>
  )
}

/** When the chat is closed, the button that opened it has the focus again. */
function useFocusBack(opener: React.RefObject<HTMLButtonElement | null>, isShown: boolean): void {
  const before = useRef(isShown)
  useEffect(() => {
    if (before.current && !isShown) opener.current?.focus()
    before.current = isShown
  }, [isShown, opener])
}
