import { createHash } from 'node:crypto'

export type RandomBytes = (size: number) => Uint8Array

/** 256 bits: nobody guesses it, so its hash needs no salt and no work factor. */
export function createSecret(random: RandomBytes): string {
  return Buffer.from(random(32)).toString('base64url')
}

/** What is stored in place of a token, a session or a person's name at the proxy. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
