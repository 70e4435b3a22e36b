import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { textOf } from '#core/composer/say.ts'
import { CarNumber, RaceId } from '#core/domain/ids.ts'
import type { Scope } from '#core/protocol/chat/scope.ts'
import { newFolder } from '../../../testing/new-folder.ts'
import { startJobsIn } from '../../../testing/season-process.ts'
import { demoSeason } from '../../../testing/test-season.ts'
import { createSeasonFacts, type SeasonFacts } from '../season-facts.ts'
import { allAnswers } from './all-answers.ts'

const raceId = RaceId.parse('barber-r1')
const own = CarNumber.parse('13')
/** Of the other class, and of the own one. */
const [other, alike] = [CarNumber.parse('22'), CarNumber.parse('55')]
const answers = new Map(allAnswers)

let store: ReturnType<typeof openSqliteDocumentStore>
let season: SeasonFacts

/** The demo season's first weekend, every second car of it in a class of its own. */
beforeAll(async () => {
  const demo = await demoSeason()
  const folder = newFolder()
  const data = join(folder, 'barber-motorsports-park')
  await cp(join(demo.data, 'barber-motorsports-park'), data, { recursive: true })
  await intoTwoClasses(data)
  const file = join(folder, 'season.db')
  const { code, err } = await startJobsIn(
    {},
    'season',
    '--data',
    folder,
    '--store',
    `sqlite:${file}`,
  ).ended
  if (code !== 0) throw new Error(err)
  store = openSqliteDocumentStore(file)
  const reader = await store.current()
  if (reader === undefined) throw new Error('no season is published')
  season = createSeasonFacts(reader)
}, 120_000)

afterAll(async () => await store.close())

/** Even car numbers become a class of their own, in the timing of each race. */
async function intoTwoClasses(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true })
  const timing = names.filter((name) => /23_Analysis.*\.csv$/i.test(name))
  await Promise.all(
    timing.map(async (name) => {
      const file = join(folder, name)
      const [header = '', ...rows] = (await readFile(file, 'utf8')).split('\n')
      const column = header.split(';').findIndex((title) => title.trim() === 'CLASS')
      const written = rows.map((row) => {
        const cells = row.split(';')
        if (cells.length > column && Number(cells[0]) % 2 === 0) cells[column] = 'GT4'
        return cells.join(';')
      })
      await writeFile(file, [header, ...written].join('\n'))
    }),
  )
}

async function told(intent: string, text: string, scope: Partial<Scope> = {}) {
  const answer = answers.get(intent)
  if (answer === undefined) throw new Error(`nobody answers ${intent}`)
  const whole = { raceId, car: own, intents: [intent], ...scope }
  const draft = await answer({ part: { intent, text, scope: whole }, season, history: [] })
  return { ...draft, text: draft.sentences.map(textOf).join(' ') }
}

test('the race knows two classes', async () => {
  const { race } = await season.race(raceId)
  expect(Object.values(race.classes).map(({ carClass }) => carClass)).toEqual(['Am', 'GT4'])
})

test('cars of two classes are not compared by pace', async () => {
  const { text } = await told('compare-cars', 'compare me with 22', { cars: [own, other] })
  expect(text).toMatch(/^Car 13 and car 22 are in different classes/)
  expect(text).not.toMatch(/on pace|quick quarter/)
  expect(text).toMatch(/Best laps: .* by car 13 .* by car 22/)
})

test('of several cars those of another class are left out, and it is said', async () => {
  const { text } = await told('compare-cars', 'compare 13, 22 and 55', {
    cars: [own, other, alike],
  })
  expect(text).toMatch(/than car 55|car 55 /)
  expect(text).not.toMatch(/than car 22/)
  expect(text).toMatch(/another class/)
})

test('ranks and the quick quarter are those of the class', async () => {
  const { patterns } = await season.race(raceId)
  const cars = patterns.filter(({ carClass, lap }) => carClass === 'Am' && lap.paceMs !== null)
  const { text } = await told('pace', 'how is my pace')
  expect(text).toContain(`of ${cars.length}`)
  const ranked = await told('ranking', 'rank the field by pace')
  expect(ranked.text).not.toMatch(/car \d*[02468]\b/)
})

test('a car that is not of the quickest class has a composite and a fastest lap of its class', async () => {
  const { race, patterns } = await season.race(raceId)
  const quickest = patterns.toSorted(
    (a, b) => (a.bestLap?.lapTimeMs ?? Infinity) - (b.bestLap?.lapTimeMs ?? Infinity),
  )[0]
  const slower = Object.values(race.classes).find(({ carClass }) => carClass !== quickest?.carClass)
  const car = patterns.find(({ carClass }) => carClass === slower?.carClass)?.car
  const { text } = await told('best-lap', 'my best lap', { ...(car !== undefined && { car }) })
  expect(text).toMatch(/of the class|of its class|of your class/)
})

test('every answer about a car of a race with two classes cites what it shows', async () => {
  const ids =
    'where-time work-on strengths gap-to-composite composite field-figures fastest-where consistency top-speed pace-needed pace-vs-result several-cars'
  for (const intent of ids.split(' ')) {
    const { sentences, facts } = await told(intent, 'and me?', { cars: [own, other, alike] })
    const cited = sentences.flatMap(({ parts }) => parts.flatMap(({ factId }) => factId ?? []))
    expect({ intent, lacking: cited.filter((id) => !facts.some((one) => one.id === id)) }).toEqual({
      intent,
      lacking: [],
    })
  }
})
