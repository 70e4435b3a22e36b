import { type OnProgress, progressText } from './progress.ts'

/** Where progress goes: stderr. */
type Terminal = {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly write: (text: string) => unknown
}

const plainEveryMs = 1000

/** Progress of a run. */
export function progressOn(terminal: Terminal): OnProgress {
  const tell = linesOn(terminal)
  return (progress) => tell(progressText(progress), progress)
}

type Step = { readonly done: number; readonly of: number; readonly tookMs: number }

/** One line that is written over on a terminal; elsewhere plain lines, one a second at most. */
export function linesOn(terminal: Terminal): (line: string, step: Step) => void {
  let told = -Infinity
  return (line, { done, of, tookMs }) => {
    const isLast = done === of
    if (terminal.isTTY === true) {
      const text = line.slice(0, (terminal.columns ?? 80) - 1)
      terminal.write(`\r\u001b[K${text}${isLast ? '\n' : ''}`)
    } else if (isLast || tookMs - told >= plainEveryMs) {
      told = tookMs
      terminal.write(`${line}\n`)
    }
  }
}
