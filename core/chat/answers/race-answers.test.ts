import { afterAll, beforeAll, expect, test } from 'vitest'
import { textOf } from '#core/composer/say.ts'
import type { CarNumber } from '#core/domain/ids.ts'
import { parseFactId } from '#core/domain/fact-id.ts'
import type { Scope } from '#core/protocol/chat/scope.ts'
import type { RaceDocument } from '#core/protocol/documents/race-document.ts'
import { findFact } from '#core/protocol/facts/find-fact.ts'
import type { DocumentReader } from '#core/ports/document-store.ts'
import type { Draft } from '../draft.ts'
import { type AskedSeason, openAskedSeason } from './race-answer-fixtures.ts'
import { raceAnswers } from './race-answers.ts'

let demo: AskedSeason

beforeAll(async () => {
  demo = await openAskedSeason()
}, 120_000)
afterAll(async () => await demo.close())

/** A car of each kind in a race: in the middle, with few laps, second printed alike, last. */
function carsToAskFor({ cars }: RaceDocument): CarNumber[] {
  const middle = cars[Math.floor(cars.length / 2)]
  const short = cars.toSorted((a, b) => a.laps - b.laps)[0]
  const alike = cars.find(({ car }) => car.includes('-'))
  return [...new Set([middle, short, alike].flatMap((one) => (one === undefined ? [] : [one.car])))]
}

async function faultsOf(draft: Draft): Promise<string[]> {
  const facts = new Map(draft.facts.map((fact) => [fact.id, fact]))
  const faults: string[] = []
  const get = async (...place: Parameters<DocumentReader['get']>) => await demo.reader.get(...place)
  for (const id of draft.asked) if (!facts.has(id)) faults.push(`asked ${id} is no fact`)
  for (const sentence of draft.sentences) {
    if (/undefined|NaN|null/.test(textOf(sentence))) faults.push(textOf(sentence))
    for (const { text, factId } of sentence.parts) {
      const fact = factId === undefined ? undefined : facts.get(factId)
      if (factId === undefined && /\d/.test(text)) faults.push(`uncited: ${text}`)
      if (fact?.value === null) faults.push(`${factId} is absent`)
      if (factId !== undefined && text !== fact?.text && text !== fact?.short)
        faults.push(`${factId} reads ${text}`)
    }
  }
  const resolved = await Promise.all(
    [...facts.values()].flatMap((fact) => {
      const ids = fact.document === null ? (fact.operands ?? []) : [fact.id]
      if (ids.length === 0) faults.push(`${fact.id} has no operands`)
      return ids
        .filter((id) => parseFactId(id) !== undefined)
        .slice(0, 3)
        .map(async (id) => ((await findFact(get, id)) === undefined ? [`${id} is nowhere`] : []))
    }),
  )
  return [...faults, ...resolved.flat()]
}

test.each(raceAnswers.map(([intent]) => intent))(
  '%s: every number is cited as its fact reads',
  async (intent) => {
    const races = await demo.season.races()
    const chosen = races.filter((_, index) => index % 3 === 0)
    for (const race of chosen) {
      for (const car of carsToAskFor(race)) {
        const partner = race.cars.find((other) => other.car !== car)?.car
        const scopes: Partial<Scope>[] = [
          { raceId: race.raceId, trackId: race.trackId, car },
          {
            raceId: race.raceId,
            trackId: race.trackId,
            car,
            lap: 2,
            laps: [2, 5],
            section: 's2',
            ...(partner !== undefined && { cars: [car, partner] }),
          },
        ]
        const texts = [`my ${intent}`, 'lap 2 in section 2, who and where', 'best track']
        for (const [index, scope] of scopes.entries()) {
          const draft = await demo.ask(intent, { text: texts[index] ?? '' }, scope)
          expect(draft.sentences.length).toBeGreaterThan(0)
          expect(draft.sentences.length).toBeLessThanOrEqual(7)
          expect({ race: race.raceId, car, faults: await faultsOf(draft) }).toMatchObject({
            faults: [],
          })
        }
      }
    }
  },
)

test.each(raceAnswers.map(([intent]) => intent))(
  '%s without a race or a car asks back or says so, and does not throw',
  async (intent) => {
    const draft = await demo.ask(intent, { text: 'what' }, {})
    expect(draft.sentences.length).toBeGreaterThan(0)
  },
)
