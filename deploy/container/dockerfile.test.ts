import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseDockerIgnore } from './docker-ignore.ts'
import { parseDockerfile, UnknownInstruction } from './dockerfile.ts'

test('our Dockerfile is understood as a whole', () => {
  const stages = parseDockerfile(readFileSync('Dockerfile', 'utf8'))
  expect(stages.map(({ name }) => name)).toEqual(['packages', 'built', '2'])
  expect(stages.every(({ image }) => image === 'node:26-slim')).toBe(true)
  const last = stages.at(-1)?.instructions ?? []
  expect(last.findLast(({ type }) => type === 'user')).toEqual({ type: 'user', name: 'node' })
  expect(last.at(-1)).toMatchObject({
    type: 'cmd',
    args: ['node', ...Array(3).fill(expect.any(String))],
  })
})

test.each([
  'ADD x y',
  'RUN --mount=type=cache npm ci',
  'RUN ["npm", "ci"]',
  'COPY --chown=node a b',
  'COPY a',
  'ENV A="b c"',
  'CMD npm start',
  'RUN npm ci \\',
])('what the runner does not know is refused: %s', (line) => {
  expect(() => parseDockerfile(`FROM node\n${line}`)).toThrow(UnknownInstruction)
})

test('an instruction before its stage is refused', () => {
  expect(() => parseDockerfile('WORKDIR /app')).toThrow('Dockerfile:1 is not known here')
})

test.each([
  ['package.json', true],
  ['server/main.ts', true],
  ['server/main.test.ts', false],
  ['server/fixtures/season-documents.ts', false],
  ['core/adapters/season-fixtures.ts', false],
  ['core/adapters/document-store-contract/place.ts', false],
  ['client/node_modules/x/index.js', false],
  ['node_modules/koa/package.json', false],
  ['data/kaizenlap.db', false],
  ['.env', false],
  ['.git/config', false],
])('%s goes to the build: %s', (path, isTaken) => {
  expect(parseDockerIgnore(readFileSync('.dockerignore', 'utf8'))(path)).toBe(isTaken)
})
