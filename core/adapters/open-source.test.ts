import { rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { joinSources } from './joined-source.ts'
import { openSource } from './open-source.ts'
import { folderOf, zipOf, type Files } from './timing-fixtures.ts'

const files: Files = {
  'Race 1/a.csv': Buffer.from('one;two\n1;2\n'),
  'Race 2/b.csv': Buffer.from('three\n'),
}

async function zipFile(bytes: Uint8Array, name = 'track.zip'): Promise<string> {
  return join(await folderOf({ [name]: bytes }), name)
}

async function listed(path: string) {
  const source = await openSource(path)
  const { files: found, problems } = await source.list()
  return { source, found, paths: found.map((file) => file.path), problems }
}

/** Changes bytes of a zip wherever they stand, in the entry and in the directory. */
function replaced(zip: Buffer, from: string, to: string): Buffer {
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1')
}

test.each([
  ['a folder', async () => await folderOf(files), ''],
  ['a zip', async () => await zipFile(await zipOf(files)), ''],
  ['a zip in a folder', async () => await folderOf({ 'track.zip': await zipOf(files) }), 'track/'],
])('%s lists its files in order, and shows their bytes', async (_, make, above) => {
  const { source, found } = await listed(await make())
  expect(found).toEqual([
    { path: `${above}Race 1/a.csv`, bytes: 12 },
    { path: `${above}Race 2/b.csv`, bytes: 6 },
  ])
  const [first = { path: '', bytes: 0 }] = found
  expect(Buffer.from(await source.read(first)).toString()).toBe('one;two\n1;2\n')
  expect(Buffer.from(await source.head(first, 3)).toString()).toBe('one')
  expect(Buffer.from(await source.head(first, 99)).toString()).toBe('one;two\n1;2\n')
  await source.close()
})

test('zips in a zip are opened, clutter is not listed', async () => {
  const inner = await zipOf(files)
  const outer = await zipOf({ 'sonoma.zip': inner, '__MACOSX/._x.csv': inner, '.DS_Store': inner })
  const { source, found, paths } = await listed(await zipFile(outer))
  expect(paths).toEqual(['sonoma/Race 1/a.csv', 'sonoma/Race 2/b.csv'])
  expect(Buffer.from(await source.read(found[1] ?? { path: '', bytes: 0 })).toString()).toBe(
    'three\n',
  )
})

test('a folder beside a zip of its name keeps its paths', async () => {
  const folder = await folderOf({
    'track/Race 1/a.csv': Buffer.from('x'),
    'track.zip': await zipOf(files),
  })
  expect((await listed(folder)).paths).toEqual([
    'track.zip/Race 1/a.csv',
    'track.zip/Race 2/b.csv',
    'track/Race 1/a.csv',
  ])
})

describe('what is wrong with a zip is told, the rest is read', () => {
  test('a path outside itself', async () => {
    const zip = replaced(
      await zipOf({ 'xx/evil.csv': Buffer.from('x'), ...files }),
      'xx/evil',
      '../evil',
    )
    const { paths, problems } = await listed(await zipFile(zip))
    expect(paths).toEqual(['Race 1/a.csv', 'Race 2/b.csv'])
    expect(problems).toMatchObject([{ code: 'path-outside', file: 'track.zip' }])
  })

  test('no zip at all, and one cut off', async () => {
    const whole = await zipOf(files)
    const folder = await folderOf({
      'cut.zip': whole.subarray(0, whole.length - 30),
      'text.zip': Buffer.from('no zip'),
      ...files,
    })
    const { paths, problems } = await listed(folder)
    expect(paths).toEqual(['Race 1/a.csv', 'Race 2/b.csv'])
    expect(problems).toMatchObject([
      { code: 'broken-zip', file: 'cut.zip' },
      { code: 'broken-zip', file: 'text.zip' },
    ])
  })

  test('an encrypted file', async () => {
    const zip = Buffer.from(await zipOf(files))
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
    const [big = { path: '', bytes: 0 }] = found
    expect(Buffer.from(await source.head(big, 9)).toString()).toBe('telemetry')
    await expect(source.read(big)).rejects.toMatchObject({ code: 'too-large' })
  })

  test('bytes that were damaged', async () => {
    const zip = Buffer.from(await zipOf(files))
    const crc = zip.indexOf('PK\u0001\u0002') + 16
    zip.writeUInt32LE(zip.readUInt32LE(crc) ^ 1, crc)
    const { source, found } = await listed(await zipFile(zip))
    const [damaged = { path: '', bytes: 0 }, whole = damaged] = found
    await expect(source.read(damaged)).rejects.toMatchObject({ code: 'broken-zip' })
    expect(Buffer.from(await source.read(whole)).toString()).toBe('three\n')
  })
})

describe('what is wrong with a folder', () => {
  test('one that is not there, and a file that is no zip, are clear errors', async () => {
    const folder = await folderOf(files)
    await expect(openSource(join(folder, 'nowhere'))).rejects.toThrow(/nowhere is not there$/)
    await expect(openSource(join(folder, 'Race 1/a.csv'))).rejects.toThrow(
      /neither a folder nor a zip/,
    )
  })

  test('a link is told and not followed', async () => {
    const folder = await folderOf(files)
    await symlink('/', join(folder, 'out'))
    const { paths, problems } = await listed(folder)
    expect(paths).toEqual(['Race 1/a.csv', 'Race 2/b.csv'])
    expect(problems).toMatchObject([{ code: 'link-not-followed', file: 'out' }])
  })

  test('a file that is gone when it is read is told', async () => {
    const folder = await folderOf(files)
    const { source, found } = await listed(folder)
    await rm(join(folder, 'Race 1/a.csv'))
    const [gone = { path: '', bytes: 0 }] = found
    await expect(source.read(gone)).rejects.toMatchObject({ code: 'unreadable' })
    await expect(source.head(gone, 9)).rejects.toMatchObject({ code: 'unreadable' })
  })
})

test('several sources are one, and a path means one file', async () => {
  const other = await folderOf({ 'Race 1/a.csv': Buffer.from('other'), 'c.csv': Buffer.from('c') })
  const joined = joinSources([await openSource(await folderOf(files)), await openSource(other)])
  const { files: found } = await joined.list()
  const name = other.split('/').at(-1) ?? ''
  expect(found.map(({ path }) => path).toSorted()).toEqual(
    ['Race 1/a.csv', 'Race 2/b.csv', 'c.csv', `${name}/Race 1/a.csv`].toSorted(),
  )
  const twin = found.find(({ path }) => path.startsWith(name))
  expect(Buffer.from(await joined.read(twin ?? { path: '', bytes: 0 })).toString()).toBe('other')
})
