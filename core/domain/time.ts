/** What one, two or three decimals of a second are worth in milliseconds. */
const msOfLastDecimal = [0, 100, 10, 1] as const

/**
 * A time as the timing sheets print it (D2): 'h:mm:ss.mmm', 'm:ss.mmm' or 'ss.mmm', one to three
 * decimals, to whole milliseconds without ever passing through a float. Undefined where it is no time.
 */
export function parseTimeMs(text: string): number | undefined {
  const trimmed = text.trim()
  const point = trimmed.indexOf('.')
  const worth = msOfLastDecimal[trimmed.length - point - 1]
  if (point < 1 || worth === undefined || worth === 0) return undefined
  const fractionMs = wholeNumber(trimmed, point + 1, trimmed.length) * worth
  const ms = wholeSeconds(trimmed, point) * 1000 + fractionMs
  return Number.isNaN(ms) ? undefined : ms
}

/** The seconds of 'h:mm:ss', 'm:ss' or 'ss' that end before `end`; NaN where it is none of them. */
function wholeSeconds(text: string, end: number): number {
  const colon = text.lastIndexOf(':', end)
  const seconds = wholeNumber(text, colon + 1, end)
  if (colon === -1) return seconds
  if (end - colon !== 3 || seconds > 59) return Number.NaN
  const hourColon = colon === 0 ? -1 : text.lastIndexOf(':', colon - 1)
  const minutes = wholeNumber(text, hourColon + 1, colon)
  if (hourColon === -1) return minutes * 60 + seconds
  if (colon - hourColon !== 3 || minutes > 59) return Number.NaN
  return wholeNumber(text, 0, hourColon) * 3600 + minutes * 60 + seconds
}

/** The digits from `start` up to `end` as a number; NaN for anything else than one to six digits. */
function wholeNumber(text: string, start: number, end: number): number {
  if (end <= start || end - start > 6) return Number.NaN
  let value = 0
  for (let index = start; index < end; index++) {
    const digit = text.charCodeAt(index) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

/**
 * 97_428 is '1:37.428', 43_148 is '43.148', 3_723_004 is '1:02:03.004'. A median between two
 * thousandths is rounded half up: 43_344.5 is '43.345'. Below zero it has a true minus.
 */
export function formatTime(ms: number): string {
  const rounded = Math.floor(ms + 0.5)
  const whole = Math.abs(rounded)
  const sign = rounded < 0 ? '−' : ''
  const fraction = padded(whole % 1000, 3)
  const seconds = Math.floor(whole / 1000)
  if (seconds < 60) return `${sign}${seconds}.${fraction}`
  const minutes = Math.floor(seconds / 60)
  const tail = `${padded(seconds % 60, 2)}.${fraction}`
  if (minutes < 60) return `${sign}${minutes}:${tail}`
  return `${sign}${Math.floor(minutes / 60)}:${padded(minutes % 60, 2)}:${tail}`
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0')
}
