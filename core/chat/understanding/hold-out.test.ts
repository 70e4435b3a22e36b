import { describe, expect, test } from 'vitest'
import { ScreenContext } from '#core/protocol/chat/scope.ts'
import { exampleClassifier, exampleNames } from './fixtures.ts'
import { holdOut } from './hold-out.ts'
import { triedQuestions } from './tried-questions.ts'
import { createUnderstand } from './understand.ts'

const classifier = await exampleClassifier()
const understand = createUnderstand(await exampleNames(), classifier)
const context = ScreenContext.parse({ trackId: 'barber', raceId: 'barber-r1', car: '13' })

function resultOf([text, ...wanted]: (typeof holdOut)[number]) {
  const { parts } = understand({ text, context, history: [] })
  const part = parts.find(({ intent }) => wanted.includes(intent)) ?? parts[0]
  const isSure = part?.unsure === undefined
  const got = part?.intent ?? ''
  return {
    line: `${isSure ? 'sure' : 'unsure'}: ${wanted[0] ?? ''} read as ${got}: ${text}`,
    wanted: wanted[0] ?? '',
    got,
    isSure,
    isRight: isSure && wanted.includes(got),
    saysBeyond: (part?.beyond.length ?? 0) > 0,
  }
}

const kindOf = (id: string) => classifier.intents.get(id)?.kind

describe.each([
  { name: 'questions never learnt from', list: holdOut, atOnce: 0.85, orAsked: 0.92 },
  { name: 'questions tried before', list: triedQuestions, atOnce: 0.93, orAsked: 0.97 },
])('$name', ({ list, atOnce, orAsked }) => {
  const results = list.map(resultOf)

  test(`of all at least ${atOnce} are understood at once`, () => {
    const others = results.filter(({ isRight }) => !isRight).map(({ line }) => line)
    // The lines come first, so that a failure shows them.
    expect({ others, share: 1 - others.length / results.length }).toSatisfy(
      ({ share }: { share: number }) => share >= atOnce,
    )
  })

  test(`of all at least ${orAsked} are understood or asked about`, () => {
    const wrong = results.filter(({ isRight, isSure }) => isSure && !isRight)
    expect({
      wrong: wrong.map(({ line }) => line),
      share: 1 - wrong.length / results.length,
    }).toSatisfy(({ share }: { share: number }) => share >= orAsked)
  })

  test('what timing does not show is never answered as something else unsaid', () => {
    const silent = results.filter(
      ({ wanted, got, isSure, saysBeyond }) =>
        kindOf(wanted) === 'not-in-data' && kindOf(got) === 'answer' && isSure && !saysBeyond,
    )
    expect(silent).toEqual([])
  })
})
