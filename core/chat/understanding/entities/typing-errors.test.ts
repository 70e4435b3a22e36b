import fc from 'fast-check'
import { test, expect } from 'vitest'
import { ScreenContext } from '#core/protocol/chat/scope.ts'
import { exampleClassifier, exampleNames } from '../fixtures.ts'
import { createUnderstand } from '../understand.ts'

const understand = createUnderstand(await exampleNames(), await exampleClassifier())
const context = ScreenContext.parse({ trackId: 'barber', raceId: 'barber-r1', car: '13' })

const questions = [
  'where do I lose time in section 2 at sebring race 1',
  'best lap of number 22 at sonoma race 2',
  'compare the middle sector at barber on sunday',
  'my median lap at indianapolis on saturday without lap 8',
  'how am I through corner 5 at virginia race 2',
  'standard deviation in section 3',
  'average lap after the restart',
]

function scopeOf(text: string) {
  const [part] = understand({ text, context, history: [] }).parts
  const { intents: _, ...scope } = part?.scope ?? { intents: [] }
  return { scope, figures: part?.figures }
}

type Slip = {
  readonly word: number
  readonly at: number
  readonly how: 'drop' | 'double' | 'change' | 'swap'
  readonly letter: string
}

const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'.split(''))
/** One letter dropped, doubled, changed or exchanged with its neighbour. */
const slip = fc.record({
  word: fc.nat(),
  at: fc.nat(),
  how: fc.constantFrom<Slip['how'][]>('drop', 'double', 'change', 'swap'),
  letter: letters,
})

function slipped(text: string, { word, at, how, letter }: Slip) {
  const words = text.split(' ')
  const long = words.flatMap((one, index) => (/^[a-z]{6,}$/.test(one) ? index : []))
  const index = long[word % long.length] ?? 0
  const old = words[index] ?? ''
  const from = 1 + (at % (old.length - 2))
  const [head, here, next] = [old.slice(0, from), old[from] ?? '', old[from + 1] ?? '']
  const rest = old.slice(from + 1)
  const made = {
    drop: head + rest,
    double: head + here + here + rest,
    change: head + letter + rest,
    swap: head + next + here + old.slice(from + 2),
  }[how]
  return words.with(index, made).join(' ')
}

test('one slip in a long word changes no track, race, car, lap, section or figure', () => {
  fc.assert(
    fc.property(fc.constantFrom(...questions), slip, (question, one) => {
      expect(scopeOf(slipped(question, one))).toEqual(scopeOf(question))
    }),
    { seed: 13, numRuns: 1000 },
  )
})
