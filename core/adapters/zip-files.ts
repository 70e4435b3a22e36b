import { crc32 } from 'node:zlib'
import * as yauzl from 'yauzl'
import {
  isClutter,
  isZipName,
  largestReadBytes,
  withoutZip,
  type Found,
  type StoredFile,
} from './stored-file.ts'
import { printable, type Problem, type ProblemCode } from '#core/domain/problem.ts'
import { SourceError, SourceFailed } from '#core/ports/timing-source.ts'

/** Zips in zips are opened, zips in those too; deeper ones are somebody's joke. */
const deepest = 3

export const zipOptions = { autoClose: false, lazyEntries: true, decodeStrings: false } as const

/** The files of a zip that lies in a folder, listed under `prefix` ('' or 'barber/'). */
export async function findInZipFile(file: string, zipPath: string, prefix: string): Promise<Found> {
  return await findInZip(file, async () => await yauzl.openPromise(zipPath, zipOptions), prefix)
}

/** The same of a zip that lies elsewhere. */
export async function findInZip(
  file: string,
  open: () => Promise<yauzl.ZipFile>,
  prefix: string,
): Promise<Found> {
  return await found(file, open, prefix, 1)
}

async function found(
  file: string,
  open: () => Promise<yauzl.ZipFile>,
  prefix: string,
  depth: number,
): Promise<Found> {
  const files: StoredFile[] = []
  const problems: Problem[] = []
  const closers: (() => void)[] = []
  const close = () => {
    for (const each of closers) each()
  }
  try {
    const zip = await open()
    closers.push(() => zip.close())
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry)
      const refusal = refusalOf(entry, name)
      if (refusal !== undefined) problems.push({ file, ...refusal })
      else if (!name.endsWith('/') && !isClutter(name))
        files.push(storedEntry(zip, entry, prefix + name))
    }
  } catch (error) {
    if (error instanceof SourceFailed) throw error
    // What was listed before the damage can still be read.
    const message = `the zip is broken (${textOf(error)}): ${files.length} files of it were found`
    problems.push({ file, code: 'broken-zip', message })
  }
  const inner = await Promise.all(
    files.filter(({ path }) => isZipName(path)).map(async (zip) => await foundInside(zip, depth)),
  )
  closers.push(...inner.map((each) => each.close))
  return {
    files: [
      ...files.filter(({ path }) => !isZipName(path)),
      ...inner.flatMap((each) => each.files),
    ],
    problems: [...problems, ...inner.flatMap((each) => each.problems)],
    close,
  }
}

async function foundInside(zip: StoredFile, depth: number): Promise<Found> {
  const refused = (code: ProblemCode, message: string): Found => {
    return { files: [], problems: [{ file: zip.path, code, message }], close: () => undefined }
  }
  if (depth >= deepest)
    return refused('too-large', `a zip in a zip, ${deepest} deep, is not opened`)
  if (zip.bytes > largestReadBytes) {
    return refused('too-large', `a zip of ${zip.bytes} bytes inside a zip is not opened`)
  }
  const open = async () => await yauzl.fromBufferPromise(Buffer.from(await zip.read()), zipOptions)
  return await found(zip.path, open, `${withoutZip(zip.path)}/`, depth + 1)
}

function nameOf(entry: yauzl.Entry): string {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry
  return yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
}

function refusalOf(entry: yauzl.Entry, name: string): Omit<Problem, 'file'> | undefined {
  if (yauzl.validateFileName(name) !== null) {
    const message = `the zip holds a path outside itself ('${printable(name)}'): that file is not read`
    return { code: 'path-outside', message }
  }
  if (entry.isEncrypted()) {
    return { code: 'encrypted', message: `'${printable(name)}' is encrypted and is not read` }
  }
  if (entry.canDecodeFileData()) return undefined
  const message = `'${printable(name)}' is packed in a way that cannot be read (method ${entry.compressionMethod})`
  return { code: 'unreadable', message }
}

function storedEntry(zip: yauzl.ZipFile, entry: yauzl.Entry, path: string): StoredFile {
  const bytes = entry.uncompressedSize
  return {
    path,
    bytes,
    head: async (count) => await unpacked(zip, entry, Math.min(count, bytes)),
    async read() {
      const whole = await unpacked(zip, entry, bytes)
      if (crc32(whole) === entry.crc32) return whole
      throw new SourceError('broken-zip', 'its bytes in the zip are damaged (checksum)')
    },
  }
}

async function unpacked(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  count: number,
): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    // Leaving the loop early ends the stream: no more than the head is unpacked.
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      if (!Buffer.isBuffer(chunk)) continue
      chunks.push(chunk)
      length += chunk.length
      if (length >= count && count < entry.uncompressedSize) break
    }
  } catch (error) {
    if (error instanceof SourceFailed) throw error
    const message = `it cannot be unpacked (${textOf(error)})`
    throw new SourceError('broken-zip', message, { cause: error })
  }
  return Buffer.concat(chunks).subarray(0, count)
}

function textOf(error: unknown): string {
  return printable(error instanceof Error ? error.message : String(error))
}
