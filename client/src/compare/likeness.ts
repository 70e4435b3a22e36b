import { exclusionWords } from '#core/domain/exclusion-words.ts'
import { counted, listed } from '#core/domain/wording.ts'
import type { CarSummary } from '#core/protocol/rest/car-summary.ts'
import type { FieldAnswer } from '#core/protocol/rest/field-answer.ts'
import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'
import { signedGap } from '../numbers/signed-gap.ts'

/** Below this two tracks are told as the same: the thousandths of a field effect mean nothing. */
const noticeableEffectMs = 50
/** A car this close ahead may have mattered. */
const closeMs = 1000

/** What of two cars is not like for like, in sentences; empty where nothing is known to differ. */
export function unlikeCars(own: CarSummary, other: CarSummary): readonly string[] {
  const few = [own, other].filter(({ hasEnoughLaps }) => !hasEnoughLaps)
  return [
    ...(own.carClass === other.carClass
      ? []
      : [`They are of two classes: ${own.carClass} and ${other.carClass}.`]),
    ...few.map(
      ({ car, cleanLaps }) =>
        `Car ${car} has ${counted(cleanLaps, 'green lap')}: too few for a pace.`,
    ),
    ...(Math.abs(own.cleanLaps - other.cleanLaps) * 2 > Math.max(own.cleanLaps, other.cleanLaps)
      ? [`One has ${counted(own.cleanLaps, 'green lap')}, the other ${other.cleanLaps}.`]
      : []),
  ]
}

export type LapOfCar = { readonly car: string; readonly lap: LedgerLap }

/** What of two laps is not like for like: laps that do not count, the track, a car close ahead. */
export function unlikeLaps(
  own: LapOfCar,
  other: LapOfCar,
  field: FieldAnswer | undefined,
): readonly string[] {
  return [own, other]
    .flatMap(({ car, lap }) => [
      ...whyNotGreen(car, lap),
      ...(lap.ahead !== null && lap.intervalMs !== null && lap.intervalMs < closeMs
        ? [
            `At the end of lap ${lap.lap}, car ${car} was ${signedGap(lap.intervalMs).slice(1)} s behind car ${lap.ahead}.`,
          ]
        : []),
    ])
    .concat(trackBetween(own.lap.lap, other.lap.lap, field))
}

/** A green lap may lack a section: it counts, and the sections that it has. */
function whyNotGreen(car: string, { lap, isClean, excludedBecause }: LedgerLap): string[] {
  const reasons = listed(excludedBecause.map((reason) => exclusionWords[reason]))
  if (reasons === '') return []
  if (isClean) return [`Lap ${lap} of car ${car} is green, with ${reasons}.`]
  return [`Lap ${lap} of car ${car} is no green lap: ${reasons}.`]
}

/** How much slower the track was to everyone on the one lap than on the other. */
function trackBetween(lap: number, otherLap: number, field: FieldAnswer | undefined): string[] {
  if (field === undefined || lap === otherLap) return []
  const effectOn = (number: number) =>
    field.laps.find((one) => one.lap === number)?.effectMs.lap ?? undefined
  const own = effectOn(lap)
  const other = effectOn(otherLap)
  if (own === undefined || other === undefined)
    return ['What the track did to everyone is not known on both laps.']
  const differenceMs = own - other
  if (Math.abs(differenceMs) < noticeableEffectMs) return []
  return [
    `The track was ${signedGap(Math.abs(differenceMs)).slice(1)} s a lap ${differenceMs > 0 ? 'slower' : 'quicker'} to everyone on lap ${lap} than on lap ${otherLap}.`,
  ]
}
