import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import { formatTime } from '#core/domain/time.ts'
import { newFolder } from '../../testing/new-folder.ts'

/** Invented timing sheets in the published format, for tests. */

export const timingHeader =
  'NUMBER; DRIVER_NUMBER; LAP_NUMBER; LAP_TIME; LAP_IMPROVEMENT; CROSSING_FINISH_LINE_IN_PIT; S1;' +
  ' S1_IMPROVEMENT; S2; S2_IMPROVEMENT; S3; S3_IMPROVEMENT; KPH; ELAPSED; HOUR;S1_LARGE;S2_LARGE;' +
  'S3_LARGE;TOP_SPEED;PIT_TIME;CLASS;GROUP;MANUFACTURER;FLAG_AT_FL;S1_SECONDS;S2_SECONDS;S3_SECONDS;' +
  'IM1a_time;IM1a_elapsed;IM1_time;IM1_elapsed;IM2a_time;IM2a_elapsed;IM2_time;IM2_elapsed;' +
  'IM3a_time;IM3a_elapsed;FL_time;FL_elapsed'

const columns = timingHeader.split(';').map((name) => name.trim())

export type Cells = Readonly<Record<string, string>>

/** A row of a timing sheet: car 13, lap 2, 1:40.250 at 13:02:30.250, but for the cells given. */
export function timingRow(cells: Cells = {}): string {
  const row: Cells = {
    NUMBER: '13',
    DRIVER_NUMBER: '1',
    LAP_NUMBER: '2',
    LAP_TIME: '1:40.250',
    S1: '27.2',
    S2: '43.05',
    S3: '30.0',
    ELAPSED: '3:30.250',
    HOUR: '13:03:30.250',
    S1_LARGE: '0:27.200',
    S2_LARGE: '0:43.050',
    S3_LARGE: '0:30.000',
    CLASS: 'Am',
    FLAG_AT_FL: 'GF',
    S1_SECONDS: '27.2',
    S2_SECONDS: '43.05',
    S3_SECONDS: '30.0',
    IM1a_time: '17.1',
    IM1_time: '10.1',
    IM2a_time: '30.05',
    IM2_time: '13.0',
    IM3a_time: '12.0',
    FL_time: '18.0',
    ...cells,
  }
  return columns.map((name) => row[name] ?? '').join(';')
}

export function sheet(...lines: readonly string[]): Uint8Array {
  return Buffer.from(lines.map((line) => `${line}\n`).join(''))
}

/** A whole race of some cars, a lap of 100 s each time, from 13:00 on the clock. */
export function timingSheet(cars: readonly string[], laps = 4): Uint8Array {
  const rows = cars.flatMap((car, carIndex) =>
    Array.from({ length: laps }, (_, lapIndex) => {
      const elapsedMs = (lapIndex + 1) * 100_250 + carIndex * 500
      const hourMs = 13 * 3_600_000 + elapsedMs
      return timingRow({
        NUMBER: car,
        LAP_NUMBER: String(lapIndex + 1),
        ELAPSED: formatTime(elapsedMs),
        HOUR: formatTime(hourMs),
      })
    }),
  )
  return sheet(timingHeader, ...rows)
}

/** One sample a minute from an instant on, given as '2025-09-06T18:00:30Z'. */
export function weatherSheet(from: string, samples = 6): Uint8Array {
  const first = Date.parse(from) / 1000
  const rows = Array.from({ length: samples }, (_, index) => {
    return `${first + index * 60};;29.8;0;56.75;992.9;2.88;342;0`
  })
  return sheet(
    'TIME_UTC_SECONDS;TIME_UTC_STR;AIR_TEMP;TRACK_TEMP;HUMIDITY;PRESSURE;WIND_SPEED;WIND_DIRECTION;RAIN',
    ...rows,
  )
}

export const resultsHeader =
  'POSITION;NUMBER;STATUS;LAPS;TOTAL_TIME;GAP_FIRST;GAP_PREVIOUS;FL_LAPNUM;FL_TIME;FL_KPH;CLASS'

export const bestLapsHeader =
  'NUMBER;VEHICLE;CLASS;TOTAL_DRIVER_LAPS;BESTLAP_1;BESTLAP_1_LAPNUM;BESTLAP_2;BESTLAP_2_LAPNUM;AVERAGE'

export type Files = Readonly<Record<string, Uint8Array>>

/** Writes files below a folder of their own and returns its path. */
export async function folderOf(files: Files): Promise<string> {
  const folder = newFolder()
  await Promise.all(
    Object.entries(files).map(async ([path, bytes]) => {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), bytes)
    }),
  )
  return folder
}

export async function zipOf(files: Files): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [path, bytes] of Object.entries(files)) zip.addBuffer(Buffer.from(bytes), path)
  zip.end()
  return await buffer(zip.outputStream)
}
