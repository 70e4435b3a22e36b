import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { msOf, writtenSeason } from './fixtures.ts'
import { recipe } from './recipe.ts'

type Row = Record<string, string>

const season = await writtenSeason(1)

function rowsOf(path: string): Row[] {
  const text = season.texts.get(path) ?? ''
  return parse(text, {
    delimiter: ';',
    bom: true,
    columns: (names: string[]) => names.map((name) => name.trim()),
  })
}

/** Rows by car: a car ends where the next lap number is not greater. */
function carsOf(rows: readonly Row[]): Row[][] {
  const cars: Row[][] = []
  let before = Infinity
  for (const row of rows) {
    const lap = Number(row['LAP_NUMBER'])
    if (lap <= before && lap === 1) cars.push([])
    cars.at(-1)?.push(row)
    before = lap
  }
  return cars
}

const races = recipe.tracks.flatMap((track) =>
  track.races.map((race) => {
    const folder = track.folderByRace ? `${track.folder}/Race ${race.number}` : track.folder
    const rows = rowsOf(`${folder}/${race.files.timing}`)
    return { id: `${track.id}-r${race.number}`, track, race, folder, rows, cars: carsOf(rows) }
  }),
)

describe.each(races)('$id', ({ track, race, folder, rows, cars }) => {
  const times = (row: Row, ...names: string[]): (number | undefined)[] =>
    names.map((name) => msOf(row[name]))
  const [int1, int2] = track.loopsNamedInt ? ['INT-1', 'INT-2'] : ['IM1', 'IM2']

  test('each car that started has its laps from 1 on, without a gap', () => {
    expect(cars).toHaveLength(race.cars.length)
    for (const laps of cars) {
      expect(laps.map((row) => row['LAP_NUMBER'])).toEqual(laps.map((_, at) => String(at + 1)))
    }
  })

  test('sections add up to the lap, sub-sections to sections', () => {
    const wrong = rows.filter((row) => {
      const [lap, ...sections] = times(row, 'LAP_TIME', 'S1', 'S2', 'S3')
      const subs = times(
        row,
        'IM1a_time',
        `${int1}_time`,
        'IM2a_time',
        `${int2}_time`,
        'IM3a_time',
        'FL_time',
      )
      const sums = sections.map((_, at) => sum(subs.slice(2 * at, 2 * at + 2)))
      return [sum(sections) ?? lap, ...sums.map((one, at) => one ?? sections[at])].some(
        (one, at) => one !== [lap, ...sections][at],
      )
    })
    expect(wrong).toEqual([])
  })

  test('a section reads the same in its three columns', () => {
    const cells = rows.flatMap((row) => ['S1', 'S2', 'S3'].map((name) => ({ row, name })))
    const wrong = cells.filter(({ row, name }) => {
      const [short, large, seconds] = times(row, name, `${name}_LARGE`, `${name}_SECONDS`)
      return short !== large || short !== seconds
    })
    expect(wrong).toEqual([])
    const large = cells.map(({ row, name }) => row[`${name}_LARGE`] ?? '')
    expect(large.filter((text) => !/^(\d+:\d\d\.\d{3})?$/.test(text))).toEqual([])
  })

  test('loop times run from the start of the lap', () => {
    const wrong = rows.filter((row) => {
      const [s1, s2, lap] = times(row, 'S1', 'S2', 'LAP_TIME')
      const [one, two, line] = times(row, `${int1}_elapsed`, `${int2}_elapsed`, 'FL_elapsed')
      return line !== lap || one !== s1 || (sum([s1, s2]) ?? two) !== two
    })
    expect(wrong).toEqual([])
  })

  test('race time is the running sum, and the clock goes with it', () => {
    const starts = cars.flatMap((laps) => {
      let runMs = 0
      return laps.map((row) => {
        const [lap = 0, elapsed, hour = 0] = times(row, 'LAP_TIME', 'ELAPSED', 'HOUR')
        runMs += lap
        expect(elapsed).toBe(runMs)
        return hour - runMs
      })
    })
    expect([...new Set(starts)]).toEqual([msOf(race.start)])
  })

  test('no two cars cross the line in the same millisecond', () => {
    expect(new Set(rows.map((row) => row['HOUR'])).size).toBe(rows.length)
  })

  test('speed is the configured length over the lap time', () => {
    for (const row of rows) {
      const kph = (track.lapLengthM / (msOf(row['LAP_TIME']) ?? 0)) * 3600
      expect(row['KPH']).toBe(kph.toFixed(1))
    }
  })

  test.each(['LAP_TIME', 'S1', 'S2', 'S3'])('improvements of %s mark bests after lap 1', (name) => {
    const column = name === 'LAP_TIME' ? 'LAP_IMPROVEMENT' : `${name}_IMPROVEMENT`
    const marked = rows.filter((row) => row[column] !== '0')
    const bests = cars.flatMap((laps) => {
      const counted = laps.slice(1).flatMap((row) => msOf(row[name]) ?? [])
      return counted.length === 0 ? [] : [Math.min(...counted)]
    })
    expect(marked.map((row) => msOf(row[name]))).toEqual(bests)
    const raceBests = marked.filter((row) => row[column] === '3')
    expect(raceBests.map((row) => msOf(row[name]))).toEqual([Math.min(...bests)])
  })

  test('the last lap of whoever takes the flag is FF, and nobody goes on after it', () => {
    const ends = cars.map((laps) => laps.findIndex((row) => row['FLAG_AT_FL'] === 'FF'))
    for (const [at, end] of ends.entries()) expect([-1, (cars[at]?.length ?? 0) - 1]).toContain(end)
    expect(ends.filter((end) => end >= 0).length).toBeGreaterThan(0.6 * cars.length)
  })

  test('official lists have each car, its laps and its best lap that was not deleted', () => {
    for (const { name } of race.files.results) {
      const results = rowsOf(`${folder}/${name}`).filter((row) => row['STATUS'] === 'Classified')
      expect(results).toHaveLength(cars.length)
      const order = results.map(
        (row) => [Number(row['LAPS']), msOf(row['TOTAL_TIME']) ?? 0] as const,
      )
      expect(order.toSorted(([a, s], [b, t]) => b - a || s - t)).toEqual(order)
    }
    const differing = cars.filter((laps) => !officialBests(laps).includes(bestAfterLap1(laps)))
    const deleted = race.deletedLaps.filter(({ rank }) => rank === 1)
    expect(differing).toHaveLength(deleted.length)
  })

  /** FL_TIME of the cars with that number and lap count. */
  function officialBests(laps: readonly Row[]): (number | undefined)[] {
    const [sheet] = race.files.results
    return rowsOf(`${folder}/${sheet?.name ?? ''}`)
      .filter((row) => row['NUMBER'] === laps[0]?.['NUMBER'] && Number(row['LAPS']) === laps.length)
      .map((row) => msOf(row['FL_TIME']))
  }
})

function bestAfterLap1(laps: readonly Row[]): number | undefined {
  const times = laps.slice(1).flatMap((row) => msOf(row['LAP_TIME']) ?? [])
  return times.length === 0 ? undefined : Math.min(...times)
}

/** Absent where one of them is. */
function sum(values: readonly (number | undefined)[]): number | undefined {
  return values.reduce((total, value) =>
    total === undefined || value === undefined ? undefined : total + value,
  )
}
