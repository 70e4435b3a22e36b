import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newFolder } from '../../testing/new-folder.ts'

const main = join(import.meta.dirname, 'main.ts')

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' })
}

test.each([
  [[], '--out is missing'],
  [['--out'], '--out'],
  [['--out', 'x', '--seed', '1.5'], '--seed 1.5'],
  [['--out', 'x', '--scale', '0'], '--scale 0'],
  [['--out', 'x', '--scale', 'many'], '--scale many'],
  [['--out', 'x', '--size', '3'], '--size'],
])('wrong usage %o ends with 2 and says what is wrong', (args, message) => {
  const { status, stdout, stderr } = run(...args)
  expect(status).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).toContain(message)
  expect(stderr).toContain('usage:')
})

test('a season is written to the folder given, progress to stderr, a summary to stdout', () => {
  const out = newFolder()
  const { status, stdout, stderr } = run('--out', out, '--seed', '4')
  expect(status).toBe(0)
  expect(stdout).toMatch(/7 weekends, 14 races, [67],\d{3} laps, 131 files; invented, seed 4\n$/)
  expect(stderr).toContain('weekend 7 of 7')
  expect(readFileSync(join(out, 'kaizenlap-demo-season.json'), 'utf8')).toContain('"seed":4')
  expect(existsSync(join(out, 'sebring', 'Sebring', 'Race 2', 'sebring_lap_time_R2.csv'))).toBe(
    true,
  )
})
