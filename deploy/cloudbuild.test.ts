import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'

const Duration = z.string().regex(/^[0-9]+s$/)
const Name = z.string().regex(/^_[A-Z0-9_]+$/)
const Setting = z.string().regex(/^[A-Z_]+=/)

/** What a build file may hold, as Cloud Build's reference has it; as much of it as is of use here. */
const Build = z.strictObject({
  steps: z
    .array(
      z
        .strictObject({
          id: z.string(),
          name: z.string(),
          waitFor: z.array(z.string()).optional(),
          entrypoint: z.string().optional(),
          args: z.array(z.string()).optional(),
          script: z.string().startsWith('#!').optional(),
          env: z.array(Setting).optional(),
          timeout: Duration.optional(),
        })
        .refine(
          ({ script, args, entrypoint }) =>
            script === undefined || (args === undefined && entrypoint === undefined),
          'a script takes neither args nor an entrypoint',
        ),
    )
    .min(1),
  images: z.array(z.string()).optional(),
  substitutions: z.record(Name, z.string()).default({}),
  options: z.strictObject({
    // A service account of one's own needs it: there is no bucket for its logs.
    logging: z.literal('CLOUD_LOGGING_ONLY'),
    machineType: z.enum(['E2_HIGHCPU_8', 'E2_HIGHCPU_32', 'E2_MEDIUM']).optional(),
    dynamicSubstitutions: z.boolean().optional(),
  }),
  serviceAccount: z.string().startsWith('projects/').optional(),
  timeout: Duration,
})
type Build = z.infer<typeof Build>

const builtIn = new Set(['PROJECT_ID', 'BUILD_ID', 'PROJECT_NUMBER', 'LOCATION'])
const files = ['deploy/cloudbuild.yaml', 'deploy/build-image.yaml']
const read = (file: string) => parse(readFileSync(file, 'utf8'), { strict: true })

/** Substitutions are made everywhere but in scripts. */
function substitutionsIn({ steps, ...others }: Build): string[] {
  const texts = steps.map((step) => ({ ...step, script: undefined }))
  const { substitutions, ...rest } = others
  const all = JSON.stringify([texts, rest, Object.values(substitutions)])
  return Array.from(all.matchAll(/\$\{?([A-Z_][A-Z0-9_]*)\}?/g), ([, name = '']) => name)
}

test.each(files)('%s is a build', (file) => {
  const build = Build.parse(read(file))
  const ids = build.steps.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const [index, { waitFor = [] }] of build.steps.entries())
    for (const other of waitFor) expect(['-', ...ids.slice(0, index)]).toContain(other)
})

test.each(files)('%s defines what it puts in, and puts in what it defines', (file) => {
  const build = Build.parse(read(file))
  const used = new Set(substitutionsIn(build).filter((name) => !builtIn.has(name)))
  expect([...used].toSorted()).toEqual(Object.keys(build.substitutions).toSorted())
  const isNested = Object.values(build.substitutions).some((value) => value.includes('$'))
  expect(build.options.dynamicSubstitutions ?? false).toBe(isNested)
})

test('a script of a step is given each variable that it reads', () => {
  for (const { id, script = '', env = [] } of Build.parse(read('deploy/cloudbuild.yaml')).steps) {
    const given = env.map((setting) => setting.split('=')[0])
    const reads = Array.from(script.matchAll(/\$\{?([A-Z_]+)\}?/g), ([, name]) => name)
    expect({ id, given }).toEqual({ id, given: expect.arrayContaining(reads) })
  }
})

test.each([
  [{ steps: [{ id: 'a', name: 'node', arg: [] }] }],
  [{ steps: [{ id: 'a', name: 'node', script: '#!/bin/sh', args: [] }] }],
  [{ steps: [] }],
])('%o is none', (part) => {
  const whole = { options: { logging: 'CLOUD_LOGGING_ONLY' }, timeout: '60s', ...part }
  expect(Build.safeParse(whole).success).toBe(false)
})
