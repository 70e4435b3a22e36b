import * as z from 'zod'
import { CarNumber, RaceId, TrackId } from '#core/domain/ids.ts'
import { wholeNumberInText } from './whole-number.ts'

/** A car as it may stand in a path: '3%232' is the '3#2' of the timing figures, our '3-2'. */
const CarInPath = z
  .string()
  .transform((car) => car.replace('#', '-'))
  .pipe(CarNumber)
  .meta({
    description: "A car's number as printed; the second car with one printed number is '3-2'.",
    example: '13',
    override: { type: 'string' },
  })

const trackId = TrackId.meta({ description: 'A track.', example: 'barber' })
const raceId = RaceId.meta({ description: 'A race.', example: 'barber-r1' })

const LapInPath = wholeNumberInText({
  minimum: 1,
  maximum: 99_999,
  otherwise: 'is not a lap number: laps are counted from 1',
}).meta({ description: 'A lap, counted from 1.', example: 8 })

export const NoParams = z.object({})
export const TrackParams = z.object({ trackId })
export const RaceParams = z.object({ raceId })
export const CarParams = z.object({ raceId, car: CarInPath })
export const LapParams = z.object({ raceId, car: CarInPath, lap: LapInPath })

export const NoQuery = z.strictObject({})
export const NoBody = z.strictObject({})
export const LapQuery = z.strictObject({ lap: LapInPath.optional() })
