import { createRandom } from './random.ts'
import type { Random } from './random.ts'
import type { TimedRace } from './timed-race.ts'
import { startUtcMs } from './weather-sheet.ts'

/** What a car's own logger noted of a lap: with a clock and a lap count of its own. */
type Note = {
  readonly lap: number
  readonly atMs: number
  readonly receivedMs: number
  readonly valueMs: number
  readonly vehicle: string
}

/** The lap counter after it lost count. */
const lostCount = 32_768
/** Few cars: the files only need to be there, with their faults. */
const carsWithLogger = 8

/** The lap_start, lap_end and lap_time files of a race. */
export function loggerSheets(
  race: TimedRace,
  seed: number,
): { readonly start: string; readonly end: string; readonly time: string } {
  const notes = notesOf(race, createRandom(seed, race.track.id, race.recipe.number, 'loggers'))
  const starts = notes.map((note) => ({ ...note, lap: note.lap + 1, atMs: note.atMs + 1 }))
  return {
    start: sheet(race, starts.slice(1), (note) => iso(note.atMs)),
    end: sheet(race, notes, (note) => iso(note.atMs)),
    time: sheet(race, notes, (note) => String(note.valueMs), true),
  }
}

function notesOf(race: TimedRace, random: Random): Note[] {
  const { recipe, track } = race
  const startMs = startUtcMs(race)
  const ahead =
    track.loggerHeader === 'barber' ? 2 : track.loggerHeader === 'cota' ? 1 : random.whole(0, 1)
  const notes = random
    .shuffled(race.cars)
    .slice(0, carsWithLogger)
    .flatMap(({ driver, laps }, index) => {
      const number = track.id === 'sonoma' ? driver.car.padStart(3, '0') : driver.car
      const vehicle = `GR86-${String(4 + 7 * index).padStart(3, '0')}-${index === 0 ? '000' : number}`
      const driven = laps.map((lap) => {
        const atMs = startMs + lap.elapsedMs + Math.round(random.between(-300, 450))
        const isLost = random.chance(0.05)
        return {
          lap: isLost ? lostCount : lap.lapNumber + ahead,
          atMs,
          receivedMs: atMs + Math.round(random.between(40, 3000)),
          valueMs: lap.lapMs,
          vehicle,
        }
      })
      return driven.flatMap((note) => withFaults(note, random))
    })
  const until = startMs + 1000 * (recipe.loggersUntilS ?? Infinity)
  const kept = notes.filter((note) => note.atMs <= until)
  const ordered = track.loggerHeader === 'cota' ? kept.toReversed() : kept
  return recipe.loggersOnNextDay ? [...ordered.slice(0, 20).map(nextDay), ...ordered] : ordered
}

/** Here and there a lap is noted twice, as lap 0, or with a time that is none. */
function withFaults(note: Note, random: Random): Note[] {
  const fault = random.whole(1, 40)
  if (fault === 1) return [note, note]
  if (fault === 2) return [{ ...note, lap: 0, valueMs: 0 }, note]
  if (fault === 3) return [note, { ...note, atMs: note.atMs + 43, valueMs: random.whole(43, 44) }]
  if (fault === 4) return [{ ...note, valueMs: random.whole(1_000_000, 7_127_986) }]
  return [note]
}

function nextDay(note: Note): Note {
  const dayMs = 86_400_000
  return { ...note, lap: lostCount, atMs: note.atMs + dayMs, receivedMs: note.receivedMs + dayMs }
}

function sheet(
  { track, recipe }: TimedRace,
  notes: readonly Note[],
  valueOf: (note: Note) => string,
  isTime = false,
): string {
  const { event, loggerHeader } = track
  const session = `R${recipe.number}`
  const source = `kafka:${track.withNames ? 'gr-cup-raw' : 'gr-raw'}`
  const quoted = (...cells: string[]): string => cells.map((cell) => `"${cell}"`).join(',')
  const row = (note: Note): string => {
    const { lap, vehicle } = note
    const [at, received] = [iso(note.atMs), iso(note.receivedMs)]
    switch (loggerHeader) {
      case 'barber':
        return `,${lap},${event},${session},${source},${received},${vehicle},0,${at},${vehicle},${Number(vehicle.slice(9))}\r\n`
      case 'road-america':
        return `,${lap},${event},${session},${source},${received},0,${at},${valueOf(note)},${vehicle}\r\n`
      case 'cota':
        return isTime
          ? `${quoted(source, received, event, session, at, vehicle)},0,${lap},${valueOf(note)},\n`
          : `${quoted(source, received, event, session, at, vehicle)},0,${lap},,"${valueOf(note)}"\n`
    }
  }
  return headers[loggerHeader](isTime) + notes.map((note) => row(note)).join('')
}

const headers = {
  barber: () =>
    'expire_at,lap,meta_event,meta_session,meta_source,meta_time,original_vehicle_id,outing,timestamp,vehicle_id,vehicle_number\r\n',
  'road-america': () =>
    'expire_at,lap,meta_event,meta_session,meta_source,meta_time,outing,timestamp,value,vehicle_id\r\n',
  cota: (isTime: boolean) =>
    `"meta_source","meta_time","meta_event","meta_session","timestamp","vehicle_id","outing","lap",${isTime ? '"value","expire_at"' : '"expire_at","value"'}\n`,
} as const

function iso(ms: number): string {
  return new Date(ms).toISOString()
}
