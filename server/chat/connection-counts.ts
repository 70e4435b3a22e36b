import type { ChatLimits } from './limits.ts'
import type { UpgradeRefusal } from './upgrade-refusal.ts'

/** How many sockets are open, by address and in all. */
export function createConnectionCounts(limits: ChatLimits) {
  const byAddress = new Map<string, number>()
  let all = 0
  return {
    all: () => all,
    /** Why one more from this address is too many. */
    refusalOf: (address: string): UpgradeRefusal | undefined => {
      if (isReached(limits.connectionsPerAddress, byAddress.get(address) ?? 0)) {
        const message = `${limits.connectionsPerAddress} chats are open from this address. Close one of them.`
        return { status: 429, code: 'too-many-connections', message, retryAfterS: 30 }
      }
      if (isReached(limits.connections, all)) {
        const message = 'As many chats are open as this service holds. Try again soon.'
        return { status: 503, code: 'too-many-connections', message, retryAfterS: 10 }
      }
      return undefined
    },
    opened: (address: string) => {
      all += 1
      byAddress.set(address, (byAddress.get(address) ?? 0) + 1)
    },
    closed: (address: string) => {
      all -= 1
      const left = (byAddress.get(address) ?? 1) - 1
      if (left === 0) byAddress.delete(address)
      else byAddress.set(address, left)
    },
  }
}

function isReached(limit: number, count: number): boolean {
  return limit !== 0 && count >= limit
}
