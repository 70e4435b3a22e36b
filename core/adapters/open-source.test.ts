import { rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { joinSources } from './joined-source.ts'
import { openSource } from './open-source.ts'
import { folderOf } from './timing-fixtures.ts'
import { listed, noFile, timingSourceContract, twoFiles } from './timing-source.contract.ts'

timingSourceContract('a folder', folderOf)

describe('what is wrong with a folder', () => {
  test('one that is not there, and a file that is no zip, are clear errors', async () => {
    const folder = await folderOf(twoFiles)
    await expect(openSource(join(folder, 'nowhere'))).rejects.toThrow(/nowhere is not there$/)
    await expect(openSource(join(folder, 'Race 1/a.csv'))).rejects.toThrow(
      /neither a folder nor a zip/,
    )
  })

  test('a link is told and not followed', async () => {
    const folder = await folderOf(twoFiles)
    await symlink('/', join(folder, 'out'))
    const { paths, problems } = await listed(folder)
    expect(paths).toEqual(['Race 1/a.csv', 'Race 2/b.csv'])
    expect(problems).toMatchObject([{ code: 'link-not-followed', file: 'out' }])
  })

  test('a file that is gone when it is read is told', async () => {
    const folder = await folderOf(twoFiles)
    const { source, found } = await listed(folder)
    await rm(join(folder, 'Race 1/a.csv'))
    const [gone = noFile] = found
    await expect(source.read(gone)).rejects.toMatchObject({ code: 'unreadable' })
    await expect(source.head(gone, 9)).rejects.toMatchObject({ code: 'unreadable' })
  })
})

test('several sources are one, and a path means one file', async () => {
  const other = await folderOf({ 'Race 1/a.csv': Buffer.from('other'), 'c.csv': Buffer.from('c') })
  const joined = joinSources([await openSource(await folderOf(twoFiles)), await openSource(other)])
  const { files: found } = await joined.list()
  const name = other.split('/').at(-1) ?? ''
  expect(found.map(({ path }) => path).toSorted()).toEqual(
    ['Race 1/a.csv', 'Race 2/b.csv', 'c.csv', `${name}/Race 1/a.csv`].toSorted(),
  )
  const twin = found.find(({ path }) => path.startsWith(name))
  expect(Buffer.from(await joined.read(twin ?? noFile)).toString()).toBe('other')
})
