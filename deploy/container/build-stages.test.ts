import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { environment } from '../missing-tool.ts'
import { buildStages } from './build-stages.ts'
import { parseDockerIgnore } from './docker-ignore.ts'
import { parseDockerfile } from './dockerfile.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaizenlap-stages-'))
  await mkdir(join(folder, 'context/src'), { recursive: true })
  await mkdir(join(folder, 'scratch'))
  await writeFile(join(folder, 'context/src/lap.ts'), 'lap')
  await writeFile(join(folder, 'context/src/lap.test.ts'), 'test')
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

const build = (...lines: readonly string[]) =>
  buildStages(parseDockerfile(lines.join('\n')), {
    context: join(folder, 'context'),
    isTaken: parseDockerIgnore('**/*.test.ts'),
    scratch: join(folder, 'scratch'),
    environment: { PATH: environment['PATH'] ?? '' },
    say: () => {},
  })

test('stages copy, run and hand on', async () => {
  const built = await build(
    'FROM base AS first',
    'WORKDIR /app',
    'COPY src src',
    'RUN cat src/lap.ts > built.txt',
    'FROM base',
    'ENV MODE=production',
    'WORKDIR /srv/app',
    'COPY --from=first /app/built.txt ./',
    'COPY --from=first /app/src code',
    'RUN echo $MODE > mode.txt',
    'USER node',
    'CMD ["node", "code/lap.ts"]',
  )
  expect(await readdir(built.folder)).toEqual(['built.txt', 'code', 'mode.txt'])
  expect(await readdir(join(built.folder, 'code'))).toEqual(['lap.ts'])
  expect(await readFile(join(built.folder, 'built.txt'), 'utf8')).toBe('lap')
  expect(await readFile(join(built.folder, 'mode.txt'), 'utf8')).toBe('production\n')
  expect(built).toMatchObject({ user: 'node', command: ['node', 'code/lap.ts'] })
})

test.each([
  [['RUN echo no >&2; exit 3'], /^RUN echo no >&2; exit 3 ended with 3:\nno/],
  [['COPY missing ./'], /missing/],
  [['COPY --from=nobody /x ./'], "There is no stage 'nobody'."],
])('%o fails the build', async (lines, message) => {
  await expect(build('FROM base', 'WORKDIR /app', ...lines)).rejects.toThrow(message)
})
