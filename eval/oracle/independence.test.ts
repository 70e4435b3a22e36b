import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const files = globSync(join(import.meta.dirname, '*.ts')).filter((name) => !/\.test\./.test(name))

/** What it imports that is neither beside it nor a plain reader of files. */
function borrowed(source: string): readonly string[] {
  const names = [...source.matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map(([, name = '']) => name)
  return names.filter(
    (name) => !/^(\.\/[a-z-]+\.ts|node:(fs\/promises|path)|csv-parse\/sync|zod)$/.test(name),
  )
}

test.each(files)('%s shares no code with what it judges', (file) => {
  expect(borrowed(readFileSync(file, 'utf8'))).toEqual([])
})

test('borrowed code is seen', () => {
  expect(borrowed("import { median } from '#core/domain/quantile.ts'")).toHaveLength(1)
  expect(borrowed("import { median } from '../../core/domain/quantile.ts'")).toHaveLength(1)
})
