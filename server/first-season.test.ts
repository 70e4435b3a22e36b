import { expect, test, vi } from 'vitest'
import { buildFirstSeason } from './first-season.ts'
import { createLog } from './log.ts'

function logged() {
  const lines: string[] = []
  return { lines, log: createLog({ write: (line) => void lines.push(line) }) }
}

const program = (code: string) => ({ args: ['-e', code] })

test('the last line that a program wrote is the progress', async () => {
  const { log } = logged()
  const season = buildFirstSeason(
    [program("process.stderr.write('sections, 3 of 14\\n\\n'); setInterval(() => {}, 1000)")],
    log,
  )
  expect(season.progress().text).toBe('It is being built.')
  await vi.waitFor(() => expect(season.progress().text).toBe('sections, 3 of 14'), 30_000)
  season.stop()
})

test('the programs run one after the other, each one finished before the next', async () => {
  const { lines, log } = logged()
  const order: string[] = []
  const step = (name: string) => ({
    ...program(''),
    finish: () => Promise.resolve(void order.push(name)),
  })
  buildFirstSeason([step('demo season'), step('season')], log)
  await vi.waitFor(() => expect(lines.join('')).toContain('built what was missing'), 30_000)
  expect(order).toEqual(['demo season', 'season'])
})

test('a program that fails is logged with its setting and what it wrote, and what follows is not run', async () => {
  const { lines, log } = logged()
  const season = buildFirstSeason(
    [
      {
        ...program("process.stderr.write('disk full\\n'); process.exitCode = 1"),
        from: 'DATA=races',
      },
      program("process.stderr.write('never\\n')"),
    ],
    log,
  )
  await vi.waitFor(() => expect(lines.join('')).toContain('not built'), 30_000)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    severity: 'ERROR',
    error: 'DATA=races\ndisk full',
  })
  expect(season.progress().text).toBe(
    'Its building failed, the log says why. Publish one with: npm run season',
  )
})
