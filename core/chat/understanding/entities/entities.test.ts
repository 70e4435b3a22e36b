import { expect, test } from 'vitest'
import { ScreenContext } from '#core/protocol/chat/scope.ts'
import { exampleClassifier, exampleNames } from '../fixtures.ts'
import { createUnderstand } from '../understand.ts'

const understand = createUnderstand(await exampleNames(), await exampleClassifier())
const barber = ScreenContext.parse({ trackId: 'barber', raceId: 'barber-r1', car: '13' })

function part(text: string, context = barber) {
  const [first] = understand({ text, context, history: [] }).parts
  return first
}

test.each([
  ['best lap at road america race 2', { raceId: 'road-america-r2', car: '13' }],
  ['my best lap RA r1', { raceId: 'road-america-r1' }],
  ['best lap at cota on sunday', { raceId: 'cota-r2' }],
  ['Austin, saturday: my best lap', { raceId: 'cota-r1' }],
  ['best lap in the second race', { raceId: 'barber-r2' }],
  ['what was my best lap in the second one', { raceId: 'barber-r2' }],
  ['best lap in the other race', { raceId: 'barber-r2' }],
  ['best lap on september 7', { raceId: 'barber-r2' }],
  ['best lap barber-r2', { raceId: 'barber-r2' }],
  ['did I improve from race 1 to 2', { raceIds: ['barber-r1', 'barber-r2'] }],
  ['compare both races', { raceIds: ['barber-r1', 'barber-r2'] }],
  ['bar r2 #22 avg', { raceId: 'barber-r2', car: '22' }],
  ['who won at vir 1', { raceId: 'vir-r1' }],
  ['winner of sonoma 2?', { raceId: 'sonoma-r2' }],
  ['pace of 22 at cota 1, please', { raceId: 'cota-r1', car: '22' }],
  ['at cota 2 car 13 best lap', { raceId: 'cota-r2', car: '13' }],
  ['best lap of 2 at barber', { raceId: 'barber-r1', car: '2' }],
  ['my pace in the second Sebring race', { raceId: 'sebring-r2' }],
  ['pace at barber 13', { raceId: 'barber-r1', car: '13' }],
  ['where does car 22 lose time', { car: '22' }],
  ['could you tell me the mean lap of car 22', { car: '22' }],
  ['on a scale to 100 how consistent is 46', { car: '46' }],
  ['I drove number 13 at Sebring - no wait, number 22. Best lap?', { car: '22' }],
  ['P? for 22', { car: '22' }],
  ['best lap number 22', { car: '22' }],
  ['22 in lap 21', { car: '22', lap: 21 }],
  ['13 BARBER R1 BEST LAP!!!', { car: '13', raceId: 'barber-r1' }],
  ['where does #22 lose time', { car: '22' }],
  ['best lap of number thirteen', { car: '13' }],
  ['best lap of number twenty-two', { car: '22' }],
  ['how consistent was the 46 car', { car: '46' }],
  ['where do I lose time to 22', { car: '13', cars: ['13', '22'] }],
  ['how many tenths to 22 in section 2', { car: '13', cars: ['13', '22'], section: 's2' }],
  ['what happened to car 22 on lap 4', { car: '22', lap: 4 }],
  ['top speed of 22 vs 31 on lap 9', { car: '22', cars: ['22', '31'], lap: 9 }],
  ['compare 22 and 46', { car: '22', cars: ['22', '46'] }],
  ['me vs 46', { car: '13', cars: ['13', '46'] }],
  ['how long was I stuck behind 93?', { car: '13', cars: ['13', '93'] }],
  ['my cars are 13, 22 and 98: who do I sit with first?', { cars: ['13', '22', '98'] }],
  ['best lap of car 021 at indy race 1', { car: '021' }],
  ['best lap of car 21 at indy race 1', { car: '21' }],
  ['best lap of car 03 at indy race 1', { car: '03' }],
  ['best lap of car 03', { car: '3' }],
  ['best lap of car 3-2 at cota race 1', { car: '3-2' }],
  ['why was lap 8 slow', { lap: 8 }],
  ['why was lap eight slow', { lap: 8 }],
  ['why was the 8th lap slow', { lap: 8 }],
  ['why was L8 slow', { lap: 8 }],
  ['why was my last lap slow', { lap: 27 }],
  ['why was the lap after the restart slow', { lap: 3 }],
  ['why was the opening lap slow', { lap: 1 }],
  ['compare lap 5 and 8', { laps: [5, 8] }],
  ['compare 5 and 8', { laps: [5, 8] }],
  ['compare laps 5, 8 and 11', { laps: [5, 8, 11] }],
  ['what was different between laps 7 and 14', { laps: [7, 14] }],
  ['what place was I in after lap 1', { lap: 1 }],
  ['what position was car 22 in after 10 laps', { car: '22', lap: 10 }],
  ['mean lap excluding 9 and 10', { filter: { without: [9, 10] } }],
  ['what happened in laps 5 to 9', { laps: [5, 6, 7, 8, 9] }],
  ['where do I lose time in S2', { section: 's2' }],
  ['where do I lose time in sector two', { section: 's2' }],
  ['where do I lose time in the middle sector', { section: 's2' }],
  ['where do I lose time in the last section', { section: 's3' }],
  ['how am I in 2b', { section: 's2b' }],
  ['how am I in section 1a', { section: 's1a' }],
  ['how am I in the second half of section 2', { section: 's2b' }],
  ['how am I through turn 5', { section: 's2' }],
  ['how am I through T14', { section: 's3' }],
  ['how am I through corner five', { section: 's2' }],
  ['how am I through turn 11 at cota race 1', { section: 's2b' }],
  ['my median without lap 8', { filter: { without: [8] } }],
  ['my median, leave out laps 8 and 9', { filter: { without: [8, 9] } }],
  ['my median only after the restart', { filter: { afterRestart: true } }],
  ['my median without traffic', { filter: { withoutTraffic: true } }],
  ['my median from lap 10 on', { filter: { fromLap: 10 } }],
  ['my median in the first half', { filter: { toLap: 13 } }],
  ['my median over the last five laps', { filter: { fromLap: 23 } }],
  ['who was quickest in the last 5 laps', { filter: { fromLap: 23 } }],
  ['ignore the first five laps, how is my pace', { filter: { fromLap: 6 } }],
  ['skip the last two laps, what is my median', { filter: { toLap: 25 } }],
  ['my median without the opening 3 laps', { filter: { fromLap: 4 } }],
  ['drop lap 12 n 13, my average', { filter: { without: [12, 13] } }],
  ['how come my mate in 22 beat me', { cars: ['13', '22'] }],
])('%s', (text, scope) => {
  expect(part(text)?.scope).toMatchObject(scope)
})

test.each([
  ['average lap', ['mean']],
  ['median clean lap', ['median']],
  ['standard deviation', ['std']],
  ['gap to the composite', ['gap-to-composite', 'composite']],
  ['how far am I off the joint composite', ['gap-to-joint']],
  ['my top speed', ['top-speed']],
  ['consistency score', ['consistency-score']],
])('the figure of "%s" is kept by its name', (text, figures) => {
  expect(part(text)?.figures).toEqual(expect.arrayContaining(figures))
})

test.each([
  ['compare me with the winner', { as: 'winner' }],
  ['compare me with the fastest', { as: 'fastest' }],
  ['compare me with my teammate', { as: 'teammate' }],
  ['gap to the leader on lap 9', { as: 'leader' }],
  ['gap to the guy ahead on lap 9', { as: 'ahead' }],
])('%s', (text, partner) => {
  expect(part(text)?.partners).toEqual([partner])
})

test.each([
  ['was I quicker than P14?', { position: 14, isTop: false }],
  ['was I quicker than 14th', { position: 14, isTop: false }],
  ['what do I need a lap for top ten?', { position: 10, isTop: true }],
])('%s', (text, position) => {
  expect(part(text)?.position).toEqual(position)
})

test.each([
  ['best lap of car 199', 'car', '199'],
  ['why was lap 40 slow', 'lap', '40'],
  ['how am I in sector 4', 'section', '4'],
  ['how am I through turn 12 at sebring race 1', 'corner', '12'],
])('%s names something that is not there', (text, what, named) => {
  expect(part(text)?.unknown).toEqual([{ what, text: named }])
})

test('a car that nobody knows is not replaced by the one on the screen', () => {
  expect(part('best lap of car 199')?.scope.car).toBeUndefined()
})

test('of two cars printed alike it is asked which is meant', () => {
  const missing = part('where does car 3 lose time at cota race 1')?.missing
  expect(missing?.what).toBe('which-car')
  expect(missing?.choices.map(({ context }) => context?.car)).toEqual(['3', '3-2'])
})

test('a figure of two cars printed alike is told of each', () => {
  expect(part('best lap of car 3 at cota race 1')?.scope.car).toBe('3')
  expect(part('best lap of car 3 at cota race 1')?.missing).toBeUndefined()
})

test('a number that may be a car or a lap is asked about', () => {
  expect(part('compare 13 and 22')?.missing?.what).toBe('car-or-lap')
})

test.each([
  ['best lap', {}, 'race'],
  ['best lap', { trackId: 'barber', raceId: 'barber-r1' }, 'car'],
  ['why was it slow', { trackId: 'barber', raceId: 'barber-r1', car: '13' }, 'lap'],
  ['compare me', { trackId: 'barber', raceId: 'barber-r1', car: '13' }, 'partner'],
])('%s on %o lacks the %s', (text, screen, what) => {
  const missing = part(text, ScreenContext.parse(screen))?.missing
  expect(missing?.what).toBe(what)
  expect(missing?.choices.length).toBeGreaterThan(1)
})
