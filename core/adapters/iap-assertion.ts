import { OAuth2Client } from 'google-auth-library'
import * as z from 'zod'

const issuers = ['https://cloud.google.com/iap']
const keysAt = 'https://www.gstatic.com/iap/verify/public_key'
/** Keys change about once a day; a new one is used the moment it is published. */
const keysKeptMs = 60 * 60 * 1000
/** Between two looks for a key that is not known: forged headers name any. */
const unknownKeyMs = 60 * 1000

const Header = z.object({ alg: z.literal('ES256'), kid: z.string().min(1).max(200) })
const Payload = z.object({ sub: z.string().min(1), email: z.string().min(1) })

export type IapOptions = {
  /** '/projects/NUMBER/locations/REGION/services/SERVICE' */
  readonly audience: string
  /** Where Google publishes its keys; a test has its own. */
  readonly keysUrl?: string
}

type Keys = Record<string, string>

/**
 * Checks what Identity-Aware Proxy signs of each request: by its key, its issuer, for this service, and not
 * expired. Resolves to undefined for anything else, and says nothing of why: the words would hold the header.
 * Rejects where the keys cannot be had.
 */
export function createIapVerifier({ audience, keysUrl = keysAt }: IapOptions) {
  const client = new OAuth2Client({ endpoints: { oauth2IapPublicKeyUrl: keysUrl } })
  const keyWith = createKeys(async () => (await client.getIapPublicKeys()).pubkeys)
  return async (
    assertion: string,
  ): Promise<{ readonly subject: string; readonly email: string } | undefined> => {
    const header = Header.safeParse(headerOf(assertion))
    const keys = header.success ? await keyWith(header.data.kid) : undefined
    if (keys === undefined) return undefined
    try {
      const ticket = await client.verifySignedJwtWithCertsAsync(assertion, keys, audience, issuers)
      const { sub: subject, email } = Payload.parse(ticket.getPayload())
      return { subject, email }
    } catch {
      // What is wrong is for nobody to know; its message quotes the header.
      return undefined
    }
  }
}

function headerOf(assertion: string): unknown {
  try {
    return JSON.parse(Buffer.from(assertion.split('.')[0] ?? '', 'base64url').toString())
  } catch {
    // What is no JSON is no header; the schema says so.
    return undefined
  }
}

function createKeys(fetchKeys: () => Promise<Keys>) {
  let keys: Promise<Keys> | undefined
  let fetchedAt = 0
  const fetchAnew = async () => {
    fetchedAt = performance.now()
    keys = fetchKeys()
    keys.catch(() => (keys = undefined))
    return await keys
  }
  return async (kid: string): Promise<Keys | undefined> => {
    const age = () => performance.now() - fetchedAt
    const known = await (keys === undefined || age() > keysKeptMs ? fetchAnew() : keys)
    if (Object.hasOwn(known, kid)) return known
    if (age() <= unknownKeyMs) return undefined
    const anew = await fetchAnew()
    return Object.hasOwn(anew, kid) ? anew : undefined
  }
}
