import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { reportMissing } from './missing-tool.ts'

const hasShellcheck = spawnSync('shellcheck', ['--version']).status === 0
const scripts = [...globSync('{deploy,scripts}/**/*.sh'), ...globSync('deploy/fakes/*'), '.ci/run']
const Steps = z.object({ steps: z.array(z.object({ script: z.string().optional() })) })

function shellcheck(args: readonly string[], input = ''): string {
  if (!hasShellcheck) {
    reportMissing('shellcheck', 'shell scripts are not linted')
    return ''
  }
  return spawnSync('shellcheck', args, { input, encoding: 'utf8' }).stdout
}

test('all shell scripts are clean', () => {
  expect(scripts.length).toBeGreaterThan(6)
  expect(shellcheck(['--external-sources', ...scripts])).toBe('')
})

test('a script in a build step is a script', () => {
  const { steps } = Steps.parse(parse(readFileSync('deploy/cloudbuild.yaml', 'utf8')))
  for (const { script = '' } of steps) expect(shellcheck(['--shell=bash', '-'], script)).toBe('')
})
