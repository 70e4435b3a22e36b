import type { FactValue } from './fact.ts'
import { formatDate } from './date-text.ts'
import { formatTime } from './time.ts'

/** What kind of value a fact is; it decides unit and writing. */
const factKinds = [
  'lap-time',
  'section-time',
  'gap',
  'slope',
  'clock',
  'race-time',
  'count',
  'rank',
  'position',
  'places',
  'score',
  'share',
  'percent',
  'temperature',
  'humidity',
  'pressure',
  'fahrenheit',
  'wind',
  'speed',
  'mph',
  'degrees',
  'length',
  'miles',
  'kilometres',
  'feet',
  'correlation',
  'probability',
  'number',
  'lap',
  'car',
  'section',
  'corners',
  'date',
  'utc',
  'word',
  'yes-no',
] as const
export type FactKind = (typeof factKinds)[number]

export const unitOf: Record<FactKind, string> = {
  'lap-time': 'ms',
  'section-time': 'ms',
  gap: 'ms',
  slope: 'ms/lap',
  clock: 'ms',
  'race-time': 'ms',
  count: '',
  rank: 'rank',
  position: 'position',
  places: 'places',
  score: 'points',
  share: '%',
  percent: '%',
  temperature: '°C',
  fahrenheit: '°F',
  humidity: '%',
  pressure: 'hPa',
  wind: 'km/h',
  speed: 'km/h',
  mph: 'mph',
  degrees: '°',
  length: 'm',
  miles: 'mi',
  kilometres: 'km',
  feet: 'ft',
  correlation: 'r',
  probability: 'p',
  number: '',
  lap: 'lap',
  car: 'car',
  section: 'section',
  corners: '',
  date: 'date',
  utc: 's',
  word: '',
  'yes-no': '',
}

/** How a value is written for people, thousandths where it is a time; of a gap the magnitude. */
export function factText(kind: FactKind, value: FactValue): string {
  if (value === null) return 'not known'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'number' ? numberText(kind, value) : wordText(kind, value)
}

/**
 * Two decimals, for gaps, gains and spreads in prose; the bare number of a lap or car, for "laps 3, 8 and 12".
 * Other kinds have none.
 */
export function factShort(kind: FactKind, value: FactValue): string | undefined {
  if (kind === 'car' && typeof value === 'string') return value
  if (typeof value !== 'number') return undefined
  if (kind === 'lap') return String(value)
  if (kind === 'gap') return `${hundredths(Math.abs(value))} s`
  if (kind === 'slope') return `${hundredths(Math.abs(value))} s a lap`
  return undefined
}

const timeWriters: { readonly [kind in FactKind]?: (value: number) => string } = {
  'lap-time': formatTime,
  'race-time': formatTime,
  clock: clockText,
  'section-time': (ms) => (ms < 60_000 ? `${formatTime(ms)} s` : formatTime(ms)),
  gap: (ms) => `${thousandths(Math.abs(ms))} s`,
  slope: (ms) => `${thousandths(Math.abs(ms))} s a lap`,
  utc: (seconds) => `${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
}

const numberWriters: { readonly [kind in FactKind]?: (value: number) => string } = {
  rank: ordinal,
  position: (value) => `P${value}`,
  places: (value) => grouped(Math.abs(value)),
  count: grouped,
  lap: (value) => `lap ${value}`,
  score: (value) => `${value} of 100`,
  share: (value) => `${fixed(value * 100, 0)} %`,
  percent: (value) => `${fixed(value, 1)} %`,
  humidity: (value) => `${fixed(value, 1)} %`,
  temperature: (value) => `${fixed(value, 1)} °C`,
  fahrenheit: (value) => `${fixed(value, 1)} °F`,
  pressure: (value) => `${fixed(value, 1)} hPa`,
  wind: (value) => `${fixed(value, 1)} km/h`,
  speed: (value) => `${fixed(value, 1)} km/h`,
  mph: (value) => `${fixed(value, 1)} mph`,
  degrees: (value) => `${fixed(value, 0)}°`,
  length: (value) => `${grouped(Math.round(value))} m`,
  miles: (value) => `${fixed(value, 2)} miles`,
  kilometres: (value) => `${fixed(value, 2)} km`,
  feet: (value) => `${grouped(Math.round(value))} feet`,
  probability: (value) => (value < 0.001 ? 'below 0.001' : fixed(value, 3)),
  correlation: (value) => fixed(value, 3),
  number: (value) => (Number.isInteger(value) ? fixed(value, 0) : fixed(value, 3)),
}

function numberText(kind: FactKind, value: number): string {
  const write = timeWriters[kind] ?? numberWriters[kind] ?? String
  return write(value)
}

function wordText(kind: FactKind, value: string): string {
  if (kind === 'car') return `car ${value}`
  if (kind === 'section') return sectionName(value)
  if (kind === 'date') return formatDate(value)
  if (kind === 'corners') return value
  // A word of ours, as 'not-met'; a sentence keeps its dashes: they may be in a car's number.
  return value.includes(' ') ? value : value.replaceAll('-', ' ')
}

/** 's2' → 'Section 2'; 's2a' → 'Section 2 up to the mid loop'. */
export function sectionName(id: string): string {
  const [, number, half] = /^s([0-9])([ab]?)$/.exec(id) ?? []
  if (number === undefined) return id === 'lap' ? 'the lap' : id
  if (half === 'a') return `Section ${number} up to the mid loop`
  if (half === 'b') return `Section ${number} from the mid loop on`
  return `Section ${number}`
}

/** 21435 → '21,435'. */
export function grouped(value: number): string {
  groups ??= new Intl.NumberFormat('en-GB')
  return groups.format(value)
}
// Making one takes longer than the rest of this file: most pages need none.
let groups: Intl.NumberFormat | undefined

/** 1 → '1st', 12 → '12th', 22 → '22nd'. */
function ordinal(value: number): string {
  const tens = value % 100
  const last = value % 10
  if (tens >= 11 && tens <= 13) return `${value}th`
  return `${value}${last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th'}`
}

/** Milliseconds as seconds with three decimals, half a millisecond rounded up like every time. */
function thousandths(ms: number): string {
  return (Math.floor(ms + 0.5) / 1000).toFixed(3)
}

/** Rounded from the value, not from its thousandths. */
function hundredths(ms: number): string {
  return (Math.floor(ms / 10 + 0.5) / 100).toFixed(2)
}

function clockText(ms: number): string {
  const day = 24 * 3_600_000
  const text = new Date(((ms % day) + day) % day).toISOString()
  return text.slice(11, 19)
}

/** Fixed decimals with halves away from zero and a true minus. */
function fixed(value: number, digits: number): string {
  const scale = 10 ** digits
  const rounded = Math.round((Math.abs(value) + Number.EPSILON) * scale) / scale
  return `${value < 0 && rounded > 0 ? '\u2212' : ''}${rounded.toFixed(digits)}`
}
