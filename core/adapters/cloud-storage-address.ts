import { SourceError } from '#core/ports/timing-source.ts'

/** gs://bucket/prefix, taken apart; the prefix is '' for a whole bucket, else without '/' at its ends. */
export type StorageAddress = { readonly bucket: string; readonly prefix: string }

export function isStorageAddress(path: string): boolean {
  return path.startsWith('gs://')
}

const form = /^gs:\/\/([a-z0-9][a-z0-9._-]{1,220}[a-z0-9])(?:\/(.*))?$/

export function isWellFormed(address: string): boolean {
  return form.test(address)
}

/** Throws a SourceError for what is no address: bucket names are checked as Cloud Storage does. */
export function parseStorageAddress(address: string): StorageAddress {
  const [, bucket, prefix = ''] = form.exec(address) ?? []
  if (bucket === undefined)
    throw new SourceError(
      'unreadable',
      `'${address}' is no address in Cloud Storage: give gs://bucket or gs://bucket/prefix`,
    )
  return { bucket, prefix: prefix.replaceAll(/^\/+|\/+$/g, '') }
}

/** 'gs://bucket/season/barber/23_….CSV', as people write it. */
export function objectAddress(bucket: string, name: string): string {
  return `gs://${bucket}/${name}`
}
