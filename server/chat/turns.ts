/** Does one piece of work after the other, in the order in which they were given. */
export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>

export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const result = last.then(work)
    // Whoever gave the work hears of its failure; the next in turn begins all the same.
    last = result.catch(() => undefined)
    return result
  }
}
