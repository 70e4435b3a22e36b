import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod'

const documents = ['README.md', ...globSync('docs/**/*.md')].map((file) => ({
  file,
  text: readFileSync(file, 'utf8'),
}))

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')))

const found = (text: string, pattern: RegExp) =>
  Array.from(text.matchAll(pattern), ([, one = '']) => one)

test.each(documents)('$file names scripts that there are', ({ text }) => {
  const named = found(text, /npm run (?:-s )?([a-z][a-z:-]*)/g)
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

test.each(documents)('$file leads to files that there are', ({ file, text }) => {
  const links = found(text, /\]\(([^)#\s]+)(?:#[^)]*)?\)/g).filter((to) => !/^https?:/.test(to))
  expect(links.filter((to) => !existsSync(join(dirname(file), to)))).toEqual([])
})

const folders =
  /`((?:bench|browser|client|core|deploy|docs|eval|jobs|prompts|scripts|seeds|server|testing)\/[\w./-]+)`/g

test.each(documents)('$file names files of ours that there are', ({ text }) => {
  expect(found(text, folders).filter((name) => !existsSync(name))).toEqual([])
})

test('settings that documents give a value are settings of the product or of its scripts', () => {
  const ours = readFileSync('.env.example', 'utf8')
  const scripted = globSync('deploy/*.sh').map((file) => readFileSync(file, 'utf8'))
  const told = new Set([
    ...found(ours, /^([A-Z_]+)=/gm),
    ...scripted.flatMap((text) => found(text, /\$\{?([A-Z_]+)/g)),
  ])
  const named = documents.flatMap(({ text }) => found(text, /\b([A-Z][A-Z_]{3,})=/g))
  const untold = [...new Set(named)].filter((name) => !told.has(name))
  // Ollama's own, and what one block of a document hands to the next.
  expect(untold.toSorted()).toEqual(['ACCESS_TOKEN', 'OLLAMA_CONTEXT_LENGTH'])
})
