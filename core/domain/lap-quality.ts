import { byCar } from './car-laps.ts'
import type { CarNumber } from './ids.ts'
import type { Lap } from './lap.ts'
import type { LedgerLap } from './ledger.ts'
import { lapRefs, type QualityNote } from './quality-note.ts'
import { printedNumberOf } from './told-apart.ts'
import { carsNamed, counted, listed } from './wording.ts'

/** Below this many clean laps nothing is said of a car's driving. */
const fewCleanLaps = 3

/** Notes on laps and cars of the timing file. */
export function lapQuality(laps: readonly LedgerLap[]): readonly QualityNote[] {
  const cars = byCar(laps)
  return [
    ...missingLaps(cars),
    ...unknownFlags(laps),
    ...trapSpeed(laps),
    ...printedAlike(cars),
    ...carsWith('one-lap-cars', cars, (own) => own.length === 1, 'one lap only, the opening lap'),
    ...carsWith(
      'few-clean-laps',
      cars,
      (own) => own.filter(({ isClean }) => isClean).length < fewCleanLaps,
      `fewer than ${fewCleanLaps} green laps: too few to say how it was driven`,
    ),
  ]
}

type Cars = ReadonlyMap<CarNumber, readonly LedgerLap[]>

function missingLaps(cars: Cars): readonly QualityNote[] {
  const missing = [...cars].flatMap(([car, own]) => {
    const known = new Set(own.map(({ lapNumber }) => lapNumber))
    const last = own.at(-1)?.lapNumber ?? 0
    const all = Array.from({ length: last }, (_, index) => index + 1)
    return all.filter((number) => !known.has(number)).map((lapNumber) => ({ car, lapNumber }))
  })
  if (missing.length === 0) return []
  const each = missing.map(({ car, lapNumber }) => `lap ${lapNumber} of car ${car}`)
  const which = missing.length <= 5 ? ` (${listed(each)})` : ''
  return [
    {
      code: 'laps-missing',
      text: `${counted(missing.length, 'lap')} ${missing.length === 1 ? 'is' : 'are'} not in the timing file as read${which}. A lap after such a gap is judged by the last one before it.`,
      count: missing.length,
      laps: missing,
    },
  ]
}

function unknownFlags(laps: readonly Lap[]): readonly QualityNote[] {
  const unknown = laps.filter(({ flagAtLine }) => flagAtLine === 'unknown')
  if (unknown.length === 0) return []
  return [
    {
      code: 'unknown-flags',
      text: `${counted(unknown.length, 'lap')} of ${laps.length} ended under a flag that is blank or not known. They are not counted as green.`,
      count: unknown.length,
      laps: lapRefs(unknown),
    },
  ]
}

function trapSpeed(laps: readonly Lap[]): readonly QualityNote[] {
  const without = laps.filter(({ topSpeedKph }) => topSpeedKph === undefined)
  if (without.length === 0) return []
  const text =
    without.length === laps.length
      ? 'The speed trap was not measured in this race.'
      : `${counted(without.length, 'lap')} of ${laps.length} ${without.length === 1 ? 'has' : 'have'} no speed at the trap.`
  return [{ code: 'no-trap-speed', text, count: without.length }]
}

function printedAlike(cars: Cars): readonly QualityNote[] {
  const alike = Map.groupBy(cars.keys(), printedNumberOf)
  return [...alike]
    .filter(([, same]) => same.length > 1)
    .map(([printed, same]) => ({
      code: 'cars-printed-alike',
      text: `${counted(same.length, 'car')} are printed ${printed}. They are told apart by their lap numbers and called ${listed(same)}, in the order of the timing file.`,
      count: same.length,
      cars: same,
    }))
}

function carsWith(
  code: 'one-lap-cars' | 'few-clean-laps',
  cars: Cars,
  test: (own: readonly LedgerLap[]) => boolean,
  what: string,
): readonly QualityNote[] {
  const found = [...cars].filter(([, own]) => test(own)).map(([car]) => car)
  if (found.length === 0) return []
  const verb = found.length === 1 ? 'has' : 'have'
  return [{ code, text: `${carsNamed(found)} ${verb} ${what}.`, count: found.length, cars: found }]
}
