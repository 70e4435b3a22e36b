import { beforeAll, describe, expect, test } from 'vitest'
import { readRealRaces, type RealRace } from '#core/adapters/real-races.ts'
import { realSeason } from '#core/adapters/real-season.ts'
import { byCar } from './car-laps.ts'
import { classComposites } from './composite.ts'
import { dataQuality } from './data-quality.ts'
import { layoutOf } from './layout.ts'
import { ledgerOf } from './ledger.ts'
import { sectionIds, subSectionsOf } from './quantity.ts'
import { raceStory } from './race-story.ts'
import { raceView } from './race-view.ts'

/** Race, cars, laps, green laps, clean laps, best lap, composite, joint composite: as the files' description has them. */
const races = [
  ['barber-r1', 22, 579, 509, 508, 97_428, 97_390, 97_390],
  ['barber-r2', 22, 602, 543, 563, 97_304, 96_935, 96_935],
  ['cota-r1', 31, 486, 356, 327, 148_630, 147_996, 147_996],
  ['cota-r2', 31, 508, 328, 293, 148_112, 147_401, 147_401],
  ['indianapolis-r1', 29, 669, 523, 522, 99_748, 99_644, 99_644],
  ['indianapolis-r2', 29, 617, 326, 271, 100_409, 99_963, 99_963],
  ['road-america-r1', 28, 415, 326, 325, 160_838, 161_673, 160_838],
  ['road-america-r2', 27, 430, 328, 328, 151_703, 151_007, 151_007],
  ['sebring-r1', 22, 401, 352, 372, 145_437, 145_179, 145_179],
  ['sebring-r2', 21, 332, 290, 288, 145_055, 144_721, 144_721],
  ['sonoma-r1', 31, 669, 513, 513, 111_668, 111_444, 111_444],
  ['sonoma-r2', 31, 650, 480, 447, 112_521, 112_154, 112_154],
  ['vir-r1', 23, 415, 326, 324, 128_432, 127_992, 127_992],
  ['vir-r2', 21, 441, 397, 418, 128_501, 128_204, 128_204],
] as const

let realRaces: readonly RealRace[] = []
beforeAll(async () => {
  realRaces = await readRealRaces()
})

describe.skipIf(realSeason === undefined)('the fourteen races of the real season', () => {
  test.each(races)('%s has %d cars with %d laps, %d green and %d clean', (raceId, ...expected) => {
    const laps = ledgers().find((one) => one.raceId === raceId)
    const [composite] = classComposites(laps === undefined ? [] : [laps])
    expect([
      byCar(laps?.laps ?? []).size,
      laps?.laps.length,
      laps?.laps.filter(({ isGreen }) => isGreen).length,
      laps?.laps.filter(({ isClean }) => isClean).length,
      composite?.fastestLap?.lapTimeMs,
      composite?.all.sumMs,
      composite?.joint?.jointMs,
    ]).toEqual(expected)
  })

  test('a loop failed at Road America in race 1, and nowhere else for long', () => {
    const inTwo = ledgers().filter(({ laps }) => layoutOf(laps).parts.length === 2)
    expect(inTwo.map(({ raceId }) => raceId)).toEqual(['road-america-r1'])
  })

  test('sections add up to the lap and their halves to the section', () => {
    const wrong = ledgers().flatMap(({ laps }) =>
      laps.filter(({ timeMs }) => {
        const whole = sectionIds.map((id) => timeMs[id])
        const halves = sectionIds.map(
          (id) => [timeMs[id], subSectionsOf[id].map((half) => timeMs[half])] as const,
        )
        return (
          !addsUp(timeMs.lap, whole) || !halves.every(([section, both]) => addsUp(section, both))
        )
      }),
    )
    expect(wrong).toEqual([])
  })

  test('every place won is a place lost, and every change is in the positions', () => {
    for (const { laps } of ledgers()) {
      const race = raceView(laps)
      const stories = [...race.cars.values()].map((own) => ({ own, story: raceStory(own, race) }))
      const gains = stories.map(({ own, story }) => {
        const won = story.changes.filter(({ isWon }) => isWon).length
        const gained = (story.afterLapOne?.position ?? 0) - (story.last?.position ?? 0)
        return { car: own[0]?.car, gained, told: 2 * won - story.changes.length }
      })
      expect(gains.filter(({ gained, told }) => gained !== told)).toEqual([])
    }
  })

  test('each race has its notes, besides those on rain, on laps without samples and on few clean laps', () => {
    const common = new Set(['rain-sensor', 'laps-outside-weather', 'few-clean-laps'])
    const notes = realRaces.map(({ race, track }) => {
      const codes = dataQuality(race, ledgerOf(race.laps), track).map(({ code }) => code)
      const own = [...new Set(codes)].filter((code) => !common.has(code))
      return [race.raceId, own.join(' ')]
    })
    expect(notes).toEqual([
      ['barber-r1', 'sensor-dead provisional-results'],
      ['barber-r2', 'sensor-dead'],
      [
        'cota-r1',
        'sub-sections-missing cars-printed-alike one-lap-cars fastest-lap-deleted not-in-official-list',
      ],
      [
        'cota-r2',
        'sub-sections-missing cars-printed-alike provisional-results not-in-official-list',
      ],
      ['indianapolis-r1', 'sections-missing one-lap-cars'],
      ['indianapolis-r2', 'sub-sections-missing'],
      ['road-america-r1', 'sections-missing sections-together'],
      ['road-america-r2', 'sections-missing sub-sections-missing sensor-dropouts did-not-start'],
      ['sebring-r1', 'no-trap-speed'],
      ['sebring-r2', 'no-trap-speed did-not-start not-in-official-list'],
      [
        'sonoma-r1',
        'average-speed sections-missing sub-sections-missing no-trap-speed cars-printed-alike',
      ],
      [
        'sonoma-r2',
        'average-speed sub-sections-not-timed no-trap-speed cars-printed-alike no-weather',
      ],
      ['vir-r1', 'sub-sections-missing no-trap-speed one-lap-cars did-not-start'],
      ['vir-r2', 'sections-missing sub-sections-missing no-trap-speed did-not-start'],
    ])
  })
})

const ledgers = () =>
  realRaces.map(({ race }) => ({ raceId: race.raceId, laps: ledgerOf(race.laps) }))

/** Whole milliseconds; a part that is missing proves nothing. */
function addsUp(whole: number | undefined, parts: readonly (number | undefined)[]): boolean {
  const known = parts.filter((part) => part !== undefined)
  if (whole === undefined || known.length < parts.length) return true
  return known.reduce((sum, part) => sum + part, 0) === whole
}
