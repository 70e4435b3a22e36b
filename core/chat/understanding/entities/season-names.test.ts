import { expect, test } from 'vitest'
import { TrackId } from '#core/domain/ids.ts'
import { exampleNames } from '../fixtures.ts'
import { plainText } from '../plain-text.ts'
import { readQuestion } from './read-question.ts'
import { trackOf } from './season-names.ts'

const names = await exampleNames()

test.each([
  ['road america', 'road-america'],
  ['Road-America', 'road-america'],
  ['RA', 'road-america'],
  ['Elkhart Lake', 'road-america'],
  ['cota', 'cota'],
  ['Austin', 'cota'],
  ['Circuit of the Americas', 'cota'],
  ['texas', 'cota'],
  ['indy', 'indianapolis'],
  ['the Brickyard', 'indianapolis'],
  ['VIR', 'vir'],
  ['Sears Point', 'sonoma'],
  ['Barber Motorsports Park', 'barber'],
])('%s is a name of %s', (text, trackId) => {
  const { mentions } = readQuestion(plainText(`my best lap at ${text}`), names)
  expect(mentions).toContainEqual({ type: 'track', trackId })
})

test('words that many tracks have in their names are no names', () => {
  const spoken = names.tracks.flatMap((track) => track.spoken)
  for (const word of ['raceway', 'international', 'park', 'motor', 'road']) {
    expect(spoken).not.toContain(word)
  }
})

test('a corner lies in a sub-section where that is known, else in a section', () => {
  const corner = (id: string, number: string) =>
    trackOf(names, TrackId.parse(id))?.corners.get(number)
  expect(corner('cota', '11')).toBe('s2b')
  expect(corner('barber', '5')).toBe('s2')
  expect(corner('sonoma', '3a')).toBe('s1b')
  expect(corner('sebring', '12')).toBeUndefined()
})

test('races of a track are in order, with their weekday', () => {
  const races = trackOf(names, TrackId.parse('barber'))?.races
  expect(races?.map(({ raceNumber, weekday }) => [raceNumber, weekday])).toEqual([
    [1, 6],
    [2, 0],
  ])
})
