/** Where the chat is shown. */
export type ChatPanelProps = {
  readonly isShown: boolean
  readonly isPhone: boolean
  /** Absent where the chat always stands beside the view. */
  readonly onClose?: () => void
}
