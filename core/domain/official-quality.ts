import { bestLapOf } from './best-lap.ts'
import { byCar } from './car-laps.ts'
import type { CarNumber } from './ids.ts'
import type { Lap } from './lap.ts'
import { notInOfficialList } from './not-in-official-list.ts'
import { lapRefs, type QualityNote } from './quality-note.ts'
import type { RaceTiming } from './race-timing.ts'
import { formatTime } from './time.ts'
import { carsNamed, listed } from './wording.ts'

type Officials = Pick<RaceTiming, 'results' | 'bestLaps' | 'laps'>
type Results = NonNullable<RaceTiming['results']>
type Cars = ReadonlyMap<CarNumber, readonly Lap[]>

/** Notes on results and best-laps files, and on where they disagree with the timing file. */
export function officialQuality({ results, bestLaps, laps }: Officials): readonly QualityNote[] {
  const cars = byCar(laps)
  return [
    ...(results === undefined ? noResults : resultsNotes(results, cars)),
    ...(bestLaps === undefined ? noOfficialList : offTheList(bestLaps, cars)),
  ]
}

const noResults: readonly QualityNote[] = [
  {
    code: 'no-results',
    text: 'There is no results file for this race: positions are those on the road, from the timing alone.',
  },
]

const noOfficialList: readonly QualityNote[] = [
  {
    code: 'no-official-list',
    text: 'There is no official list of best laps for this race: laps that were deleted cannot be told.',
  },
]

function resultsNotes(results: Results, cars: Cars): readonly QualityNote[] {
  return [
    ...(results.classification === 'provisional' ? provisional : []),
    ...withoutLaps(results, cars),
    ...results.rows.flatMap((row) => deletedFastestLap(row, cars.get(row.car) ?? [])),
  ]
}

const provisional: readonly QualityNote[] = [
  {
    code: 'provisional-results',
    text: 'The results are provisional; official ones are not among the files. Positions may have changed.',
  },
]

function withoutLaps({ rows }: Results, cars: Cars): readonly QualityNote[] {
  const absent = rows.filter(({ car }) => !cars.has(car))
  const started = absent.filter(({ laps }) => (laps ?? 0) > 0).map(({ car }) => car)
  const stayed = absent.filter(({ laps }) => (laps ?? 0) === 0).map(({ car }) => car)
  return [
    ...carsNote('did-not-start', stayed, 'in the results without a lap: did not start'),
    ...carsNote(
      'car-without-laps',
      started,
      'in the results with laps, but not in the timing file',
    ),
  ]
}

function carsNote(
  code: 'did-not-start' | 'car-without-laps',
  cars: readonly CarNumber[],
  what: string,
): readonly QualityNote[] {
  if (cars.length === 0) return []
  const text = `${carsNamed(cars)} ${cars.length === 1 ? 'is' : 'are'} ${what}.`
  return [{ code, text, count: cars.length, cars }]
}

/** The results' fastest lap is slower than the timing's: the quicker one was probably deleted. */
function deletedFastestLap(row: Results['rows'][number], laps: readonly Lap[]): QualityNote[] {
  const best = bestLapOf(laps)
  if (best === undefined || row.fastestLapMs === undefined) return []
  if (row.fastestLapMs <= best.lapTimeMs) return []
  const { lapNumber } = best.lap
  return [
    {
      code: 'fastest-lap-deleted',
      text:
        `The results give car ${row.car} a fastest lap of ${formatTime(row.fastestLapMs)}, but its lap ${lapNumber} was ` +
        `${formatTime(best.lapTimeMs)}: probably deleted, the sheet gives no reason. The lap still counts here.`,
      cars: [row.car],
      laps: [{ car: row.car, lapNumber }],
    },
  ]
}

function offTheList(
  bestLaps: NonNullable<RaceTiming['bestLaps']>,
  cars: Cars,
): readonly QualityNote[] {
  const rows = new Map(bestLaps.rows.map((row) => [row.car, row]))
  const off = [...cars].flatMap(([car, laps]) => notInOfficialList(laps, rows.get(car)))
  if (off.length === 0) return []
  const each = [...byCar(off)].map(
    ([car, laps]) =>
      `car ${car} ${laps.length === 1 ? 'lap' : 'laps'} ${listed(laps.map((lap) => String(lap.lapNumber)))}`,
  )
  return [
    {
      code: 'not-in-official-list',
      text:
        `Quick enough for the official list of best laps and not in it: ${each.join('; ')}. ` +
        `Probably deleted, the sheet gives no reason. What is not in the list still counts here.`,
      count: off.length,
      laps: lapRefs(off),
    },
  ]
}
