import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { ClientFrame, ServerFrame } from '#core/protocol/chat/frames.ts'
import { NewJudgment } from '#core/protocol/review/judgment.ts'
import { NextQuery } from '#core/protocol/review/review-query.ts'
import { demoSeason } from '../testing/test-season.ts'
import { type RunningService, runService } from './fixtures/running-service.ts'

const text = readFileSync('docs/PROTOCOL.md', 'utf8')
const examples = [...text.matchAll(/`GET (\S+)`\s+```json\n([\s\S]*?)```/g)].map(
  ([, path = '', answer = '']) => [path, answer] as const,
)

const frames = [...text.matchAll(/```json (client|server)\n([\s\S]*?)```/g)].map(
  ([, from = '', frame = '']) => [from, frame.trim()] as const,
)

test.each(frames)('a frame of the %s is one: %s', (from, frame) => {
  const schema = from === 'client' ? ClientFrame : ServerFrame
  expect(schema.safeParse(JSON.parse(frame)).error).toBeUndefined()
})

test('every kind of frame is shown', () => {
  const shown = new Set(frames.map(([from, frame]) => `${from} ${JSON.parse(frame).type}`))
  const all = [
    ...ClientFrame.options.map(({ shape }) => `client ${shape.type.value}`),
    ...ServerFrame.options.map(({ shape }) => `server ${shape.type.value}`),
  ]
  expect(all.filter((one) => !shown.has(one))).toEqual([])
})

const bodies = { NewJudgment, NextQuery }

test.each(Object.entries(bodies))('the example of %s is one', (name, schema) => {
  const body = new RegExp(`\`\`\`json coach ${name}\n([\\s\\S]*?)\`\`\``).exec(text)?.[1] ?? 'null'
  expect(schema.safeParse(JSON.parse(body)).error).toBeUndefined()
})

let service: RunningService

beforeAll(async () => {
  service = await runService(openSqliteDocumentStore((await demoSeason()).store))
})
afterAll(async () => await service.stop())

test('the examples are there', () => {
  expect(examples.length).toBeGreaterThan(3)
})

test.each(examples)('the example of GET %s is what the service answers', async (path, answer) => {
  const response = await service.get(path)
  expect(await response.json()).toEqual(JSON.parse(answer))
})
