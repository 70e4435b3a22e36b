/** One who waits, or whose turn it is. */
export type Place = {
  /** 1 is next; 0: it is their turn. */
  number(): number
  /** Settles when the number may have changed; to be asked for before the number is read. */
  changed(): Promise<void>
  /** Ends the turn, or the wait; the others move up. */
  leave(): void
}

export type QueuePlaces = {
  /** How many wait, those whose turn it is not counted. */
  waiting(): number
  isFree(): boolean
  /** The last place. It changes too when the signal says to stop waiting. */
  enter(signal: AbortSignal): Place
}

type Holder = { wake: () => void; hasTurn: boolean }

/** A queue in order of arrival, of which `concurrency` have their turn at once. */
export function createQueuePlaces(concurrency: number): QueuePlaces {
  const queue: Holder[] = []
  let running = 0

  function advance(): void {
    while (running < concurrency) {
      const next = queue.shift()
      if (next === undefined) break
      next.hasTurn = true
      running++
      next.wake()
    }
    for (const holder of queue) holder.wake()
  }

  return {
    waiting: () => queue.length,
    isFree: () => running < concurrency,
    enter(signal) {
      const holder: Holder = { wake: () => {}, hasTurn: false }
      const wake = () => holder.wake()
      signal.addEventListener('abort', wake)
      queue.push(holder)
      advance()
      return {
        number: () => queue.indexOf(holder) + 1,
        changed() {
          const { promise, resolve } = Promise.withResolvers<void>()
          holder.wake = resolve
          return promise
        },
        leave() {
          signal.removeEventListener('abort', wake)
          const index = queue.indexOf(holder)
          if (index !== -1) queue.splice(index, 1)
          if (holder.hasTurn) running--
          advance()
        },
      }
    },
  }
}
