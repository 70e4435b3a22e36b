import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { realSeason as realFolder } from '#core/adapters/real-season.ts'
import { openSqliteDocumentStore } from '#core/adapters/sqlite-document-store.ts'
import { textOf } from '#core/composer/say.ts'
import { parseFactId } from '#core/domain/fact-id.ts'
import type { Fact } from '#core/domain/fact.ts'
import { CoachingDocument } from '#core/protocol/documents/coaching-document.ts'
import { RaceDocument } from '#core/protocol/documents/race-document.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { factOf, type ParsedDocument } from '#core/protocol/facts/fact-catalogue.ts'
import { parseDocument } from '#core/protocol/facts/find-fact.ts'
import { collections, type DocumentReader, type DocumentStore } from '#core/ports/document-store.ts'
import { demoSeason, realSeason } from '../testing/test-season.ts'

const seasons = [
  ['demo', async () => await demoSeason()],
  ...(realFolder === undefined
    ? []
    : [['real', async () => await realSeason(realFolder ?? '')] as const]),
] as const

/** What a sentence may be about without saying how much. */
const namingUnits = new Set(['lap', 'car', 'section'])
/** Figures that are magnitudes by their definition, so that their sign says nothing. */
const magnitudes = /(quickerByMs|repeatGainMs|potentialMs|medianGapMs|IntervalMs)$/

describe.each(seasons)('the sentences of the %s season', (_name, season) => {
  let store: DocumentStore
  let reader: DocumentReader
  const documents: CoachingDocument[] = []
  const races = new Map<string, RaceDocument>()
  const parsed = new Map<string, ParsedDocument>()

  beforeAll(async () => {
    store = openSqliteDocumentStore((await season()).store)
    const current = await store.current()
    if (current === undefined) throw new Error('no season is published')
    reader = current
    for (const { id, document } of (await reader.list('races', { limit: 500 })).documents)
      races.set(id, RaceDocument.parse(document))
    const page = await reader.list('coaching_insights', { limit: 500 })
    for (const { document } of page.documents) documents.push(CoachingDocument.parse(document))
    await readCited()
  })
  afterAll(async () => await store.close())

  /** Every document that a sentence cites. */
  async function readCited() {
    const paths = new Set(
      everySentence().flatMap(({ parts }) =>
        parts.flatMap(({ factId }) => factId?.split('#')[0] ?? []),
      ),
    )
    for (const path of paths) {
      const [name = '', id = ''] = path.split('/')
      const collection = collections.find((one) => one === name)
      // oxlint-disable-next-line no-await-in-loop -- one after the other is quick enough here
      const stored = collection && (await reader.get(collection, id))
      if (collection !== undefined && stored !== undefined)
        parsed.set(path, parseDocument(collection, stored))
    }
  }

  const everySentence = (): Sentence[] => documents.flatMap(sentencesOf)
  const everyPart = () => everySentence().flatMap(({ parts }) => parts)

  function factWith(id: string): Fact | undefined {
    const place = parseFactId(id)
    const document = place && parsed.get(`${place.collection}/${place.documentId}`)
    if (place === undefined || document === undefined) return undefined
    const race = races.get(/^[a-z0-9-]+-r[0-9]+/.exec(place.documentId)?.[0] ?? '')
    return factOf(document, place.documentId, place.field, race)
  }

  test('every car of every race has a document', () => {
    expect(documents.length).toBe([...races.values()].flatMap(({ cars }) => cars).length)
  })

  test('a digit stands only in a cited part', () => {
    const digits = everyPart().filter(({ text, factId }) => factId === undefined && /\d/.test(text))
    expect(digits).toEqual([])
  })

  test('every cited part is the text or the short form of its fact', () => {
    const wrong = everyPart().filter(({ text, factId }) => {
      if (factId === undefined) return false
      const fact = factWith(factId)
      return fact === undefined || fact.value === null || ![fact.text, fact.short].includes(text)
    })
    expect(wrong.slice(0, 5)).toEqual([])
  })

  test('words of direction agree with the sign of what they follow', () => {
    const wrong = everySentence().filter(({ parts }) =>
      parts.some(({ factId }, index) => {
        const word = /^ (off|behind|slower|further|ahead|quicker|closer)\b/.exec(
          parts[index + 1]?.text ?? '',
        )?.[1]
        if (factId === undefined || word === undefined || magnitudes.test(factId)) return false
        const fact = factWith(factId)
        if (fact?.unit !== 'ms') return false
        const isMore = ['off', 'behind', 'slower', 'further'].includes(word)
        return isMore ? Number(fact.value) < 0 : Number(fact.value) > 0
      }),
    )
    expect(wrong.map(textOf)).toEqual([])
  })

  test('a gain on the field is a falling trend, a loss to it a rising one', () => {
    const wrong = everySentence().filter((sentence) => {
      const [before, slope] = sentence.parts
      const way = /^You (gained|lost) $/.exec(before?.text ?? '')?.[1]
      if (way === undefined) return false
      return (way === 'gained') !== Number(factWith(slope?.factId ?? '')?.value) < 0
    })
    expect(wrong.map(textOf)).toEqual([])
  })

  test('a hypothesis names laps, cars and sections, never a time, a gap or a count', () => {
    const hypotheses = documents.flatMap((document) => document.hypotheses)
    expect(hypotheses.length).toBeGreaterThan(0)
    expect(new Set(hypotheses.map(({ kind }) => kind))).toEqual(new Set(['hypothesis']))
    const units = hypotheses.flatMap(({ parts }) =>
      parts.flatMap(({ factId }) => (factId === undefined ? [] : factWith(factId)?.unit)),
    )
    expect(units.filter((unit) => !namingUnits.has(unit ?? ''))).toEqual([])
  })

  test('causes stand in hypotheses only', () => {
    const cause = /held up|braking|throttle|tyre|rhythm|line or/i
    const told = everySentence()
      .filter(({ kind }) => kind !== 'hypothesis')
      .map(textOf)
    expect(told.filter((text) => cause.test(text))).toEqual([])
  })

  test.each([
    ['praise or filler', /!|overall|great|good job|well done/i],
    ['a share of a whole that does not add up', /of it\b|share|%/],
    ['words that are not for the screen', /\bclean\b|corrected|target|opportunit|quantity/i],
    [
      'one where there are several, or several where there is one',
      /\b1 (laps|places|cars)\b|\b([02-9]|\d\d+) (lap|place|car)\b/,
    ],
    ['a list of one', /\b(laps|cars) [0-9-]+(?! (and|to) |, \d|[0-9-])/],
    ['a hole', /undefined|null|NaN|not known|  | ,| \./],
  ])('no sentence has %s', (_what, pattern) => {
    expect(
      everySentence()
        .map(textOf)
        .filter((text) => pattern.test(text)),
    ).toEqual([])
  })

  test('sentences begin with a capital or a figure and end with a stop', () => {
    const odd = everySentence()
      .map(textOf)
      .filter((text) => !/^[A-Z0-9].*[.?]$/.test(text))
    expect(odd).toEqual([])
  })

  test('no two cars are told the same', () => {
    const told = documents
      .filter(({ hasEnoughLaps }) => hasEnoughLaps)
      .map(({ observations }) => observations.map(textOf).join(' '))
    expect(new Set(told).size).toBe(told.length)
  })

  test('a document is as long as a driver reads', () => {
    for (const document of documents) {
      const { observations, hypotheses, actions, summary } = document
      if (!document.hasEnoughLaps) continue
      expect(summary.length).toBe(4)
      expect(observations.length).toBeGreaterThanOrEqual(4)
      expect(observations.length).toBeLessThanOrEqual(9)
      expect(hypotheses.length).toBeLessThanOrEqual(2)
      expect(actions.length).toBeGreaterThanOrEqual(1)
      expect(actions.length).toBeLessThanOrEqual(3)
    }
  })

  test('a car with fewer than three green laps is told so, and nothing to do', () => {
    const few = documents.filter(({ hasEnoughLaps }) => !hasEnoughLaps)
    expect(few.length).toBeGreaterThan(0)
    for (const { summary, observations, actions, hypotheses, card } of few) {
      expect(summary.map(textOf).join(' ')).toContain('too few to say where time is')
      expect(observations.map(textOf).join(' ')).toContain('does not count')
      expect([...actions, ...hypotheses, card]).toEqual([null])
    }
  })

  test("race 1's cards are checked, and race 2 repeats them", () => {
    const ofRace = (number: string) =>
      documents.filter(({ raceId }) => raceId.endsWith(`-r${number}`))
    const cards = new Map(ofRace('1').map(({ trackId, car, card }) => [`${trackId} ${car}`, card]))
    const written = [...cards.values()].filter((card) => card !== null)
    expect(written.length).toBeGreaterThan(50)
    expect(written.filter(({ check }) => (check?.sentences.length ?? 0) === 0)).toEqual([])
    expect(ofRace('1').map(({ previousCard }) => previousCard)).toEqual(ofRace('1').map(() => null))
    expect(ofRace('2').map(({ card }) => card)).toEqual(ofRace('2').map(() => null))
    expect(ofRace('2').map(({ previousCard }) => previousCard)).toEqual(
      ofRace('2').map(({ trackId, car }) => cards.get(`${trackId} ${car}`) ?? null),
    )
  })
})

function sentencesOf(document: CoachingDocument): Sentence[] {
  const { summary, observations, hypotheses, actions, card } = document
  const ofCard = card === null ? [] : [...card.sentences, ...(card.check?.sentences ?? [])]
  return [...summary, ...observations, ...hypotheses, ...actions, ...ofCard]
}
