import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { openSeasonService } from './fixtures/season-service.fixture.ts'

const { json } = openSeasonService()

describe('the names that others rely on', () => {
  test('the field is in order of the result, with what the car was not timed in as null', async () => {
    const { cars } = z
      .object({ cars: z.array(z.looseObject({ car: z.string() })) })
      .parse(await json('/api/races/barber-r1/cars'))
    expect(cars.map(({ car }) => car)).toEqual(['13', '3', '03', '3-2'])
    expect(cars[0]).toMatchObject({
      car: '13',
      carClass: 'Am',
      laps: 3,
      cleanLaps: 2,
      position: 1,
      positionOnRoad: 1,
      bestLap: { lap: 2, lapTimeMs: 97_428 },
      gapToCompositeMs: 428,
      gapToJointMs: 438,
      meanMs: 97_600,
      medianMs: 97_580,
      stdMs: 130.5,
      trendMsPerLap: 1.5,
      pace: { n: 8, paceMs: 97_500.5, lowMs: 97_400, highMs: 97_600, rank: 2, gapMs: 120.25 },
      trend: { slopeMsPerLap: -2.5, lowMs: -4, highMs: -1, verdict: 'improving' },
      sections: {
        s1: { n: 8, medianGapMs: 400, pace: { targetMs: 97_450, repeatGainMs: 50.5 } },
        s2: null,
        s3: { n: 8, pace: null },
      },
      opportunities: ['s3', 's1'],
      firstStandsOut: true,
    })
    expect(cars[3]).toMatchObject({ car: '3-2', position: null })
  })

  test('a line of the ledger', async () => {
    expect(await json('/api/races/barber-r1/cars/13/laps?limit=1')).toMatchObject({
      laps: [
        {
          lap: 1,
          lapTimeMs: 97_428,
          sectionMs: { s1: 30_000, s2: null, s3: 37_428 },
          flagAtLine: 'green',
          isClean: false,
          excludedBecause: ['opening-lap', 'incomplete'],
          correctedMs: 97_400.5,
          position: 1,
          intervalMs: null,
          placesLost: 0,
          followed: null,
        },
      ],
    })
  })

  test('the composite of a race by class; a class without times has no section', async () => {
    expect(await json('/api/races/barber-r1/composite')).toMatchObject({
      raceId: 'barber-r1',
      classes: [
        {
          carClass: 'Am',
          sections: [
            {
              section: 's1',
              bestMs: 30_000,
              car: '13',
              lap: 2,
              flagAtLine: 'green',
              isClean: true,
            },
            { section: 's2' },
            { section: 's3' },
          ],
          sumMs: 97_000,
          jointMs: 96_990,
          fastestLap: { car: '13', lap: 2, lapTimeMs: 97_428 },
        },
        { carClass: 'Pro', sections: [], fastestLap: null },
      ],
    })
  })

  test('the field effect of the class with the most laps, laps in order of their numbers', async () => {
    expect(await json('/api/races/barber-r1/field')).toMatchObject({
      carClass: 'Am',
      laps: [{ lap: 2, cars: 5, effectMs: { lap: 12.5, s1: 4, s2: null, s3: null } }, { lap: 10 }],
      quickQuarterMs: { lap: 97_380.25, s1: 30_000, s2: null, s3: null },
    })
    expect(await json('/api/races/barber-r1/field?carClass=pro')).toMatchObject({
      carClass: 'Pro',
      laps: [],
      quickQuarterMs: { lap: null, s1: null, s2: null, s3: null },
    })
  })

  test('the weather has its figures over clean laps beside the name', async () => {
    expect(await json('/api/races/barber-r1/weather')).toMatchObject({
      samples: 40,
      variables: [
        { name: 'airTempC', min: 29, max: 31, r: 0.5, n: 12, p: 0.04, verdict: 'no-evidence' },
      ],
      laps: [{ lap: 2 }, { lap: 10 }],
    })
  })

  test("the sections of a lap with their corners, alone and beside the car's", async () => {
    const alone = await json('/api/races/barber-r1/cars/13/laps/2')
    expect(alone).toMatchObject({
      lap: 2,
      lapTimeMs: 97_428,
      sections: [
        { section: 's1', gapToCompositeMs: 100, corners: ['1'], cornerRange: 'Turn 1' },
        { section: 's2', corners: ['2'], cornerRange: null },
        { section: 's3' },
      ],
    })
    expect(await json('/api/races/barber-r1/cars/13/sections?lap=2')).toMatchObject({
      sections: [
        {
          section: 's1',
          quickQuarterMs: 30_000,
          opportunityRank: 2,
          subSections: [{ subSection: 's1a', corners: ['1'] }],
        },
        { section: 's3', opportunityRank: 1 },
      ],
      lap: alone,
    })
  })

  test('a fact with its line, the cell marked', async () => {
    const id = 'ml_pattern_recommendations/barber-r1_13#laps.2.timeMs.lap'
    expect(await json(`/api/facts?id=${encodeURIComponent(id)}`)).toMatchObject({
      fact: { id, value: 97_428, text: '1:37.428' },
      line: {
        file: 'barber/23_Timing_Race 1.CSV',
        line: 3,
        cells: ['13', '2', '1:37.428', '30.000', ''],
        struckOut: ['DRIVER_NAME'],
      },
      cell: { column: 'LAP_TIME', index: 2, text: '1:37.428' },
    })
  })

  test.each(['3-2', '3%232', '3%2D2'])(
    'the second car that is printed 3, written %s',
    async (car) => {
      expect(await json(`/api/races/barber-r1/cars/${car}/patterns`)).toMatchObject({ car: '3-2' })
    },
  )

  test('03 is not 3', async () => {
    expect(await json('/api/races/barber-r1/cars/03/laps')).toMatchObject({ car: '03' })
    expect(await json('/api/races/barber-r1/cars/3/laps')).toMatchObject({ car: '3' })
  })
})
