import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { readCommand } from '../jobs/command.ts'
import { jobNames } from '../jobs/job.ts'

const named = <Step extends z.ZodType>(name: string, step: Step) => z.strictObject({ [name]: step })
const Assign = z.strictObject({ assign: z.array(z.record(z.string(), z.string())) })

const RunJob = z.strictObject({
  try: z.strictObject({
    call: z.literal('googleapis.run.v2.projects.locations.jobs.run'),
    args: z.strictObject({
      name: z.string(),
      body: z.strictObject({
        overrides: z.strictObject({
          containerOverrides: z.tuple([z.strictObject({ args: z.array(z.string()) })]),
        }),
      }),
      // A year at most, as the connector has it.
      connector_params: z.strictObject({ timeout: z.int().max(31_536_000) }),
    }),
  }),
  except: z.strictObject({
    as: z.literal('error'),
    steps: z.tuple([
      named(
        'tell',
        z.strictObject({
          call: z.literal('sys.log'),
          args: z.strictObject({
            severity: z.literal('ERROR'),
            json: z.record(z.string(), z.string()),
          }),
        }),
      ),
      named('give_up', z.strictObject({ raise: z.literal('${error}') })),
    ]),
  }),
})

/** As much of the language of Cloud Workflows as is of use here. */
const Workflow = z.strictObject({
  main: z.strictObject({
    steps: z.tuple([
      named('begin', Assign),
      named(
        'jobs',
        z.strictObject({
          for: z.strictObject({
            value: z.literal('job'),
            in: z.array(z.string()),
            steps: z.tuple([named('run_job', RunJob)]),
          }),
        }),
      ),
      named('end', z.strictObject({ return: z.literal('${run}') })),
    ]),
  }),
})

const text = readFileSync('deploy/workflow.yaml', 'utf8')
const steps = Workflow.parse(parse(text, { strict: true })).main.steps
const jobs = steps[1]['jobs']?.for
const call = jobs?.steps[0]['run_job']?.try.args

test('it runs the five jobs in their order, and then publishes', () => {
  expect(jobs?.in).toEqual([...jobNames, 'publish'])
})

test.each([...jobNames, 'publish'])('%s is started as jobs/main.ts knows it', (job) => {
  const args = call?.body.overrides.containerOverrides[0].args ?? []
  const filled = args.map((arg) => arg.replace('${job}', job).replace('${run}', 'w-0f3e'))
  expect(readCommand(filled)).toMatchObject({ type: 'job', job, run: 'w-0f3e' })
})

test('it names the jobs that are deployed', () => {
  expect(call?.name).toBe('${place + "/jobs/kaizenlap-" + job}')
  const listed = execFileSync('bash', ['-c', '. deploy/settings.sh; echo "${JOBS[@]}"'], {
    env: { PATH: '/usr/bin:/bin', PROJECT: 'some-project' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  expect(listed.trim().split(' ')).toEqual(expect.arrayContaining(jobs?.in ?? ['none']))
})

test('what it uses it has assigned', () => {
  const assigned = steps[0]['begin']?.assign.flatMap((each) => Object.keys(each)) ?? []
  const expressions = Array.from(text.matchAll(/\$\{(.+)\}/g), ([, inside = '']) => inside)
  const words = expressions.flatMap((each) => each.replaceAll(/"[^"]*"/g, '').match(/[a-z_.]+/g))
  const known = new Set([...assigned, 'job', 'error', 'sys.get_env'])
  expect(words.filter((word) => word !== null && !known.has(word))).toEqual([])
  expect(words).toEqual(expect.arrayContaining(assigned))
})
