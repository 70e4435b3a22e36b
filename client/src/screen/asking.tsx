import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import type { ShownOnScreen } from './screen-context.ts'

/** A question that the view proposes, with what it is about. */
export type ProposedQuestion = { readonly text: string; readonly context: ShownOnScreen }

type Asking = {
  /** Whether the chat is shown where it is not docked. */
  readonly isOpen: boolean
  readonly setIsOpen: (isOpen: boolean) => void
  /** What the chat's input is to hold; the chat takes it with `take`. */
  readonly proposed: ProposedQuestion | undefined
  /** "Ask about this": opens the chat with the question written, for the driver to change or send. */
  readonly propose: (question: ProposedQuestion) => void
  readonly take: () => void
}

const AskingContext = createContext<Asking>({
  isOpen: false,
  setIsOpen: () => {},
  proposed: undefined,
  propose: () => {},
  take: () => {},
})

export function AskingProvider({ children }: { readonly children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false)
  const [proposed, setProposed] = useState<ProposedQuestion | undefined>()
  const value = useMemo(
    () => ({
      isOpen,
      setIsOpen,
      proposed,
      propose: (question: ProposedQuestion) => {
        setProposed(question)
        setIsOpen(true)
      },
      take: () => setProposed(undefined),
    }),
    [isOpen, proposed],
  )
  return <AskingContext value={value}>{children}</AskingContext>
}

export function useAsking(): Asking {
  return use(AskingContext)
}
