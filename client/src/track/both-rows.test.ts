// @vitest-environment node
import { expect, test } from 'vitest'
import { RaceCompositeAnswer } from '#core/protocol/rest/composite-answer.ts'
import { bothRows, type RaceFigures } from './both-rows.ts'

const none = { lap: null, s1: null, s2: null, s3: null }
const race = (quickQuarterMs: Partial<RaceFigures['field']['quickQuarterMs']>): RaceFigures => ({
  field: { quickQuarterMs: { ...none, ...quickQuarterMs } },
  composite: undefined,
})
const { classes } = RaceCompositeAnswer.parse({
  raceId: 'barber-r1',
  trackId: 'barber',
  classes: [
    {
      carClass: 'Am',
      sections: [],
      sumMs: null,
      jointMs: 97_000,
      jointFrom: 'sections',
      shown: 'sum',
      fastestLap: {
        raceId: 'barber-r1',
        car: '13',
        lap: 8,
        lapTimeMs: 97_428,
        line: 9,
        file: 'a.csv',
      },
    },
  ],
})

test('the lap stands before the sections, each with what the field drove in both races', () => {
  const rows = bothRows(race({ lap: 98_559, s2: 42_778 }), race({ lap: 98_100, s2: 42_500 }))
  expect(rows.map(({ name, firstMs, secondMs }) => [name, firstMs, secondMs])).toEqual([
    ['Lap', 98_559, 98_100],
    ['Section 1', undefined, undefined],
    ['Section 2', 42_778, 42_500],
    ['Section 3', undefined, undefined],
  ])
})

test('what nobody was timed in has no best; the best lap is the fastest of the race', () => {
  const [lap, section] = bothRows({ ...race({}), composite: classes[0] }, race({}))
  expect(lap?.firstBest).toEqual({ ms: 97_428, raceId: 'barber-r1', car: '13', lap: 8 })
  expect(lap?.secondBest).toBeUndefined()
  expect(section?.firstBest).toBeUndefined()
})
