import createCache from '@emotion/cache'

/** Where the styles of components are kept. */
export function createStyles(nonce?: string) {
  return createCache({ key: 'kl', ...(nonce !== undefined && { nonce }) })
}
