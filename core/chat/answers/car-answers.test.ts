import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { textOf } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import { CarNumber, RaceId, TrackId } from '#core/domain/ids.ts'
import type { DocumentReader, DocumentStore } from '#core/ports/document-store.ts'
import type { Scope } from '#core/protocol/chat/scope.ts'
import { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import { findFact } from '#core/protocol/facts/find-fact.ts'
import { demoSeason } from '../../../testing/test-season.ts'
import type { Ask, Draft } from '../draft.ts'
import { createSeasonFacts, type SeasonFacts } from '../season-facts.ts'
import { carAnswers } from './car-answers.ts'

const answers = new Map(carAnswers)
let store: DocumentStore
let reader: DocumentReader
let season: SeasonFacts
let cars: readonly PatternDocument[]

beforeAll(async () => {
  const published = await demoSeason()
  store = openSqliteDocumentStore(published.store)
  const current = await store.current()
  if (current === undefined) throw new Error('the demo season is not published')
  reader = current
  season = createSeasonFacts(reader)
  const { documents } = await reader.list('ml_pattern_recommendations', { limit: 500 })
  cars = documents.map(({ document }) => PatternDocument.parse(document))
}, 120_000)

afterAll(async () => {
  await store.close()
})

type Asking = Partial<Pick<Ask['part'], 'text' | 'figure' | 'reference'>> & {
  scope?: Partial<Scope>
}

async function answer(
  intent: string,
  { raceId, trackId, car }: PatternDocument,
  asking: Asking = {},
): Promise<Draft> {
  const write = answers.get(intent)
  if (write === undefined) throw new Error(`${intent} has no answer`)
  const { scope, text = 'and me?', ...rest } = asking
  const named: Scope = { intents: [intent], raceId, trackId, car, ...scope }
  return await write({ part: { intent, text, scope: named, ...rest }, season, history: [] })
}

const isIn = (race: string) => (one: PatternDocument) => one.raceId === RaceId.parse(race)
const textsOf = (draft: Draft) => draft.sentences.map(textOf)
const first = (draft: Draft) => textsOf(draft)[0] ?? ''

/** A car of each kind: quick, middle, few laps, one lap; of races with and without weather or a failed loop. */
function sample(): readonly PatternDocument[] {
  const races = [...new Set(cars.map(({ raceId }) => raceId))]
  return races.flatMap((raceId) => {
    const field = cars
      .filter((one) => one.raceId === raceId)
      .toSorted((a, b) => a.positionOnRoad - b.positionOnRoad)
    const fewest = field.toSorted((a, b) => a.lapsDone - b.lapsDone)[0]
    return [field[0], field[Math.floor(field.length / 2)], fewest].filter(
      (one) => one !== undefined,
    )
  })
}

const askings: readonly Asking[] = [
  {},
  { text: 'how about lap 3?', scope: { lap: 3 } },
  { text: 'and in section 2?', scope: { section: 's2' } },
  { text: 'what about 1b?', scope: { section: 's1b' } },
  { text: 'without lap 5', scope: { filter: { without: [5] } } },
  { text: 'after the restart', scope: { filter: { afterRestart: true } } },
  {
    text: 'without traffic, laps 4 to 9',
    scope: { filter: { withoutTraffic: true, fromLap: 4, toLap: 9 } },
  },
  { text: 'who is it?', reference: 'own-best', figure: 'best' },
  { text: 'against the field', reference: 'field', figure: 'std' },
  { text: 'against the composite', reference: 'composite', figure: 'gap-to-composite' },
]

/** Each fact of a draft by its id; those computed are opened by what else the draft or the store has. */
async function checkFacts(draft: Draft): Promise<void> {
  const own = new Map(draft.facts.map((fact) => [fact.id, fact]))
  const find = async (id: string): Promise<Fact | undefined> =>
    id.startsWith('computed:') ? own.get(id) : await findFact(known, id)
  for (const fact of draft.facts) {
    const found = await find(fact.id)
    expect(found, fact.id).toBeDefined()
    expect(fact.text, fact.id).toBe(found?.text)
    if (fact.document === null)
      for (const id of fact.operands ?? [])
        expect(await find(id), `${fact.id} → ${id}`).toBeDefined()
  }
}

const read = new Map<string, Promise<unknown>>()
/** The same few documents are asked for thousands of times. */
async function known(
  collection: Parameters<DocumentReader['get']>[0],
  id: string,
): Promise<unknown> {
  const key = `${collection}/${id}`
  const found = read.get(key) ?? reader.get(collection, id)
  read.set(key, found)
  return await found
}

function checkSentences(draft: Draft): void {
  const facts = new Map(draft.facts.map((fact) => [fact.id, fact]))
  expect(draft.sentences.length).toBeGreaterThan(0)
  expect(draft.sentences.length).toBeLessThanOrEqual(7)
  for (const sentence of draft.sentences)
    for (const { text, factId } of sentence.parts) {
      if (factId === undefined) expect(text).not.toMatch(/[0-9]|undefined|NaN|not known/)
      else {
        const fact = facts.get(factId)
        expect([fact?.text, fact?.short], factId).toContain(text)
        expect(fact?.value, factId).not.toBeNull()
      }
    }
  for (const id of draft.asked) expect(facts.has(id), id).toBe(true)
}

describe('every answer', () => {
  test.each(carAnswers.map(([intent]) => intent))(
    '%s cites what it says, and all of it opens',
    async (intent) => {
      const asked = sample()
      for (const [index, car] of asked.entries())
        for (const asking of askings) {
          const draft = await answer(intent, car, asking)
          checkSentences(draft)
          if (index % 6 === 0) await checkFacts(draft)
        }
    },
    120_000,
  )

  test.each(carAnswers.map(([intent]) => intent))(
    '%s asks back where the race is not known',
    async (intent) => {
      const write = answers.get(intent)
      const draft = await write?.({
        part: { intent, text: '', scope: { intents: [intent] } },
        season,
        history: [],
      })
      expect(['asked-back', 'not-in-data']).toContain(draft?.outcome)
    },
  )

  test('a car that was not in the race is not answered for another', async () => {
    const [one] = cars
    if (one === undefined) throw new Error('no cars')
    const draft = await answer('best-lap', one, { scope: { car: CarNumber.parse('999') } })
    expect(draft.outcome).toBe('not-in-data')
    expect(draft.facts).toEqual([])
  })
})

const quantile = (values: readonly number[], p: number) => {
  const sorted = values.toSorted((a, b) => a - b)
  const h = (sorted.length - 1) * p
  const low = sorted[Math.floor(h)] ?? 0
  return low + (h - Math.floor(h)) * ((sorted[Math.ceil(h)] ?? 0) - low)
}
const meanOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
const stdOf = (values: readonly number[]) =>
  Math.sqrt(values.reduce((sum, one) => sum + (one - meanOf(values)) ** 2, 0) / (values.length - 1))

function cleanTimes({ laps }: PatternDocument, is: (lap: number) => boolean = () => true) {
  return Object.values(laps).flatMap(({ isClean, lap, timeMs }) =>
    isClean && is(lap) && timeMs.lap !== undefined ? [timeMs.lap] : [],
  )
}

const valueOf = (draft: Draft, id: string | undefined) =>
  draft.facts.find((fact) => fact.id === id)?.value

describe('figures that a question names', () => {
  test.each([
    ['mean-lap', meanOf],
    ['median-lap', (times: readonly number[]) => quantile(times, 0.5)],
    ['lap-std', stdOf],
    ['spread', (times: readonly number[]) => quantile(times, 0.75) - quantile(times, 0.25)],
    ['worst-lap', (times: readonly number[]) => Math.max(...times)],
  ])(
    '%s is that of green laps as driven, over all of them and over some',
    async (intent, expected) => {
      for (const car of sample().filter(({ cleanLaps }) => cleanLaps > 8)) {
        const all = await answer(intent, car)
        expect(valueOf(all, all.asked[0])).toBeCloseTo(expected(cleanTimes(car)), 6)
        const some = await answer(intent, car, { scope: { filter: { without: [7], fromLap: 4 } } })
        const kept = cleanTimes(car, (lap) => lap !== 7 && lap >= 4)
        expect(valueOf(some, some.asked[0])).toBeCloseTo(expected(kept), 6)
        expect(valueOf(some, some.asked[1])).toBe(kept.length)
        expect(first(some)).toContain(`${kept.length} green laps`)
      }
    },
  )

  test('the best lap, its gap to the fastest lap, and whose that is', async () => {
    for (const car of sample()) {
      const field = cars.filter(({ raceId }) => raceId === car.raceId)
      const fastest = Math.min(...field.flatMap(({ bestLap }) => bestLap?.lapTimeMs ?? []))
      const draft = await answer('best-lap', car)
      if (car.bestLap === null) expect(draft.outcome).toBe('not-in-data')
      else {
        expect(valueOf(draft, draft.asked[0])).toBe(car.bestLap.lapTimeMs)
        const gap = draft.facts.find(({ id }) => id.startsWith('computed:difference('))
        expect(gap?.value).toBe(car.bestLap.lapTimeMs - fastest)
      }
    }
  })

  test('the ideal lap is the sum of the best sections of all laps', async () => {
    for (const car of sample()) {
      const best = (['s1', 's2', 's3'] as const).map((id) =>
        Math.min(...Object.values(car.laps).flatMap(({ timeMs }) => timeMs[id] ?? [])),
      )
      const draft = await answer('ideal-lap', car)
      if (best.every(Number.isFinite))
        expect(valueOf(draft, draft.asked[0])).toBe(best.reduce((a, b) => a + b, 0))
    }
  })

  test('the pace over chosen laps is a median less the quick quarter', async () => {
    const car = cars.find(({ cleanLaps, lap }) => cleanLaps > 12 && lap.paceGapMs !== null)
    if (car === undefined) throw new Error('no car with a pace')
    const draft = await answer('pace', car, {
      text: 'my pace without lap 5',
      scope: { filter: { without: [5] } },
    })
    const kept = Object.values(car.laps).flatMap(({ lap, correctedMs }) =>
      lap === 5 ? [] : (correctedMs.lap ?? []),
    )
    const quickQuarterMs = (car.lap.paceMs ?? 0) - (car.lap.paceGapMs ?? 0)
    expect(valueOf(draft, draft.asked[0])).toBeCloseTo(quantile(kept, 0.5) - quickQuarterMs, 6)
  })

  test('laps without traffic have nobody within a second ahead at the line', async () => {
    const car = cars.find(({ laps }) =>
      Object.values(laps).some(
        ({ isClean, followed }) => isClean && (followed?.intervalMs ?? Infinity) <= 1000,
      ),
    )
    if (car === undefined) throw new Error('nobody follows anybody')
    const free = Object.values(car.laps).filter(
      ({ isClean, followed }) => isClean && (followed === null || followed.intervalMs > 1000),
    )
    const draft = await answer('counted-laps', car, { scope: { filter: { withoutTraffic: true } } })
    expect(valueOf(draft, draft.asked[0])).toBe(free.length)
    expect(free.length).toBeLessThan(car.cleanLaps)
  })
})

describe('where time is', () => {
  test('the section furthest off the quick quarter comes first, with its laps', async () => {
    for (const car of sample().filter(({ opportunities }) => opportunities.length > 0)) {
      const [worst] = car.opportunities
      const draft = await answer('where-time', car, { text: 'where do I lose time' })
      expect(first(draft)).toContain(`Section ${worst?.slice(1)}`)
      expect(draft.asked[0]).toContain(`#sections.${worst}.paceGapMs`)
      expect(textsOf(draft).at(-1)).toContain(`${car.sections[worst ?? 's1']?.paceN} green laps`)
    }
  })

  test('against another car the sections have the difference of the paces, with its sign', async () => {
    const field = cars
      .filter(isIn(cars[0]?.raceId ?? ''))
      .filter(({ sections }) => sections.s2?.paceMs)
    const [one, other] = [field[0], field.at(-1)]
    if (one === undefined || other === undefined) throw new Error('too few cars')
    const draft = await answer('where-time', one, {
      text: 'where do I lose time to them',
      scope: { cars: [other.car] },
    })
    const shown = draft.facts.find(
      ({ id }) => id.includes('#sections.s2.paceMs') && id.startsWith('computed:'),
    )
    expect(shown?.value).toBeCloseTo(
      (one.sections.s2?.paceMs ?? 0) - (other.sections.s2?.paceMs ?? 0),
      6,
    )
    const back = await answer('where-time', other, {
      text: 'where do I lose time to them',
      scope: { cars: [one.car] },
    })
    const turned = back.facts.find(
      ({ id }) => id.includes('#sections.s2.paceMs') && id.startsWith('computed:'),
    )
    expect(turned?.value).toBeCloseTo(-Number(shown?.value), 6)
  })

  test('of a lap that only the screen shows it is not asked', async () => {
    const car = cars.find(({ opportunities }) => opportunities.length > 0)
    if (car === undefined) throw new Error('nobody is off the quick quarter')
    const shown = await answer('where-time', car, {
      text: 'where do I lose time',
      scope: { lap: 8 },
    })
    const named = await answer('where-time', car, {
      text: 'where did I lose time on lap 8',
      scope: { lap: 8 },
    })
    expect(shown).toEqual(await answer('where-time', car, { text: 'where do I lose time' }))
    expect(textsOf(named).join(' ')).toMatch(/lap 8|Lap 8/)
  })

  test('a car that the question speaks of as another is no "you"', async () => {
    for (const intent of ['where-time', 'best-lap', 'consistency', 'trend', 'why-not-counted']) {
      const [car] = cars
      if (car === undefined) throw new Error('no cars')
      const draft = await answer(intent, car, { text: `how about car ${car.car}?` })
      expect(textsOf(draft).join(' ')).not.toMatch(/\byou(r|rs)?\b/i)
      checkSentences(draft)
    }
  })
})

describe('laps', () => {
  test('a lap taken apart has its own times', async () => {
    const [car] = cars
    const lap = car && Object.values(car.laps).find(({ isClean }) => isClean)
    if (car === undefined || lap === undefined) throw new Error('no green lap')
    const draft = await answer('lap-apart', car, {
      text: `lap ${lap.lap}`,
      scope: { lap: lap.lap },
    })
    expect(draft.asked.map((id) => valueOf(draft, id))).toEqual([
      lap.timeMs.lap,
      lap.timeMs.s1,
      lap.timeMs.s2,
      lap.timeMs.s3,
    ])
  })

  test('a lap that the car did not do is said not to be there', async () => {
    const [car] = cars
    if (car === undefined) throw new Error('no cars')
    for (const intent of ['lap-apart', 'why-slow', 'why-not-counted'])
      expect((await answer(intent, car, { text: 'lap 99', scope: { lap: 99 } })).outcome).toBe(
        'not-in-data',
      )
  })

  test('why a lap does not count is what the ledger says', async () => {
    const words = {
      yellow: /yellow/,
      restart: /restart/,
      'in-lap': /pit/,
      'out-lap': /pit/,
      'opening-lap': /opening/,
    } as const
    for (const car of sample())
      for (const { lap, isClean, excludedBecause } of Object.values(car.laps)) {
        const text = first(
          await answer('why-not-counted', car, { text: `lap ${lap}`, scope: { lap } }),
        )
        expect(text.includes('does not count')).toBe(!isClean)
        for (const [reason, word] of Object.entries(words))
          if (excludedBecause.some((one) => one === reason)) expect(text).toMatch(word)
      }
  })
})

describe('the weekend', () => {
  test('the verdict on the card is the one of the document', async () => {
    const words = { met: /^Met/, 'not-met': /^Not met/, 'cannot-tell': /^Cannot tell/ } as const
    let checked = 0
    for (const car of cars.filter(({ raceId }) => raceId.endsWith('-r1'))) {
      const { card } = await season.coaching(car.raceId, car.car)
      if (!card?.check) continue
      checked += 1
      expect(
        first(await answer('target-met', car, { scope: { trackId: TrackId.parse(car.trackId) } })),
      ).toMatch(words[card.check.verdict])
    }
    expect(checked).toBeGreaterThan(5)
  })

  test('who got better against the field is told so, and who did not is not', async () => {
    for (const car of sample().filter(({ raceId }) => raceId.endsWith('-r2'))) {
      const { weather } = await season.race(car.raceId)
      const moved = weather.otherRace?.cars.find((one) => one.car === car.car)
      const text = first(await answer('improved', car, { text: 'did I improve?' }))
      if (moved === undefined) continue
      if (moved.againstFieldMs < -0.5) expect(text).toMatch(/you gained/)
      if (moved.againstFieldMs > 0.5) expect(text).toMatch(/you lost/)
    }
  })

  test('of several cars the one furthest off comes first', async () => {
    const field = cars
      .filter(isIn(cars[0]?.raceId ?? ''))
      .filter(({ lap }) => (lap.paceGapMs ?? -1) > 1)
    const three = field.slice(0, 3)
    const [worst] = three.toSorted((a, b) => (b.lap.paceGapMs ?? 0) - (a.lap.paceGapMs ?? 0))
    const [car] = cars
    if (car === undefined || worst === undefined) throw new Error('too few cars')
    const draft = await answer('several-cars', car, {
      scope: { cars: three.map((one) => one.car) },
    })
    expect(first(draft)).toContain(`sit with car ${worst.car} first`)
  })
})
