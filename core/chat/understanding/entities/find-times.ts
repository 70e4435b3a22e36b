import { limitOf } from './amount-text.ts'
import { wantedAs } from './measured-words.ts'
import type { Reading } from './reading.ts'
import { findAll } from './reading.ts'

const tens = 'twenty|thirty|forty|fifty'
const units = 'one|two|three|four|five|six|seven|eight|nine'

/** "1:38.2", "1.38.2", "1'38", "1m38.2", "98.4", "42.9 seconds". */
const inDigits =
  /(?<![\w.:,])(?:\d(?:[:.']|m| ?min )\d{2}(?:[.,:]\d{1,3})?|\d{2,3}[.,]\d{1,3})(?![\w:]|[.,]\d| ?(?:%|percent|degrees?|c\b|f\b|k?m\/?h|kph|mph|km|years?))(?:['’]?s| ?(?:sec|secs|seconds)\b)?/g

/** Spoken: "a one thirty eight two". */
const inWords = new RegExp(
  `(?<=\\b(?:a|an|the|my|his|her) )(?:one|two|three)[ -](?:(?:${tens})(?:[ -](?:${units}))?|oh (?:${units}))(?:[ -](?:point |dead|flat|${units})){0,3}(?! (?:laps?|cars?|places?)\\b)`,
  'g',
)

/** A lap or section time that is only named; those that count laps or set a limit are found before. */
export function findTimes(reading: Reading): Reading {
  const found = (text: string) => {
    const timeMs = limitOf(text)
    return timeMs === undefined ? undefined : wantedAs({ as: 'worth', timeMs }, 'TIME')
  }
  const digits = findAll(reading, inDigits, (_, match) => found(written(match)))
  return findAll(digits, inWords, (_, match) => found(spoken(match)))
}

/** "1.38.2" → "1:38.2". */
function written(text: string): string {
  return text
    .replace(/(?:['’]?s| ?sec\w*)$/, '')
    .replace(/^(\d)(?:[.']|m| ?min )(?=\d{2}(?:[.,:]|$))/, '$1:')
    .replace(/^(\d:\d{2}):/, '$1.')
}

/** "one thirty eight two" → "1:38.2". */
function spoken(text: string): string {
  const [minutes = '', ...rest] = text
    .split(/[ -]/)
    .filter((word) => !['point', 'dead', 'flat'].includes(word))
  const digit = (word = '') => String(units.split('|').indexOf(word) + 1)
  const ten = tens.split('|').indexOf(rest[0] ?? '')
  const isOh = ten < 0
  const second = isOh || rest.length > 1 ? digit(rest[1]) : '0'
  const seconds = `${isOh ? 0 : ten + 2}${second}`
  const decimals = rest.slice(2).map(digit).join('')
  return `${digit(minutes)}:${seconds}${decimals === '' ? '' : `.${decimals}`}`
}
