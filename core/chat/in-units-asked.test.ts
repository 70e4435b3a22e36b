import { expect, test } from 'vitest'
import { exact, fact as says } from '#core/composer/say.ts'
import { type FactKind, factText, unitOf } from '#core/domain/fact-text.ts'
import type { Fact } from '#core/domain/fact.ts'
import { textOf } from '#core/composer/say.ts'
import type { Draft } from './draft.ts'
import { inUnitsAsked } from './in-units-asked.ts'

const known = (id: string, kind: FactKind, value: number): Fact => ({
  id,
  label: id,
  value,
  unit: unitOf[kind],
  text: factText(kind, value),
  document: null,
})

function draft(...facts: readonly Fact[]): Draft {
  return {
    outcome: 'answered',
    sentences: facts.map((one) => says`It was ${exact(one)}.`),
    facts,
    asked: facts.map(({ id }) => id),
    suggestions: [],
  }
}

test.each([
  ['top speed in mph', 'speed', 208.5, 'It was 129.6 mph.'],
  ['how many miles per hour was that', 'speed', 208.5, 'It was 129.6 mph.'],
  ['how hot in fahrenheit', 'temperature', 32.5, 'It was 90.5 °F.'],
  ['air in °F?', 'temperature', 32.5, 'It was 90.5 °F.'],
  ['air in degrees F?', 'temperature', -40, 'It was −40.0 °F.'],
  ['how many miles is a lap', 'length', 6460, 'It was 4.01 miles.'],
  ['section 2 in feet', 'length', 1580.4, 'It was 5,185 feet.'],
  ['length in km please', 'length', 3674.7, 'It was 3.67 km.'],
  ['wind in mph', 'wind', 16.09344, 'It was 10.0 mph.'],
] as const)('%s is told so', (text, kind, value, said) => {
  const told = inUnitsAsked(draft(known('a', kind, value)), text)
  expect(told.sentences.map(textOf)).toEqual([said])
  expect(told.asked).toEqual(told.facts.map(({ id }) => id))
  expect(told.facts[0]?.operands).toEqual(['a'])
})

test.each(['my top speed', 'was I faster', 'smiles', 'fuel', 'in km/h'])(
  '%s names no unit',
  (text) => {
    const asked = draft(known('a', 'speed', 200), known('b', 'temperature', 20))
    expect(inUnitsAsked(asked, text)).toBe(asked)
  },
)

test('a span of degrees stays as it is', () => {
  const asked = draft(known('variables.airTempC.trackState.range', 'temperature', 3))
  expect(inUnitsAsked(asked, 'in fahrenheit').sentences.map(textOf)).toEqual(['It was 3.0 °C.'])
})
