import type { CorrectedCar } from '#core/domain/corrected-figures.ts'
import { isIncident } from '#core/domain/incident.ts'
import type { LedgerLap } from '#core/domain/ledger.ts'
import { notInOfficialList } from '#core/domain/not-in-official-list.ts'
import { stintsOf } from '#core/domain/pit-stops.ts'
import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import type { WeekendRace } from './weekend.ts'

/** The ledger of a car: every lap, counted or not, by lap number. */
export function ledgerEntries(race: WeekendRace, car: CorrectedCar): Record<string, LapEntry> {
  const own = race.view.cars.get(car.car) ?? []
  const official = race.timing.bestLaps?.rows.find((row) => row.car === car.car)
  const missing = new Set(notInOfficialList(own, official))
  const corrected = correctedByLap(car)
  const stints = stintsOf(own)
  const bestLap = race.figures.find((figures) => figures.car === car.car)?.bestLap?.lap
  const fastest = race.composites.find(({ carClass }) => carClass === own[0]?.carClass)?.fastestLap
  const paceMs = car.quantities.lap?.pace?.paceMs
  return Object.fromEntries(
    own.map((lap) => {
      const correctedMs = corrected.get(lap.lapNumber) ?? {}
      const entry: LapEntry = {
        ...asTimed(lap),
        correctedMs,
        isIncident:
          paceMs !== undefined &&
          correctedMs['lap'] !== undefined &&
          isIncident(correctedMs['lap'], paceMs),
        isNotInOfficialList: missing.has(lap),
        isPersonalBest: lap === bestLap,
        isFieldBest: lap === fastest?.lap,
        stint: 1 + stints.findIndex(({ toLap }) => lap.lapNumber <= toLap),
        ...inOrder(race, lap),
      }
      return [String(lap.lapNumber), entry]
    }),
  )
}

function asTimed(lap: LedgerLap) {
  return {
    lap: lap.lapNumber,
    line: lap.line,
    timeMs: lap.timeMs,
    flagAtLine: lap.flagAtLine,
    isClean: lap.isClean,
    isGreen: lap.isGreen,
    excludedBecause: [...lap.excludedBecause],
    isPitIn: lap.isInLap,
    pitTimeMs: lap.pitTimeMs ?? null,
    driverNumber: lap.driverNumber ?? null,
    elapsedMs: lap.elapsedMs ?? null,
    hourMs: lap.hourMs ?? null,
    topSpeedKph: lap.topSpeedKph ?? null,
  }
}

function inOrder({ view }: WeekendRace, lap: LedgerLap) {
  const order = view.order.get(lap)
  const followed = view.followed.get(lap)
  return {
    position: order?.position ?? null,
    ahead: order?.carAhead ?? null,
    intervalMs: order?.intervalMs ?? null,
    placesLost: order?.placesLost ?? null,
    lostTo: [...(order?.passedBy ?? [])],
    wonFrom: [...(order?.passed ?? [])],
    followed:
      followed === undefined
        ? null
        : {
            car: followed.car,
            lap: followed.lapNumber,
            intervalMs: followed.intervalMs,
            lapsAhead: followed.lapsAhead,
          },
  }
}

/** The corrected times of a car, by lap number. */
function correctedByLap(car: CorrectedCar): ReadonlyMap<number, { [quantity: string]: number }> {
  const laps = new Map<number, { [quantity: string]: number }>()
  for (const [quantity, figures] of Object.entries(car.quantities)) {
    for (const { lapNumber, correctedMs } of figures.laps) {
      const own = laps.get(lapNumber) ?? {}
      own[quantity] = correctedMs
      laps.set(lapNumber, own)
    }
  }
  return laps
}
