import { createHmac } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Log } from '../log.ts'
import { clientAddress } from './client-address.ts'
import { frameBytes } from './limits.ts'
import type { OpenSockets } from './open-sockets.ts'
import type { RandomBytes } from './resume-key.ts'
import { refusalOf, refuse, subprotocol, type UpgradeRefusal } from './upgrade-refusal.ts'

export type UpgradeOptions = {
  readonly log: Log
  readonly origins?: readonly string[]
  readonly isBehindProxy: boolean
  readonly random: RandomBytes
  readonly closeMs: number
  /** Whether who asks may come in; everybody may where it is not given. */
  readonly admits?: (headers: IncomingHttpHeaders) => Promise<boolean>
  readonly opened: (socket: WebSocket, address: string, addressHash: string) => void
}

/** Lets sockets in at the chat's path; what may not come in is told why over HTTP. */
export function receiveUpgrades(server: Server, open: OpenSockets, options: UpgradeOptions): void {
  const { log } = options
  const sockets = createSocketServer(options.closeMs)
  const hashed = addressHash(options.random)
  const refusalFor = (request: IncomingMessage, address: string) => {
    if (open.isClosing()) return restarting
    return refusalOf(request, options.origins) ?? open.refusalOf(address)
  }
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy())
    const address = clientAddress(request, options.isBehindProxy)
    const refusal = refusalFor(request, address)
    if (refusal !== undefined) {
      const { status, code } = refusal
      log.info({ status, code, address: hashed(address) }, 'chat refused')
      return refuse(stream, refusal)
    }
    const letIn = () =>
      sockets.handleUpgrade(request, stream, head, (socket) =>
        options.opened(socket, address, hashed(address)),
      )
    const { admits } = options
    if (admits === undefined) return letIn()
    const refuseStranger = () => refuse(stream, notSignedIn)
    admits(request.headers).then(
      (isAdmitted) => (isAdmitted ? letIn() : refuseStranger()),
      refuseStranger,
    )
  })
  // Other upgrades, such as that to h2c which some HTTP clients offer, are requests like any other.
  Object.assign(server, { shouldUpgradeCallback: isForSocket })
}

function createSocketServer(closeTimeout: number): WebSocketServer {
  // The types do not know it yet.
  const untyped = { closeTimeout }
  return new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    // What is larger than a frame may be is told so; what is much larger is not even read.
    maxPayload: 2 * frameBytes,
    maxFragments: 32,
    maxBufferedChunks: 1024,
    handleProtocols: () => subprotocol,
    ...untyped,
  })
}

function isForSocket({ headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket'
}

/** Tells clients apart in the log until the next start, without saying who they are. */
function addressHash(random: RandomBytes): (address: string) => string {
  const key = random(32)
  return (address) => createHmac('sha256', key).update(address).digest('hex').slice(0, 12)
}

const notSignedIn: UpgradeRefusal = {
  status: 401,
  code: 'unauthorized',
  message: 'Here the chat is for coaches who have signed in.',
}

const restarting: UpgradeRefusal = {
  status: 503,
  code: 'restarting',
  message: 'The service restarts. Try again in a moment.',
  retryAfterS: 2,
}
