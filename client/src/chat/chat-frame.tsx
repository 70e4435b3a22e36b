import Box from '@mui/material/Box'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'

type ChatFrameProps = {
  readonly look: keyof typeof looks
  readonly isShown: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

const beside = { width: 400, borderLeft: 1, borderLeftColor: 'divider' } as const

const looks = {
  docked: { position: 'sticky', top: 0, ...beside },
  drawer: { position: 'fixed', top: 0, right: 0, zIndex: 'drawer', ...beside },
  full: { position: 'fixed', inset: 0, zIndex: 'drawer' },
} as const

/** Where the chat stands. One element in all three places, so that turning a tablet loses nothing. */
export function ChatFrame({ look, isShown, onClose, children }: ChatFrameProps) {
  const frame = useRef<HTMLDivElement>(null)
  const isModal = look === 'full' && isShown
  useEffect(() => {
    if (!isModal) return
    // Not the input: the keyboard would cover what is offered.
    frame.current?.focus()
    return setOthersAside(frame.current)
  }, [isModal])
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || look === 'docked' || event.defaultPrevented) return
    onClose()
  }
  return (
    <Box
      ref={frame}
      role={isModal ? 'dialog' : 'complementary'}
      {...(isModal && { 'aria-modal': true })}
      aria-label="Coach"
      id="coach"
      tabIndex={-1}
      onKeyDown={closeByKey}
      sx={[
        {
          display: isShown ? 'flex' : 'none',
          flexDirection: 'column',
          flexShrink: 0,
          outline: 'none',
          height: '100dvh',
          bgcolor: 'background.paper',
          '@media print': { display: 'none' },
        },
        looks[look],
      ]}
    >
      {children}
    </Box>
  )
}

/** What a full screen covers can neither be reached nor heard. */
function setOthersAside(frame: HTMLElement | null): () => void {
  const others = [...(frame?.parentElement?.children ?? [])].filter((one) => one !== frame)
  others.forEach((one) => one.setAttribute('inert', ''))
  return () => others.forEach((one) => one.removeAttribute('inert'))
}
