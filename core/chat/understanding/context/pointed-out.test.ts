import { expect, test } from 'vitest'
import type { Fact } from '#core/domain/fact.ts'
import { Scope } from '#core/protocol/chat/scope.ts'
import { namingShown } from './naming-shown.ts'
import { namingThatCar } from './naming-that-car.ts'
import { namingThatFigure } from './naming-that-figure.ts'
import { namingThatGain } from './naming-that-gain.ts'
import { lapOfOther, namingThatLap } from './naming-that-lap.ts'

const scopeOf = (intent: string, more: object = {}) =>
  Scope.parse({ intents: [intent], raceId: 'barber-r1', car: '13', ...more })
const valued = (unit: string, value: string | number, id = `x#${unit}`): Fact => ({
  id,
  label: '',
  value,
  unit,
  text: String(value),
  document: null,
})
const best = { text: 'my best lap?', scope: scopeOf('best-lap'), facts: [valued('lap', 10)] }
const worst = { text: 'my worst lap', scope: scopeOf('worst-lap'), facts: [valued('lap', 16)] }
const fastest = {
  text: 'fastest lap?',
  scope: scopeOf('fastest-lap'),
  facts: [valued('lap', 9), valued('car', '55')],
}
const apart = { text: 'split it', scope: scopeOf('lap-apart'), facts: [valued('lap', 10)] }
const advice = {
  text: 'what should I work on first?',
  scope: scopeOf('work-on'),
  facts: [valued('ms', 548, 'ml_pattern_recommendations/barber-r1_13#sections.s2.paceGapMs')],
}

test.each([
  ['how good am i in this sector', 'how good am i in section 2'],
  ['and here?', 'and in section 2?'],
  ['is this my worst sector', 'is section 2 my worst sector'],
  ['whose onboard for this one?', 'whose onboard in section 2?'],
  ['which corners are in this bit', 'which corners are in section 2'],
  ['how am i in section 3 here', 'how am i in section 3 here'],
  ['who won here', 'who won here'],
  ['why was this lap slow', 'why was this lap slow'],
])('with section 2 on the screen "%s" is "%s"', (text, said) => {
  expect(namingShown(text, 's2')).toBe(said)
  expect(namingShown(text, undefined)).toBe(text)
})

test.each([
  ['split it into the small sectors', [best], 'sub-section times of my best lap'],
  ['section times please', [best], 'section times of my best lap'],
  ['sectors?', [worst], 'section times of lap 16'],
  ['break that lap down by sector', [fastest], 'section times of lap 9 of car 55'],
  ['was somebody in front of me', [best], 'was somebody in front of me on my best lap'],
  ['was there traffic on it?', [worst], 'was there traffic on lap 16'],
  ['where do i lose time', [best], 'where do i lose time'],
  ['split lap 4', [best], 'split lap 4'],
  ['sectors?', [advice], 'sectors?'],
])('"%s" is of the lap that was told', (text, history, said) => {
  expect(namingThatLap(text, history, '13')).toBe(said)
})

test('of another car it is that one’s best lap, where a best lap was taken apart', () => {
  expect(lapOfOther('same for the 47', [best, apart])).toBe('best')
  expect(lapOfOther('same for the 47', [best])).toBeUndefined()
  expect(lapOfOther('where does 47 lose time', [best, apart])).toBeUndefined()
})

test.each([
  ['how much of that is realistic', 'what would i gain by repeating my best laps in section 2'],
  ['on which laps did i already do it', 'on which laps did i reach my target in section 2'],
  ['is that realistic?', 'what would i gain by repeating my best laps in section 2'],
  ['what is my best lap', 'what is my best lap'],
])('after advice "%s" is of the section that it put first', (text, said) => {
  expect(namingThatGain(text, advice)).toBe(said)
  expect(namingThatGain(text, best)).toBe(text)
})

const fight = {
  text: 'who was I fighting with',
  scope: scopeOf('who-passed'),
  facts: [valued('car', '31'), valued('lap', 9)],
}
const ledLaps = { text: 'when did I take the lead', scope: scopeOf('position') }

test.each([
  ['how close was it', fight, 'how close was car 31'],
  [
    'how close was it',
    { ...fight, facts: [...fight.facts, valued('car', '5')] },
    'how close was it',
  ],
  ['how close was it', best, 'how close was it'],
  ['who did I take it from', ledLaps, 'who did I take the lead from'],
  ['who did I take it from', fight, 'who did I take it from'],
])('"%s" names the car or the lead that was told: %#', (text, last, said) => {
  expect(namingThatCar(text, last, '13')).toBe(said)
})

test.each([
  ['where on the lap', 'where did i lose time on lap 16'],
  ['which section was the worst', 'where did i lose time on lap 16'],
])('"%s" after a slow lap is asked of it', (text, said) => {
  expect(namingThatLap(text, [worst], '13')).toBe(said)
})

test.each([
  ['is it the entry or the exit', 'which half is worse in section 2'],
  ['which lap was my best there', 'which lap was my best in section 2'],
])('"%s" after advice is asked of its section', (text, said) => {
  expect(namingThatGain(text, advice)).toBe(said)
})

test.each([
  ['rank?', 'my rank by top speed'],
  ['who was fastest', 'who had the highest top speed'],
  ['where do I lose time', 'where do I lose time'],
])('"%s" after a top speed is of top speeds', (text, said) => {
  const speed = { text: 'top speed?', scope: scopeOf('top-speed') }
  expect(namingThatFigure(text, speed)).toBe(said)
  expect(namingThatFigure(text, advice)).toBe(text)
})

test('a car is told by the answer before, not by who was near on its lap', () => {
  expect(namingThatLap('who', [fastest], '13')).toBe('who')
})

test('"more than 13?" after the own consistency says what of', () => {
  const steady = { scope: scopeOf('consistency') }
  expect(namingThatFigure('more than 13?', steady)).toBe('was i more consistent than 13')
})
