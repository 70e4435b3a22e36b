import { expect, test } from 'vitest'
import { ScreenContext } from '#core/protocol/chat/scope.ts'
import { exampleClassifier, exampleNames } from '../fixtures.ts'
import type { Asked } from '../understand.ts'
import { createUnderstand } from '../understand.ts'

const understand = createUnderstand(await exampleNames(), await exampleClassifier())
const barber = ScreenContext.parse({ trackId: 'barber', raceId: 'barber-r1', car: '13' })
const sebring = ScreenContext.parse({ trackId: 'sebring', raceId: 'sebring-r1', car: '46' })

/** Asks one question after the other; the last one is asked on `lastScreen`. */
function ask(texts: readonly string[], lastScreen = barber) {
  const history: Asked['history'][number][] = []
  for (const text of texts.slice(0, -1)) {
    const { scope } = understand({ text, context: barber, history })
    history.push({ text, scope, context: barber })
  }
  return understand({ text: texts.at(-1) ?? '', context: lastScreen, history })
}

test.each([
  [['where do I lose time?', 'and in race 2?'], { intents: ['where-time'], raceId: 'barber-r2' }],
  [['where do I lose time?', 'what about section 3'], { intents: ['where-time'], section: 's3' }],
  [['best lap', 'what about section 3'], { intents: ['section-figures'], section: 's3' }],
  [['best lap', 'and lap 9?'], { intents: ['lap-apart'], lap: 9 }],
  [['best lap', 'and 22?'], { intents: ['best-lap'], car: '22' }],
  [['why was lap 8 slow', 'and 9?'], { intents: ['why-slow'], lap: 9, car: '13' }],
  [['how was lap 8', 'why'], { intents: ['why-slow'], lap: 8 }],
  [['best lap', 'compare that with 22'], { intents: ['compare-cars'], cars: ['13', '22'] }],
  [['how was lap 8', 'compare it with lap 9'], { intents: ['compare-laps'], laps: [8, 9] }],
  [['my median lap', 'without lap 8'], { intents: ['median-lap'], filter: { without: [8] } }],
  [['where does car 22 lose time', 'and in race 2?'], { car: '22', raceId: 'barber-r2' }],
  [['my median in s2', 'and the third?'], { intents: ['section-figures'], section: 's3' }],
  [['gap to the composite', 'how far was 46 off it'], { intents: ['gap-to-composite'], car: '46' }],
  [['composite lap', 'how far was 46 off it'], { intents: ['gap-to-composite'], car: '46' }],
  [['winner of vir 2?'], { intents: ['position'], raceId: 'vir-r2' }],
  [['difference between my best lap and car 22 best lap'], { intents: ['compare-cars'] }],
  [['22 or me, who is steadier?'], { cars: ['13', '22'] }],
  [['best lap', 'and 22?', 'which of us was faster'], { cars: ['13', '22'] }],
  [['best lap', 'thanks', 'and in race 2?'], { intents: ['best-lap'], raceId: 'barber-r2' }],
  [['where does car 22 lose time', 'what was my best lap'], { intents: ['best-lap'], car: '13' }],
  [['where do I lose time', 'and the second biggest?'], { intents: ['where-time'], car: '13' }],
  [['what should I work on first', 'and the next one?'], { intents: ['where-time'] }],
  [['who had the best pace', 'who was second?', 'and third'], { intents: ['ranking'] }],
  [['my worst lap', 'and the second worst?'], { intents: ['nth-lap'] }],
  [['how was lap 8', 'and the one before'], { lap: 7 }],
  [['how was lap 8', 'and 9?', 'which was better'], { intents: ['compare-laps'], laps: [8, 9] }],
  [['my median without lap 8', 'and 14 as well'], { filter: { without: [8, 14] } }],
  [['best lap', 'and in race 2?', 'which of the two was quicker'], { intents: ['compare-races'] }],
  [['car 93 how did he do', 'sorry i mean 22'], { intents: ['summary'], car: '22' }],
  [['did the weather matter', 'what was it on lap 12'], { intents: ['weather-at-lap'], lap: 12 }],
  [['did I win', 'why not', 'who did then'], { intents: ['position'] }],
  [['what does green lap mean', 'composite?'], { intents: ['meaning'] }],
  [['where does 22 lose time to 93?', 'and to 46?'], { car: '22', cars: ['22', '46'] }],
  [['where does 22 lose to 46', 'and in race 2'], { cars: ['22', '46'], raceId: 'barber-r2' }],
  [
    ['compare 22 and 46', 'and over a full lap?'],
    { intents: ['compare-cars'], cars: ['22', '46'] },
  ],
  [['22 vs 46', 'what about median lap'], { intents: ['compare-cars'], cars: ['22', '46'] }],
  [['22 vs 46', 'and my best lap?'], { intents: ['best-lap'], car: '13' }],
  [['how did 98 do', 'was it reeling in 22 at the end'], { car: '98', cars: ['98', '22'] }],
  [['compare me with 22', 'and lap 5?'], { intents: ['compare-cars'], car: '13', lap: 5 }],
  [['where do I lose time', 'who finished tenth in race 2'], { intents: ['position'] }],
  [['median lap', 'only using the laps after the yellow'], { filter: { afterRestart: true } }],
  [['my median after the safety car was gone'], { filter: { afterRestart: true } }],
  [['median lap', 'and only laps in clean air'], { filter: { withoutTraffic: true } }],
  [["I'm car 22", 'where do I lose time'], { intents: ['where-time'], car: '22' }],
])('%j', (texts, scope) => {
  expect(ask(texts).scope).toMatchObject(scope)
})

test('after the screen has changed, the screen says what is meant', () => {
  const { scope } = ask(['where do I lose time in race 2?', 'and in section 3?'], sebring)
  expect(scope).toMatchObject({ raceId: 'sebring-r1', car: '46', section: 's3' })
})

test('who says nothing of a screen any more goes on with the car and race of before', () => {
  const { scope } = ask(['where do I lose time', 'and against 46?'], {})
  expect(scope).toMatchObject({ raceId: 'barber-r1', car: '13', cars: ['13', '46'] })
})

test('a whole question takes its race from the screen, not from the question before', () => {
  expect(ask(['how was race 2', 'where do I lose time']).scope.raceId).toBe('barber-r1')
})

test('several questions of a message are answered each, the second within the first', () => {
  const { parts } = ask(['What was my best lap in race 2? And where do I lose time?'])
  expect(parts.map(({ intent }) => intent)).toEqual(['best-lap', 'where-time'])
  expect(parts.map(({ scope }) => scope.raceId)).toEqual(['barber-r2', 'barber-r2'])
})

test.each([
  ['what is my average lap and my gap to the composite?', ['mean-lap', 'gap-to-composite']],
  ['median lap and ideal lap please', ['median-lap', 'ideal-lap']],
  [
    'Where did I finish, what was my top speed and how consistent was I?',
    ['position', 'top-speed', 'consistency'],
  ],
  ['compare my best and worst lap', ['compare-laps']],
  ['Where did I finish and who won?', ['position', 'position']],
  ['what was my best lap, and when?', ['best-lap']],
])('%s', (text, intents) => {
  expect(ask([text]).parts.map(({ intent }) => intent)).toEqual(intents)
})

test.each([
  [
    'the mean and the median of 46 at vir 2',
    [
      { raceId: 'vir-r2', car: '46' },
      { raceId: 'vir-r2', car: '46' },
    ],
  ],
  [
    'best lap of 13 and best lap of 22 in race 2',
    [
      { raceId: 'barber-r2', car: '13' },
      { raceId: 'barber-r2', car: '22' },
    ],
  ],
  ['median of 13 and 22', [{ car: '13' }, { car: '22' }]],
  ['my best lap in race 1 and race 2?', [{ raceId: 'barber-r1' }, { raceId: 'barber-r2' }]],
])('%s is a question for each', (text, scopes) => {
  const { parts } = ask([text])
  expect(parts).toHaveLength(scopes.length)
  expect(parts.map(({ scope }) => scope)).toMatchObject(scopes)
})

test.each([
  ["I'm in the 46. Sebring, Saturday. Best lap?", { raceId: 'sebring-r1', car: '46' }],
  ['Does lap 10 count? Sebring race 2.', { raceId: 'sebring-r2', lap: 10 }],
])('names beside a question belong to it: %s', (text, scope) => {
  const { parts } = ask([text])
  expect(parts).toHaveLength(1)
  expect(parts[0]?.scope).toMatchObject(scope)
})

test('two sentences about the same are one question', () => {
  const { parts } = ask(['who got me, and where did I get 51 back?'])
  expect(parts.map(({ intent }) => intent)).toEqual(['who-passed'])
  expect(parts[0]?.scope.cars).toEqual(['13', '51'])
})

test('a greeting before a question is no question', () => {
  expect(ask(['hi coach! where do I lose time? thanks']).scope.intents).toEqual(['where-time'])
})

test('what the driver changed in how it was understood goes before everything', () => {
  const scope = { intents: ['median-lap'], section: 's1' } as const
  const { parts } = understand({
    text: 'best lap in race 2',
    context: barber,
    history: [],
    scope: { intents: ['median-lap'], section: scope.section },
  })
  expect(parts[0]).toMatchObject({ intent: 'median-lap', confidence: 1, scope: { section: 's1' } })
})

test('a topic that timing does not show is told beside the answer', () => {
  const [part] = ask(['where should I brake for turn 5']).parts
  expect(part).toMatchObject({ intent: 'braking', kind: 'not-in-data' })
})

test.each([
  [['where do I lose time', 'and the second biggest?'], { nth: 2 }],
  [
    ['where do I lose time', 'and the next one?', 'and the one after that'],
    { nth: 3, isNext: true },
  ],
  [['who had the best pace', 'who was second?', 'and third'], { nth: 3 }],
  [['who had the best pace', 'and the others?'], { isRest: true }],
])('%j asks for a place in the order of the answer', (texts, order) => {
  expect(ask(texts).parts[0]?.order).toEqual(order)
})
