import { clockMs, withDecimal } from './print-time.ts'
import type { Random } from './random.ts'
import { createRandom } from './random.ts'
import type { Column } from './sheet-text.ts'
import { sheetText } from './sheet-text.ts'
import type { TimedRace } from './timed-race.ts'

/**
 * The 26_ file: a sample a minute, the first some seconds after the start, the last a minute or
 * more before the last car is home. The rain sensor reads 0 whatever falls.
 */
export function weatherSheet(race: TimedRace, seed: number): string {
  const { track, recipe } = race
  const random = createRandom(seed, track.id, recipe.number, 'weather')
  const { weather } = recipe
  const moments = sampleSeconds(race, random)
  const walk = (range: readonly [number, number], steps: number): number[] =>
    wander(range, steps, moments.length, random)
  const airC = walk(weather.airC, 0.12)
  const trackC = weather.trackC === null ? undefined : walk(weather.trackC, 0.15)
  const humidity = walk(weather.humidityPct, 0.15)
  const pressure = walk(weather.pressureHpa, 0.08)
  const wind = walk(weather.windKph, 0.6)
  const direction = walk([0, 359], 0.25)
  const dropouts = new Set(random.shuffled(moments).slice(0, weather.dropouts))
  const decimal = track.withNames ? String : withDecimal
  const columns: Column<number>[] = [
    ['TIME_UTC_SECONDS', String],
    ['TIME_UTC_STR', utcText],
    ['AIR_TEMP', (_, at) => decimal(rounded(airC[at], 2))],
    ['TRACK_TEMP', (second, at) => trackText(dropouts.has(second) ? -999 : trackC?.[at])],
    ['HUMIDITY', (_, at) => decimal(rounded(humidity[at], 2))],
    ['PRESSURE', (_, at) => rounded(pressure[at], 1).toFixed(1)],
    ['WIND_SPEED', (_, at) => decimal(rounded(Math.round((wind[at] ?? 0) / 0.36) * 0.36, 2))],
    ['WIND_DIRECTION', (_, at) => String(rounded(direction[at], 0))],
    ['RAIN', () => '0'],
  ]
  return sheetText(columns, moments, { withNames: track.withNames, crlf: false })
}

/** Unix time of a race's start. */
export function startUtcMs({ track, recipe }: TimedRace): number {
  return (
    Date.parse(`${recipe.date}T00:00:00Z`) +
    clockMs(recipe.start) -
    track.utcOffsetHours * 3_600_000
  )
}

function sampleSeconds(race: TimedRace, random: Random): number[] {
  const startS = Math.floor(startUtcMs(race) / 1000)
  const lastCarMs = Math.max(...race.cars.map(({ laps }) => laps.at(-1)?.elapsedMs ?? 0))
  const endS = startS + lastCarMs / 1000 - random.between(60, 110)
  const seconds: number[] = []
  for (let at = startS + random.whole(6, 55); at < endS; at += random.whole(62, 63))
    seconds.push(at)
  return seconds
}

/** A walk from the middle that is turned back at the ends; `steps` is its stride, as a share of the range. */
function wander(
  [low, high]: readonly [number, number],
  steps: number,
  count: number,
  random: Random,
): number[] {
  let share = random.between(0.3, 0.7)
  return Array.from({ length: count }, () => {
    share = Math.min(1, Math.max(0, share + steps * random.normal() * 0.6 + 0.08 * (0.5 - share)))
    return low + share * (high - low)
  })
}

function trackText(value: number | undefined): string {
  if (value === undefined) return '0'
  return value === -999 ? '-999.0' : value.toFixed(1)
}

function rounded(value: number | undefined, digits: number): number {
  return Number((value ?? 0).toFixed(digits))
}

/** 1757184078 → '9/6/2025 6:41:18 PM'. */
function utcText(second: number): string {
  const date = new Date(second * 1000)
  const two = (value: number): string => String(value).padStart(2, '0')
  const hour = date.getUTCHours()
  const day = `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`
  const time = `${hour % 12 === 0 ? 12 : hour % 12}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`
  return `${day} ${time} ${hour < 12 ? 'AM' : 'PM'}`
}
