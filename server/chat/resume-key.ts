import { createHash, timingSafeEqual } from 'node:crypto'

export type RandomBytes = (size: number) => Uint8Array

/** 256 bits: who holds it may read the conversation and delete it. */
export function createResumeKey(random: RandomBytes): string {
  return Buffer.from(random(32)).toString('base64url')
}

/** 128 bits: not to be guessed, but no key. */
export function createId(random: RandomBytes): string {
  return Buffer.from(random(16)).toString('base64url')
}

function digest(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}

export function hashOfKey(key: string): string {
  return digest(key).toString('hex')
}

/** Takes as long for a key that is right in its beginning as for any other. */
export function isKeyOf(hash: string, key: string): boolean {
  const expected = Buffer.from(hash, 'hex')
  return expected.length === 32 && timingSafeEqual(expected, digest(key))
}
