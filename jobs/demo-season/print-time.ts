/** 97_428 → '1:37.428'; minutes are never carried into hours. */
export function minutesTime(ms: number): string {
  const minutes = Math.floor(ms / 60_000)
  return `${minutes}:${pad(Math.floor(ms / 1000) % 60)}.${pad(ms % 1000, 3)}`
}

/** 43_534 → '43.534', 64_059 → '1:04.059'. */
export function shortTime(ms: number): string {
  return ms < 60_000 ? `${Math.floor(ms / 1000)}.${pad(ms % 1000, 3)}` : minutesTime(ms)
}

/** As a column re-saved as numbers prints it: 27_200 → '27.2', 62_000 → '62.0'. */
export function numberTime(ms: number): string {
  return withDecimal(ms / 1000)
}

/** A number as such a column has it, with one decimal at least: 1 → '1.0', 29.87 → '29.87'. */
export function withDecimal(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : `${value}`
}

/** 35_158 → '0:00:35.158'. */
export function hoursTime(ms: number): string {
  const hours = Math.floor(ms / 3_600_000)
  return `${hours}:${pad(Math.floor(ms / 60_000) % 60)}:${pad(Math.floor(ms / 1000) % 60)}.${pad(ms % 1000, 3)}`
}

/** Wall clock of a day: 49_355_322 → '13:42:35.322'. */
export function clockTime(ms: number): string {
  return hoursTime(ms).padStart(12, '0')
}

/** '13:42:35.322' → 49_355_322. */
export function clockMs(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number)
  return Math.round((hours * 3600 + minutes * 60 + seconds) * 1000)
}

function pad(value: number, digits = 2): string {
  return String(value).padStart(digits, '0')
}

/** 27_200 → '27.200', 91_594 → '91.594'. */
export function secondsTime(ms: number): string {
  return `${Math.floor(ms / 1000)}.${pad(ms % 1000, 3)}`
}

/**
 * How a column of times is printed: one whose values are all below a minute was re-saved as
 * numbers, which dropped zeros at the end; sheets with names were not.
 */
export function columnPrinter(
  column: readonly (number | undefined)[],
  withNames: boolean,
): (ms: number | undefined) => string {
  const isNumber = !withNames && column.every((ms) => ms === undefined || ms < 60_000)
  const print = isNumber ? numberTime : shortTime
  return (ms) => (ms === undefined ? '' : print(ms))
}
