import { describe, expect, test } from 'vitest'
import { openSource } from './open-source.ts'
import { zipOf, type Files } from './timing-fixtures.ts'
import type { SourceFile } from '#core/ports/timing-source.ts'

export const twoFiles: Files = {
  'Race 1/a.csv': Buffer.from('one;two\n1;2\n'),
  'Race 2/b.csv': Buffer.from('three\n'),
}

export const noFile: SourceFile = { path: '', bytes: 0 }

/** Puts files below a place of its own, and gives what is handed to `--data` for it. */
export type PutFiles = (files: Files) => Promise<string>

export async function listed(path: string) {
  const source = await openSource(path)
  const { files: found, problems } = await source.list()
  return { source, found, paths: found.map((file) => file.path), problems }
}

/** What every place of timing files does: their files and zips are listed and read alike. */
export function timingSourceContract(name: string, put: PutFiles): void {
  const zipFile = async (bytes: Uint8Array) => `${await put({ 'track.zip': bytes })}/track.zip`
  describe(`timing source: ${name}`, () => {
    reading(put, zipFile)
    oddFiles(put)
    faultsOfZips(put, zipFile)
    faultsInZips(zipFile)
  })
}

type PutZip = (bytes: Uint8Array) => Promise<string>

/** Changes bytes of a zip wherever they stand, in the entry and in the directory. */
function replaced(zip: Buffer, from: string, to: string): Buffer {
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1')
}

function reading(put: PutFiles, zipFile: PutZip): void {
  test.each([
    ['files', async () => await put(twoFiles), ''],
    ['a zip', async () => await zipFile(await zipOf(twoFiles)), ''],
    ['a zip among files', async () => await put({ 'track.zip': await zipOf(twoFiles) }), 'track/'],
  ])('%s lists its files in order, and shows their bytes', async (_, make, above) => {
    const { source, found } = await listed(await make())
    expect(found).toEqual([
      { path: `${above}Race 1/a.csv`, bytes: 12 },
      { path: `${above}Race 2/b.csv`, bytes: 6 },
    ])
    const [first = noFile] = found
    expect(Buffer.from(await source.read(first)).toString()).toBe('one;two\n1;2\n')
    expect(Buffer.from(await source.head(first, 3)).toString()).toBe('one')
    expect(Buffer.from(await source.head(first, 99)).toString()).toBe('one;two\n1;2\n')
    await source.close()
  })

  test('zips in a zip are opened, clutter is not listed', async () => {
    const inner = await zipOf(twoFiles)
    const outer = await zipOf({
      'sonoma.zip': inner,
      '__MACOSX/._x.csv': inner,
      '.DS_Store': inner,
    })
    const { source, found, paths } = await listed(await zipFile(outer))
    expect(paths).toEqual(['sonoma/Race 1/a.csv', 'sonoma/Race 2/b.csv'])
    expect(Buffer.from(await source.read(found[1] ?? noFile)).toString()).toBe('three\n')
  })

  test('a folder beside a zip of its name keeps its paths', async () => {
    const folder = await put({
      'track/Race 1/a.csv': Buffer.from('x'),
      'track.zip': await zipOf(twoFiles),
    })
    expect((await listed(folder)).paths).toEqual([
      'track.zip/Race 1/a.csv',
      'track.zip/Race 2/b.csv',
      'track/Race 1/a.csv',
    ])
  })
}

function oddFiles(put: PutFiles): void {
  test('a file is asked for that is not in it', async () => {
    const { source } = await listed(await put(twoFiles))
    await expect(source.read({ path: 'c.csv', bytes: 1 })).rejects.toMatchObject({
      code: 'unreadable',
    })
  })

  test('an empty file and one of many bytes are read whole', async () => {
    const many = Buffer.from('1:37.428;'.repeat(200_000))
    const { source, found } = await listed(await put({ 'a.csv': Buffer.alloc(0), 'b.csv': many }))
    const [empty = noFile, large = noFile] = found
    expect(Buffer.from(await source.read(empty)).length).toBe(0)
    expect(Buffer.from(await source.head(empty, 10)).length).toBe(0)
    expect(Buffer.from(await source.read(large)).equals(many)).toBe(true)
    expect(Buffer.from(await source.head(large, 4096)).equals(many.subarray(0, 4096))).toBe(true)
    await source.close()
  })

  test('names of any letters keep them', async () => {
    const names = ['Ünïcode/a b+c%20#1.csv', 'a/b.csv', 'a?x=1&y.csv']
    const path = await put(Object.fromEntries(names.map((each) => [each, Buffer.from(each)])))
    const { source, found } = await listed(path)
    const read = found.map(async (file) => Buffer.from(await source.read(file)).toString())
    expect(found.map((file) => file.path).toSorted()).toEqual(names.toSorted())
    expect((await Promise.all(read)).toSorted()).toEqual(names.toSorted())
  })
}

/** What is wrong with a zip is told, the rest is read. */
function faultsOfZips(put: PutFiles, zipFile: PutZip): void {
  test('a path outside itself', async () => {
    const zip = replaced(
      await zipOf({ 'xx/evil.csv': Buffer.from('x'), ...twoFiles }),
      'xx/evil',
      '../evil',
    )
    const { paths, problems } = await listed(await zipFile(zip))
    expect(paths).toEqual(['Race 1/a.csv', 'Race 2/b.csv'])
    expect(problems).toMatchObject([{ code: 'path-outside', file: 'track.zip' }])
  })

  test('no zip at all, and one cut off', async () => {
    const whole = await zipOf(twoFiles)
    const folder = await put({
      'cut.zip': whole.subarray(0, whole.length - 30),
      'text.zip': Buffer.from('no zip'),
      ...twoFiles,
    })
    const { paths, problems } = await listed(folder)
    expect(paths).toEqual(['Race 1/a.csv', 'Race 2/b.csv'])
    expect(problems).toMatchObject([
      { code: 'broken-zip', file: 'cut.zip' },
      { code: 'broken-zip', file: 'text.zip' },
    ])
  })
}

/** And what is wrong with one file of a zip. */
function faultsInZips(zipFile: PutZip): void {
  test('an encrypted file', async () => {
    const zip = Buffer.from(await zipOf(twoFiles))
    const directory = zip.indexOf('PK\u0001\u0002')
    zip.writeUInt16LE(zip.readUInt16LE(directory + 8) | 1, directory + 8)
    const { paths, problems } = await listed(await zipFile(zip))
    expect(paths).toEqual(['Race 2/b.csv'])
    expect(problems).toMatchObject([{ code: 'encrypted' }])
  })

  test('an absurdly large file is seen by its head and never read', async () => {
    const zip = Buffer.from(await zipOf({ 'big.csv': Buffer.alloc(100_000, 'telemetry;') }))
    const directory = zip.indexOf('PK\u0001\u0002')
    zip.writeUInt32LE(3_000_000_000, directory + 24)
    const { source, found } = await listed(await zipFile(zip))
    const [big = noFile] = found
    expect(Buffer.from(await source.head(big, 9)).toString()).toBe('telemetry')
    await expect(source.read(big)).rejects.toMatchObject({ code: 'too-large' })
  })

  test('bytes that were damaged', async () => {
    const zip = Buffer.from(await zipOf(twoFiles))
    const crc = zip.indexOf('PK\u0001\u0002') + 16
    zip.writeUInt32LE(zip.readUInt32LE(crc) ^ 1, crc)
    const { source, found } = await listed(await zipFile(zip))
    const [damaged = noFile, whole = damaged] = found
    await expect(source.read(damaged)).rejects.toMatchObject({ code: 'broken-zip' })
    expect(Buffer.from(await source.read(whole)).toString()).toBe('three\n')
  })
}
