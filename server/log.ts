import { pino, type DestinationStream, type Logger } from 'pino'

export type Log = Logger

const severityOf: Readonly<Record<string, string>> = {
  trace: 'DEBUG',
  debug: 'DEBUG',
  info: 'INFO',
  warn: 'WARNING',
  error: 'ERROR',
  fatal: 'CRITICAL',
}

/** '…,"time":"2026-03-01T10:00:00.000Z"', made once for all lines of a millisecond. */
function createTimestamp(): () => string {
  let at = 0
  let text = ''
  return () => {
    const now = Date.now()
    if (now !== at) {
      at = now
      text = `,"time":"${new Date(now).toISOString()}"`
    }
    return text
  }
}

/** One JSON object a line, with the field names that Cloud Logging reads; by a label lines can be picked. */
export function createLog(
  destination: DestinationStream,
  labels?: Readonly<Record<string, string>>,
): Log {
  return pino(
    {
      base: labels === undefined ? null : { 'logging.googleapis.com/labels': labels },
      messageKey: 'message',
      timestamp: createTimestamp(),
      formatters: { level: (label) => ({ severity: severityOf[label] ?? 'DEFAULT' }) },
    },
    destination,
  )
}

/** What is noted of a failure that is not the client's: with these names Error Reporting finds it. */
export function faultFields(fault: unknown): { error: string; stack_trace?: string } {
  if (!(fault instanceof Error)) return { error: String(fault) }
  const cause = fault.cause instanceof Error ? `\nCaused by: ${fault.cause.stack}` : ''
  return { error: fault.message, stack_trace: `${fault.stack}${cause}` }
}
