import type { InTurn } from './turns.ts'

type Waiting<Item, Result> = {
  readonly item: Item
  readonly resolve: (result: Result) => void
  readonly reject: (error: unknown) => void
}

/**
 * Does together what was asked for since the batch before, one batch after the other. When one fails, so does
 * what was asked for meanwhile: nothing is done behind a gap.
 */
export function batched<Item, Result>(
  inTurn: InTurn,
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = []
  const flush = async () => {
    const batch = waiting
    waiting = []
    if (batch.length === 0) return
    try {
      const results = await work(batch.map(({ item }) => item))
      for (const [index, result] of results.entries()) batch[index]?.resolve(result)
    } catch (error) {
      for (const { reject } of [...batch, ...waiting.splice(0)]) reject(error)
    }
  }
  return (item) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(() => void inTurn(flush))
      waiting.push({ item, resolve, reject })
    })
}
