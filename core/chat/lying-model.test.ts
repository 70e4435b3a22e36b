import { afterAll, beforeAll, expect, test } from 'vitest'
import { sayAll, type Exchange } from '#core/adapters/language-model/model-server-fixtures.ts'
import type { Scope } from '#core/protocol/chat/scope.ts'
import { demoSeason } from '../../testing/test-season.ts'
import { breakdowns, dresses } from './lying-assaults-fixture.ts'
import { factsOfPrompt, isSaid } from './lying-claims-fixture.ts'
import { plantComparison } from './lying-comparisons-fixture.ts'
import { judge, judgedFacts } from './lying-judge-fixture.ts'
import { type Asked, type LyingSeason, openLyingSeason } from './lying-season-fixture.ts'
import {
  createDice,
  type Dice,
  one,
  plant,
  type Planted,
  tricks,
} from './lying-sentences-fixture.ts'

const mostLies = 10_000
/** Another seed tells other lies: LYING_SEED=777 tries the check further than a run of all tests does. */
// oxlint-disable-next-line node/no-process-env -- tests read no settings
const seed = Number(process.env['LYING_SEED'] ?? 20_250_906)
const sentencesAtOnce = 8
const tracks = ['Sebring', 'VIR', 'Road America', 'Barber', 'Sonoma', 'COTA']

let season: LyingSeason
beforeAll(async () => (season = await openLyingSeason((await demoSeason()).store)), 60_000)
afterAll(async () => await season.stop())

/** Sentences over the facts of a prompt, lies and truths. */
function plantOver(exchange: Exchange, dice: Dice): readonly Planted[] {
  const prompt = exchange.body.messages.map(({ content }) => content).join('\n')
  const facts = factsOfPrompt(prompt)
  if (facts.length === 0) return []
  // The examples of the prompt are about another car.
  const [, race = '', me] =
    [...prompt.matchAll(/ABOUT\n(\S+?)-r\d(?:.*?car ([^,\s]+))?/g)].at(-1) ?? []
  const isElsewhere = (name: string) => name.toLowerCase().replace(' ', '-') !== race
  const elsewhere = race === '' ? [] : tracks.filter(isElsewhere)
  const lies = { facts, me, tracks: elsewhere, dice }
  const planted = new Map<string, Planted>()
  for (let tries = 0; tries < 60 && planted.size < sentencesAtOnce; tries++) {
    const trick = one(dice, ['compared', 'compared', ...tricks])
    const sentence = trick === 'compared' ? plantComparison(lies) : plant(trick, lies)
    if (sentence !== undefined) planted.set(sentence.text, sentence)
  }
  return [...planted.values()]
}

const byModel = ({ events }: Asked) =>
  events.flatMap((event) =>
    event.type === 'sentence' && event.sentence.author === 'model' ? [event.sentence] : [],
  )
const textsOf = (asked: Asked) =>
  byModel(asked).map(({ parts }) => parts.map(({ text }) => text).join(''))

/**
 * What was said until the chat had heard enough, and whether it passed: shown, or left out because its facts
 * were told before.
 */
function checkedOf(asked: Asked, planted: readonly Planted[]) {
  const end = asked.events.at(-1)
  if (end?.type !== 'done') throw new Error('an answer ends with done')
  // On a busy machine the chat may have left before all was said.
  if (end.record.hasModelFailed === true) return []
  const withheld = new Set(end.record.withheld.map(({ text }) => text))
  const isWithheld = ({ text }: Planted) => withheld.has(text)
  if (planted.filter(isWithheld).length !== withheld.size)
    throw new Error('a sentence came that nobody said')
  const hasHeardEnough = withheld.size >= (byModel(asked).length === 0 ? 2 : 3)
  const heard = hasHeardEnough ? planted.slice(0, planted.findLastIndex(isWithheld) + 1) : planted
  return heard.map((sentence) => ({ sentence, hasPassed: !isWithheld(sentence) }))
}

function scopeOf({ events: [first] }: Asked): Scope {
  if (first?.type !== 'accepted') throw new Error('an answer begins with what was understood')
  return first.scope
}

/** What is wrong with an answer, whatever the model said. */
function faultsOf(asked: Asked): readonly string[] {
  const { events, draft } = asked
  const told = events.flatMap((event) => (event.type === 'sentence' ? [event.sentence] : []))
  const cited = new Set(told.flatMap(({ parts }) => parts.flatMap(({ factId }) => factId ?? [])))
  const inWords = (id: string) =>
    draft.sentences.every(({ parts }) => parts.every(({ factId }) => factId !== id)) &&
    draft.sentences.every((sentence) => told.includes(sentence))
  const missing = draft.asked.filter((id) => !cited.has(id) && !inWords(id))
  const isLast = events.findIndex(({ type }) => type === 'done') === events.length - 1
  return [
    ...missing.map((id) => `not told: ${id}`),
    ...(isLast ? [] : ['done is not the last']),
    ...byModel(asked).flatMap(({ parts }) => faultsOfParts(parts, asked)),
    ...textsOf(asked).filter((text) => unclean.test(text)),
  ]
}

const unclean =
  /[<>{}|\\`*_~^=@]|https?:|www\.|\]\(|[^\x20-\x7e\u2018\u2019–—°±−%²]|ignore|prompt|language model/i

/** A part that is cited is its fact's own text; a digit that is not stands in the name of what was asked about. */
function faultsOfParts(
  parts: readonly { readonly text: string; readonly factId?: string }[],
  { draft }: Asked,
): readonly string[] {
  return parts.flatMap(({ text, factId }) => {
    const fact = draft.facts.find(({ id }) => id === factId)
    if (factId !== undefined)
      return fact !== undefined && [fact.text, fact.short].includes(text)
        ? []
        : [`${factId}: ${text}`]
    const bare = text.replaceAll(/\b(?:cars?|laps?|sections?|turns?|race) #?\d+\w*\b/gi, '')
    return /\d/.test(bare) ? [`a bare digit: ${text}`] : []
  })
}

test(
  'of ten thousand lies none is shown, and every answer is whole',
  { timeout: 240_000 },
  async () => {
    const dice = createDice(seed)
    const leaks: string[] = []
    const faults: string[] = []
    const truths = { shown: 0, all: 0 }
    let lies = 0
    while (lies < mostLies) {
      let planted: readonly Planted[] = []
      const asked = await season.ask(dice, (exchange) => {
        planted = plantOver(exchange, dice)
        sayAll(exchange, planted.map(({ text }) => text).join('\n'))
      })
      if (asked === undefined) continue
      faults.push(...faultsOf(asked))
      const facts = judgedFacts(asked.draft.facts)
      for (const { sentence, hasPassed } of checkedOf(asked, planted)) {
        const truth = judge(sentence, facts, scopeOf(asked))
        if (truth === false) lies++
        if (truth === false && hasPassed) leaks.push(`${sentence.trick}: ${sentence.text}`)
        const isWellSaid = sentence.claim === undefined || isSaid(sentence.claim.figure)
        if (truth !== true || !isWellSaid) continue
        truths.all++
        if (hasPassed) truths.shown++
      }
    }
    expect({ leaks, faults: [...new Set(faults)] }).toEqual({ leaks: [], faults: [] })
    // A check that refuses everything would be safe and of no use.
    expect(truths.all).toBeGreaterThan(1_000)
    expect(truths.shown / truths.all).toBeGreaterThan(0.9)
  },
)

test.each(Object.entries(dresses))(
  'a sentence dressed as %s is not shown',
  async (_name, dress) => {
    const dice = createDice(7)
    const faults: string[] = []
    for (let answers = 0; answers < 12; answers++) {
      const asked = await season.ask(dice, (exchange) => {
        const dressed = plantOver(exchange, dice).map(({ text }) => dress(text))
        sayAll(exchange, dressed.join('\n'))
      })
      if (asked !== undefined) faults.push(...faultsOf(asked))
    }
    expect(faults).toEqual([])
  },
)

test.each(Object.entries(breakdowns))('with %s the answer is whole', async (_name, breakDown) => {
  const dice = createDice(11)
  let answers = 0
  while (answers < 6) {
    const lies = new Set<string>()
    const asked = await season.ask(dice, async (exchange) => {
      const lie = () => {
        const text = `Your best lap was 0:${10 + dice(49)}.${100 + dice(900)} on lap ${50 + dice(900)}.`
        lies.add(text)
        return text
      }
      await breakDown(exchange, lie)
    })
    if (asked === undefined) continue
    answers++
    expect(faultsOf(asked)).toEqual([])
    expect(textsOf(asked)).toEqual([])
    expect(asked.events.length).toBeLessThan(60)
  }
})
