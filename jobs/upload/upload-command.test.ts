import { expect, test } from 'vitest'
import { readUploadCommand } from './upload-command.ts'

test('a folder and a bucket are all it needs', () => {
  expect(readUploadCommand(['timing', 'gs://bucket/2025'])).toEqual({
    from: 'timing',
    to: 'gs://bucket/2025',
    isDry: false,
    problems: undefined,
  })
  expect(readUploadCommand(['--help'])).toBeUndefined()
})

test.each([
  ['no bucket', ['timing'], /Give the timing files and where they go/],
  ['nothing', [], /Give the timing files and where they go/],
  ['a bucket in place of a folder', ['gs://a-bucket', 'gs://b-bucket'], /lies in a bucket already/],
  [
    'one argument more',
    ['timing', 'gs://a-bucket', 'gs://b-bucket'],
    /'gs:\/\/b-bucket' is too much/,
  ],
  ['an option that there is not', ['timing', 'gs://a-bucket', '--force'], /--force/],
])('%s is wrong usage', (_, args, message) => {
  expect(() => readUploadCommand(args)).toThrow(message)
})
