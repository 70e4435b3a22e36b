import { expect, test } from 'vitest'
import { ScreenContext } from '#core/protocol/chat/scope.ts'
import { exampleClassifier, exampleNames } from './fixtures.ts'
import { createUnderstand } from './understand.ts'

const understand = createUnderstand(await exampleNames(), await exampleClassifier())
const barber = ScreenContext.parse({ trackId: 'barber', raceId: 'barber-r1', car: '13' })

const intentsOf = (text: string, context?: ScreenContext) =>
  understand({ text, history: [], ...(context && { context }) }).parts.map(({ intent }) => intent)

test.each([
  ['fastest race lap at Indianapolis race 1 and who did it', 'fastest-lap'],
  ['who was quickest at COTA race 2, on which lap, and what time?', 'fastest-lap'],
  ['quickest lap of the race at Sebring race 2, by whom and when', 'fastest-lap'],
  ['Could anybody drive the composite of Sonoma race 1?', 'composite'],
  ['is it legal to pass under yellow', 'legal'],
  ["What's the difference between green and clean laps?", 'meaning'],
  ['closest race on pace, the field most bunched up', 'biggest-spread-track'],
])('%s needs no car and is one question', (text, intent) => {
  expect(intentsOf(text)).toEqual([intent])
  expect(understand({ text, history: [] }).missing).toBeUndefined()
})

test.each([
  'lap 6 next to my quickest one, where did the time go?',
  'lap 10 vs my best lap, section by section',
  'what did I give up on lap 10 against my personal best',
  'why was lap 9 slower than my best',
  'my last lap against my best lap, by section',
])('%s compares two laps', (text) => {
  expect(intentsOf(text, barber)).toEqual(['compare-laps'])
})

test.each([
  ['How do you know that 31 was 12th on pace?', 'pace', '31'],
  ['how do you know I was 12th?', 'position', '13'],
])('%s asks for the figure again, with its sources', (text, intent, car) => {
  const [part] = understand({ text, context: barber, history: [] }).parts
  expect(part).toMatchObject({ intent, isDoubted: true, scope: { car } })
})

test('"how do you know that" says nothing to look up again', () => {
  expect(intentsOf('how do you know that?', barber)).toEqual(['sources'])
})

test.each([
  ['cna you tell me wher car 88 loses most', 'can you tell me where car 88 loses most'],
  ['compair 31s saturday with sunday', "compare car 31's saturday with sunday"],
  ['whats 55s best secter 2', "whats car 55's best sector 2"],
  ['how often was I within 1s of my best', 'how often was i within 1s of my best'],
])('%s is read with its typing errors put right', (text, right) => {
  expect(understand({ text, context: barber, history: [] }).parts[0]?.text).toBe(right)
})

test('cars that are to be ranked stay together', () => {
  const { parts } = understand({
    text: 'rank 13 and 22 and 31 by steadiness',
    context: barber,
    history: [],
  })
  expect(parts.map(({ intent, scope }) => [intent, scope.cars])).toEqual([
    ['ranking', ['13', '22', '31']],
  ])
})

test.each([
  ['what was my best lap and who beat it and by how much', ['best-lap']],
  ["what's my median and my ideal lap and how far apart are they", ['figure-difference']],
  ['is the composite reachable for me and how far am i off it', ['gap-to-composite']],
  ['who is quicker, 13 or 22, and where?', ['compare-cars']],
  ['which section is my best and which is my worst', ['strengths', 'where-time']],
  ['my cars are 13, 22 and 31: who do I sit with first and what do I tell him', ['several-cars']],
])('%s drops no half and asks none twice', (text, intents) => {
  expect(intentsOf(text, barber)).toEqual(intents)
})
