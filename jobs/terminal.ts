import { type OnProgress, progressText } from './progress.ts'

/** Where progress goes: stderr. */
type Terminal = {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly write: (text: string) => unknown
}

const plainEveryMs = 1000

/** One line that is written over on a terminal; elsewhere plain lines, one a second at most. */
export function progressOn(terminal: Terminal): OnProgress {
  let told = -Infinity
  return (progress) => {
    const isLast = progress.done === progress.of
    if (terminal.isTTY === true) {
      const text = progressText(progress).slice(0, (terminal.columns ?? 80) - 1)
      terminal.write(`\r\u001b[K${text}${isLast ? '\n' : ''}`)
    } else if (isLast || progress.tookMs - told >= plainEveryMs) {
      told = progress.tookMs
      terminal.write(`${progressText(progress)}\n`)
    }
  }
}
