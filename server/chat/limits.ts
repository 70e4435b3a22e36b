/** What one client may use up; 0 switches a limit off. */
export type ChatLimits = {
  /** By connection; ten times that by address, because a paddock sits behind one router. */
  readonly questionsPerMinute: number
  /** So many of them at once. */
  readonly questionsBurst: number
  readonly connectionsPerAddress: number
  readonly connections: number
}

/** How long things may take. */
export type ChatTimes = {
  /** Between two pings; who has not answered the last one is gone. */
  readonly heartbeatMs: number
  /** Without a question or an answer. */
  readonly idleMs: number
  /** Of a socket: the platform cuts it at an hour. */
  readonly longestMs: number
  /** Until the first hello. */
  readonly helloMs: number
  /** A reader that takes nothing for so long is cut off. */
  readonly stuckMs: number
  /** For a socket to close properly. */
  readonly closeMs: number
  /** For an answer to end by itself when it was stopped. */
  readonly stopMs: number
  /** Reconnecting clients come back spread over this time. */
  readonly reconnectMs: number
  /** Between two looks for what has expired. */
  readonly purgeMs: number
  /** Between two looks for what other processes have written into open conversations. */
  readonly catchUpMs: number
  /** Who writes an answer says so three times in this time; else it has died, and another one ends the answer. */
  readonly leaseMs: number
  /** Between two looks at an answer that another process writes. */
  readonly followMs: number
  /** How long an answer is kept. */
  readonly keptMs: number
  /** How long a conversation without a question is kept. */
  readonly emptyKeptMs: number
}

const second = 1000
const minute = 60 * second
const day = 24 * 60 * minute

export const defaultTimes: ChatTimes = {
  heartbeatMs: 30 * second,
  idleMs: 10 * minute,
  // Looked at with each heartbeat, so that it is before 55 minutes.
  longestMs: 54 * minute,
  helloMs: 10 * second,
  stuckMs: 10 * second,
  closeMs: 5 * second,
  stopMs: 2 * second,
  reconnectMs: 2 * second,
  purgeMs: 60 * minute,
  catchUpMs: 20 * second,
  leaseMs: 6 * second,
  followMs: 250,
  keptMs: 90 * day,
  emptyKeptMs: day,
}

export const frameBytes = 16 * 1024
/** What waits to be read by a client before it is sent no more, and before it is cut off. */
export const pauseBytes = 256 * 1024
export const dropBytes = 1024 * 1024
/** Frames of any kind a minute: more than the questions need, and never less than this. */
export const framesPerMinute = 120
export const badFramesAllowed = 3
