import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { closedLengthM, directionOf } from '#core/domain/outline.ts'
import type { Track } from '#core/domain/track.ts'
import { newFolder } from '../../testing/new-folder.ts'
import { readSeeds } from './seeds.ts'

const folder = fileURLToPath(new URL('../../seeds', import.meta.url))
const { tracks, calendar } = await readSeeds(folder)

/** The seven tracks have all of this; null would be a broken seed. */
function known<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('a seed lacks a value')
  return value
}

function cornersOf(track: Track): string[] {
  return track.sections.flatMap((section) => section.corners)
}

/** '3A' is after '3' and before '4'. */
function inOrder(corners: readonly string[]): string[] {
  return corners.toSorted((a, b) => parseInt(a, 10) - parseInt(b, 10) || a.length - b.length)
}

async function seedsWith(files: Record<string, string>): Promise<string> {
  const copy = newFolder()
  await mkdir(join(copy, 'tracks'))
  const races = await readFile(join(folder, 'races.json'), 'utf8')
  const texts = Object.entries({ 'races.json': races, ...files })
  await Promise.all(texts.map(([name, text]) => writeFile(join(copy, name), text)))
  return copy
}

test('the seeds hold the seven tracks and two races at each', () => {
  const ids = ['barber', 'cota', 'indianapolis', 'road-america', 'sebring', 'sonoma', 'vir']
  expect(tracks.map(({ trackId }) => trackId)).toEqual(ids)
  const races = calendar.races.map(({ raceId }) => raceId)
  expect(races.toSorted()).toEqual(ids.flatMap((id) => [`${id}-r1`, `${id}-r2`]))
})

test('race 2 is the day after race 1, on the same clock', () => {
  const byId = new Map(calendar.races.map((race) => [String(race.raceId), race]))
  for (const { trackId } of tracks) {
    const [first, second] = [1, 2].map((n) => known(byId.get(`${trackId}-r${n}`)))
    const day = 86_400_000
    expect(Date.parse(known(second).date) - Date.parse(known(first).date)).toBe(day)
    expect(known(second).utcOffsetHours).toBe(known(first).utcOffsetHours)
  }
})

test('no name means two tracks', () => {
  const aliases = tracks.flatMap((track) => track.aliases)
  expect(new Set(aliases).size).toBe(aliases.length)
})

test('all corners are placed on the outline but those of Barber and Turn 9 of Sonoma', () => {
  const unplaced = tracks.flatMap((track) => {
    const placed = track.cornerPositions?.map(({ corner }) => corner) ?? []
    const missing = cornersOf(track).filter((corner) => !placed.includes(corner))
    return missing.map((corner) => `${track.trackId} ${corner}`)
  })
  const barber = Array.from({ length: 17 }, (_, index) => `barber ${index + 1}`)
  expect(unplaced).toEqual([...barber, 'sonoma 9'])
})

test('only COTA is driven anticlockwise', () => {
  const anticlockwise = tracks.filter(({ direction }) => direction === 'anticlockwise')
  expect(anticlockwise.map(({ trackId }) => trackId)).toEqual(['cota'])
})

describe.each(tracks.map((track) => [track.trackId, track] as const))('%s', (_, track) => {
  const outline = known(track.outline)
  const lengthM = known(track.lengthM)

  test('its sections follow each other, add up to its length and end with their second half', () => {
    expect(track.sections.map(({ section }) => section)).toEqual(['s1', 's2', 's3'])
    let endM = 0
    for (const { section, lengthM: sectionM, subSections } of track.sections) {
      const startM = endM
      endM += known(sectionM)
      const [a, b] = subSections
      expect([a?.subSection, b?.subSection]).toEqual([`${section}a`, `${section}b`])
      expect(known(b?.endM)).toBeCloseTo(endM, 1)
      expect(known(a?.endM)).toBeGreaterThan(startM + 100)
      expect(known(a?.endM)).toBeLessThan(endM - 100)
    }
    expect(endM).toBeCloseTo(lengthM, 1)
  })

  test('its outline is small, of about the official length, and runs in its direction', () => {
    expect(outline.points.length).toBeLessThan(200)
    expect(closedLengthM(outline.points)).toBeCloseTo(outline.lengthM, 1)
    expect(Math.abs(outline.lengthM / lengthM - 1)).toBeLessThan(0.03)
    expect(directionOf(outline.points)).toBe(track.direction)
  })

  test('the ends of its sections on the outline are the official ones, scaled', () => {
    const scale = outline.lengthM / lengthM
    const [s1, s2] = track.sections.map((section) => known(section.lengthM))
    expect(outline.sectionEndsM.s1).toBeCloseTo(known(s1) * scale, 0)
    expect(outline.sectionEndsM.s2).toBeCloseTo((known(s1) + known(s2)) * scale, 0)
    expect(outline.sectionEndsM.s3).toBeCloseTo(outline.lengthM, 1)
  })

  test('each corner is named once, in driving order', () => {
    const corners = cornersOf(track)
    expect(new Set(corners).size).toBe(corners.length)
    expect(corners).toEqual(inOrder(corners))
  })

  test('corners are shared out among the halves of their section', () => {
    const halves = track.sections.map((section) =>
      section.subSections.flatMap((half) => half.corners),
    )
    // The map of Barber has no corners: which half they lie in is not known.
    const shared = track.trackId === 'barber' ? [[], [], []] : track.sections.map((s) => s.corners)
    expect(halves).toEqual(shared)
  })

  test('a placed corner lies in its sub-section', () => {
    const atM = new Map(track.cornerPositions?.map((corner) => [corner.corner, corner.atM]))
    let startM = 0
    for (const { corners, endM } of track.sections.flatMap(({ subSections }) => subSections)) {
      for (const position of corners.flatMap((corner) => atM.get(corner) ?? [])) {
        expect(position).toBeGreaterThan(startM)
        expect(position).toBeLessThan(known(endM))
        startM = position
      }
      startM = known(endM)
    }
  })

  test('what it says has a source, and a MIT outline names its owner', () => {
    const source = known(track.sources.find(({ what }) => what === 'outline'))
    const isMit = source.from.startsWith('zaggyai/track_data')
    expect(source.licence.includes('Copyright (c) 2024 zaggy.ai')).toBe(isMit)
  })
})

test.each([
  ['tracks/oval.json', '{"trackId":', /oval\.json is not JSON/],
  ['tracks/oval.json', '{"trackId":"oval"}', /oval\.json is broken[\s\S]*name/],
  ['races.json', '{"season":"2025","races":[{"raceId":"barber"}]}', /races\.json is broken/],
])('a broken seed is named: %s with %s', async (name, text, message) => {
  await expect(readSeeds(await seedsWith({ [name]: text }))).rejects.toThrow(message)
})

test('a track under the name of another is refused', async () => {
  const barber = await readFile(join(folder, 'tracks', 'barber.json'), 'utf8')
  const seeds = await seedsWith({ 'tracks/sonoma.json': barber })
  await expect(readSeeds(seeds)).rejects.toThrow(/sonoma\.json holds the track barber/)
})
