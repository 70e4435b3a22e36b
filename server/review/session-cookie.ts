import type { IncomingHttpHeaders } from 'node:http'

/** This machine: a browser keeps secure cookies of it, too, but not every other client does. */
function isThisMachine({ host = '' }: IncomingHttpHeaders): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host)
}

/** With the prefix, no other host and no plain http can set it. */
function nameOf(headers: IncomingHttpHeaders): string {
  return isThisMachine(headers) ? 'kaizenlap-coach' : '__Host-kaizenlap-coach'
}

export function sessionIn(headers: IncomingHttpHeaders): string | undefined {
  const name = `${nameOf(headers)}=`
  const found = (headers.cookie ?? '').split(';').map((part) => part.trim())
  return found.find((part) => part.startsWith(name))?.slice(name.length)
}

/** The header that sets the cookie; with 0 seconds it is removed. */
export function sessionCookie(
  headers: IncomingHttpHeaders,
  secret: string,
  seconds: number,
): string {
  const always = `${nameOf(headers)}=${secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}`
  return isThisMachine(headers) ? always : `${always}; Secure`
}
