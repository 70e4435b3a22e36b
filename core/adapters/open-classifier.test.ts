import { appendFile, mkdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { readPhrasing } from '#core/chat/understanding/intents/classifier.ts'
import { newFolder } from '../../testing/new-folder.ts'
import { learntFile } from './learnt-file.ts'
import { openClassifier } from './open-classifier.ts'

const phrasings = {
  'best-lap': ['what was my best lap', 'my fastest lap', 'best lap of mine'],
  weather: ['did the weather matter', 'was the heat a factor', 'weather and heat'],
}
const question = readPhrasing('which lap was my best')

let root: string
beforeEach(async () => {
  root = newFolder()
  await mkdir(join(root, 'seeds', 'intents'), { recursive: true })
  await writeFile(join(root, 'seeds', 'related-words.json'), '{}')
  for (const [id, said] of Object.entries(phrasings)) {
    const intent = { id, kind: 'answer', about: id, needs: [], phrasings: said }
    await writeFile(join(root, 'seeds', 'intents', `${id}.json`), JSON.stringify(intent))
  }
})

test('what was learnt is kept, and tells the same at the next start', async () => {
  const first = await openClassifier(root)
  const { mtimeMs } = await stat(learntFile(root))
  const second = await openClassifier(root)
  expect(first.classify(question)[0]?.id).toBe('best-lap')
  expect(second.classify(question)).toEqual(first.classify(question))
  expect((await stat(learntFile(root))).mtimeMs).toBe(mtimeMs)
})

test('other phrasings are learnt anew', async () => {
  await openClassifier(root)
  const before = await readFile(learntFile(root))
  await appendFile(join(root, 'seeds', 'related-words.json'), '\n')
  await openClassifier(root)
  expect(await readFile(learntFile(root))).not.toEqual(before)
})

test('what was kept in part is learnt anew', async () => {
  const first = await openClassifier(root)
  await truncate(learntFile(root), 100)
  const second = await openClassifier(root)
  expect(second.classify(question)).toEqual(first.classify(question))
})

test('where nothing can be kept, it is learnt all the same', async () => {
  await writeFile(join(root, 'learnt'), 'a file where the folder belongs')
  const classifier = await openClassifier(root)
  expect(classifier.classify(question)[0]?.id).toBe('best-lap')
})

test('phrasings that cannot be read stop it', async () => {
  await writeFile(join(root, 'seeds', 'intents', 'weather.json'), '{}')
  await expect(openClassifier(root)).rejects.toThrow('phrasings')
})
