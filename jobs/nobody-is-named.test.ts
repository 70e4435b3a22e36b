import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { realSeason as realFolder } from '#core/adapters/real-season.ts'
import { realSeason } from '../testing/test-season.ts'

/** Every cell of a column that holds a person's or a team's name, in all files of the real season. */
function namesIn(folder: string): ReadonlySet<string> {
  const names = new Set<string>()
  for (const file of globSync('**/*.{csv,CSV}', { cwd: folder })) {
    const [header = '', ...rows] = readFileSync(join(folder, file), 'utf8').split(/\r?\n/)
    const columns = header.split(';').flatMap((name, index) => (isNamed(name) ? [index] : []))
    for (const row of columns.length === 0 ? [] : rows) {
      const cells = row.split(';')
      for (const column of columns) names.add((cells[column] ?? '').trim())
    }
  }
  return new Set([...names].filter((name) => /[a-z]{3}/i.test(name)))
}

function isNamed(column: string): boolean {
  return /DRIVER_?(NAME|FIRST|SECOND)|FIRSTNAME|SECONDNAME|\bTEAM\b/i.test(column)
}

test.skipIf(realFolder === undefined)('no name of the files is anywhere in the store', async () => {
  const folder = realFolder ?? ''
  const names = new RegExp([...namesIn(folder)].map((name) => RegExp.escape(name)).join('|'))
  const printed = readFileSync(
    join(folder, 'indianapolis/indianapolis/03_Provisional Results_Race 1.CSV'),
    'utf8',
  )
  expect(printed).toMatch(names)
  const store = new DatabaseSync((await realSeason(folder)).store, { readOnly: true })
  const tables = store.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all()
  let named = 0
  for (const { name: table } of tables) {
    for (const row of store.prepare(`SELECT * FROM ${String(table)}`).iterate())
      if (names.test(Object.values(row).join('\u0000'))) named++
  }
  store.close()
  expect(named).toBe(0)
})
