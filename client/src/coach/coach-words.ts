import type { QueueReason, QueueState, Verdict } from '#core/protocol/review/verdict.ts'
import type { Outcome } from '#core/protocol/chat/frames.ts'

/** What is said of an answer; the keys 1 to 5 in this order. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  right: 'Right',
  partly: 'Partly right',
  wrong: 'Wrong',
  'should-have-refused': 'Should have refused',
  'should-have-answered': 'Should have answered',
}

export const reasonWords: Readonly<Record<QueueReason, string>> = {
  flagged: 'flagged by the driver',
  withheld: 'a sentence withheld',
  error: 'the model failed',
  'not-in-data': 'not in the data',
  sample: 'drawn by chance',
}

export const stateWords: Readonly<Record<QueueState, string>> = {
  open: 'waiting',
  'second-opinion': 'waiting for a second coach',
  judged: 'judged',
  'not-queued': 'not in the queue',
}

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  answered: 'answered',
  'asked-back': 'asked back',
  'not-in-data': 'not in the data',
  'off-topic': 'off topic',
  stopped: 'stopped',
}

const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** '23 Nov 2026, 10:14', in the coach's own time. */
export function whenText(iso: string): string {
  return when.format(new Date(iso))
}
