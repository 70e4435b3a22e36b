import { exclusionWords } from '#core/domain/exclusion-words.ts'
import { formatTime } from '#core/domain/time.ts'
import { counted, listed } from '#core/domain/wording.ts'
import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'

/** "green", or all reasons that it is not: "in-lap, yellow". A green lap may still lack a section. */
export function countsInWords({ isClean, excludedBecause }: LedgerLap): string {
  const reasons = excludedBecause.map((reason) => exclusionWords[reason]).join(', ')
  if (!isClean) return reasons
  return reasons === '' ? 'green' : `green, ${reasons}`
}

/** "won from cars 51 and 46", "lost to car 7"; undefined where the order stayed. */
export function placesInWords({ placesLost, wonFrom, lostTo }: LedgerLap): string | undefined {
  const told = [...toldOf('won from', wonFrom), ...toldOf('lost to', lostTo)]
  if (told.length > 0) return told.join(', ')
  if (placesLost === null || placesLost === 0) return undefined
  return `${counted(Math.abs(placesLost), 'place')} ${placesLost > 0 ? 'lost' : 'won'}`
}

function toldOf(what: string, cars: readonly string[]): readonly string[] {
  if (cars.length === 0) return []
  return [`${what} ${cars.length === 1 ? 'car' : 'cars'} ${listed(cars)}`]
}

/** "P14, 4.717 s behind car 51"; the first has nobody ahead. */
export function orderInWords({ position, ahead, intervalMs }: LedgerLap): string | undefined {
  if (position === null) return undefined
  if (ahead === null || intervalMs === null)
    return position === 1 ? 'P1, in the lead' : `P${position}`
  const interval = intervalMs < 60_000 ? `${formatTime(intervalMs)} s` : formatTime(intervalMs)
  return `P${position}, ${interval} behind car ${ahead}`
}

/** "the fastest lap of the race", "your best lap"; undefined for the others. */
export function bestInWords({ isFieldBest, isPersonalBest }: LedgerLap): string | undefined {
  if (isFieldBest) return 'the fastest lap of the race'
  return isPersonalBest ? 'best lap of this car' : undefined
}

/** "in the pit lane at its end, 1:23.456 there"; undefined for a lap on the track. */
export function pitInWords({ isPitIn, pitTimeMs }: LedgerLap): string | undefined {
  const time = pitTimeMs === null ? undefined : `${formatTime(pitTimeMs)} in the pit lane`
  if (!isPitIn) return time
  return time === undefined ? 'ended in the pit lane' : `ended in the pit lane, ${time}`
}

/** All of a lap in a line, as it is read out. */
export function lapInWords(lap: LedgerLap): string {
  const time = lap.lapTimeMs === null ? 'no lap time' : formatTime(lap.lapTimeMs)
  const counts = lap.isClean ? countsInWords(lap) : `not counted: ${countsInWords(lap)}`
  const incident = lap.isIncident ? 'more than 3 % over the own pace' : undefined
  const more = [bestInWords(lap), incident, pitInWords(lap), orderInWords(lap), placesInWords(lap)]
  return [`Lap ${lap.lap}`, time, counts, ...more.filter((word) => word !== undefined)].join(', ')
}

/** "4.7" seconds, over 100 s "1:43": where there is no room for thousandths. */
export function shortInterval(intervalMs: number): string {
  const tenths = Math.floor(intervalMs / 100 + 0.5)
  if (tenths < 1000) return (tenths / 10).toFixed(1)
  const seconds = Math.floor(intervalMs / 1000 + 0.5)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
