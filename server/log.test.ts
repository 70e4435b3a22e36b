import { expect, test } from 'vitest'
import { createLog, faultFields } from './log.ts'

function logged(write: (log: ReturnType<typeof createLog>) => void, labels?: { surface: string }) {
  const lines: string[] = []
  write(createLog({ write: (line) => void lines.push(line) }, labels))
  return lines.map((line): unknown => JSON.parse(line))
}

test.each([
  ['debug', []],
  ['info', [{ severity: 'INFO' }]],
  ['warn', [{ severity: 'WARNING' }]],
  ['error', [{ severity: 'ERROR' }]],
  ['fatal', [{ severity: 'CRITICAL' }]],
] as const)('%s has the severity of Cloud Logging', (level, expected) => {
  expect(logged((log) => log[level]('a lap'))).toMatchObject(expected)
})

test('a line is a message, a time and its fields, and nothing else', () => {
  expect(logged((log) => log.info({ laps: 27 }, 'race read'))).toEqual([
    {
      severity: 'INFO',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      laps: 27,
      message: 'race read',
    },
  ])
})

test('labels are where Cloud Logging looks for them', () => {
  expect(logged((log) => log.info('listening'), { surface: 'coach' })).toMatchObject([
    { 'logging.googleapis.com/labels': { surface: 'coach' } },
  ])
})

test('a fault has the stack by which Error Reporting groups it, and that of its cause', () => {
  const cause = new Error('the disk is full')
  const { error, stack_trace: stack } = faultFields(new Error('not stored', { cause }))
  expect(error).toBe('not stored')
  expect(stack).toMatch(
    /^Error: not stored\n {4}at [^]*\nCaused by: Error: the disk is full\n {4}at /,
  )
})
