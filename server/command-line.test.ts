import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)

test.each([
  ['server/ask/main.ts', '--nonsense', 'Unknown option'],
  ['server/coach-command/main.ts', '--nonsense', 'Unknown option'],
  ['eval/main.ts', '--real', 'argument missing'],
  ['bench/main.ts', '--scale', 'Unknown option'],
])('%s %s tells what is wrong and how it is called', async (command, option, wrong) => {
  const ended: unknown = await run(process.execPath, [command, option]).catch(
    (error: unknown) => error,
  )
  expect(ended).toMatchObject({ code: 2, stdout: '' })
  expect(ended).toHaveProperty('stderr', expect.stringContaining(wrong))
  expect(ended).toHaveProperty('stderr', expect.stringContaining('Usage: npm run'))
  expect(ended).toHaveProperty('stderr', expect.not.stringMatching(/^ +at /m))
})
