import { numberOf, numberPattern } from './number-text.ts'

const number = `(?:${numberPattern})`
const tens = 'ten|twenty|thirty|forty|fifty'

/** Sources of patterns. A lap or section time: "1:39", "1:39.5", "1m39", "42 s", "two minutes thirty", "one thirty nine". */
export const limitPattern = [
  "\\d{1,2}[:']\\d{2}(?:[.,]\\d{1,3})?",
  '\\d{1,2} ?(?:m|min) ?\\d{1,2}(?:[.,]\\d{1,3})?(?: ?(?:s|sec|secs|seconds))?',
  `(?:\\d|one|two|three|four) minutes?(?:,? (?:and )?(?:\\d{1,2}(?:[.,]\\d{1,3})?|${number})(?: seconds?)?)?`,
  '\\d{1,3}(?:[.,]\\d{1,3})? ?(?:s|sec|secs|seconds)\\b',
  '\\d\\.\\d{2}(?!\\d)',
  '\\d{2}[.,]\\d{1,3}',
  '\\d{2}(?= (?:in|through|for) (?:SECTION|SUBSECTION)|$|[?,])',
  `(?:one|two|three|\\d) (?:${tens}|\\d{2})(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?(?: (?:flat|dead))?`,
].join('|')

/** A margin: "half a second", "three tenths", "0.5 s", "1 percent". */
export const marginPattern = [
  'half (?:a )?(?:second|sec|s|tenth)',
  '(?:quarter|third) of a (?:second|sec)',
  `(?:${number}) (?:and a half )?(?:seconds?|secs?|tenths?|hundredths?)(?: of a second)?`,
  '(?:second|tenth|hundredth|sec)(?: of a second)?(?: and a half)?',
  '\\d{1,3}(?:[.,]\\d{1,3})? ?(?:s|sec|secs|seconds?|ms|%|percent|per cent|tenths?)?',
  `(?:${number}) (?:%|percent|per cent)`,
  'half (?:a )?(?:percent|per cent)',
].join('|')

/** '1:39.5' is 99,500 ms; "two minutes thirty" 150,000. */
export function limitOf(text: string): number | undefined {
  const limitMs = timeOf(text)
  return limitMs === undefined || limitMs < shortestMs ? undefined : limitMs
}

/** Nothing that is timed here is over sooner. */
const shortestMs = 15_000

function timeOf(text: string): number | undefined {
  const clock = /^(\d{1,2})(?:[:']| ?m(?:in)? ?)(\d{1,2}(?:[.,]\d{1,3})?)/.exec(text)
  if (clock !== null) return ms(Number(clock[1]), clock[2])
  const [minutes = '', rest] = text.split(/ minutes?,?(?: and)? ?/)
  if (rest !== undefined) {
    const seconds = rest.replace(/ seconds?$/, '')
    const whole = numberOf(minutes)
    return whole === undefined ? undefined : ms(whole, seconds === '' ? '0' : digits(seconds))
  }
  const short = /^(\d)\.(\d{2})$/.exec(text)
  if (short !== null) return ms(Number(short[1]), short[2])
  const plain = /^(\d{1,3}(?:[.,]\d{1,3})?)(?: ?(?:s|sec|secs|seconds))?$/.exec(text)?.[1]
  if (plain !== undefined) return ms(0, plain)
  const [first = '', ...more] = text.replace(/ (?:flat|dead)$/, '').split(/[ -]/)
  const whole = numberOf(first)
  return whole === undefined ? undefined : ms(whole, digits(more.join(' ')))
}

export function marginOf(text: string): { ms: number } | { percent: number } | undefined {
  const amount = amountOf(text)
  if (amount === undefined) return undefined
  if (/%|per ?cent/.test(text)) return { percent: amount }
  if (/tenth/.test(text)) return { ms: amount * 100 }
  if (/hundredth/.test(text)) return { ms: amount * 10 }
  return { ms: /\dms| ms/.test(text) ? amount : amount * 1000 }
}

function amountOf(text: string): number | undefined {
  if (text.startsWith('half')) return 0.5
  if (text.startsWith('quarter')) return 0.25
  if (text.startsWith('third')) return 1 / 3
  const half = text.includes('and a half') ? 0.5 : 0
  if (/^(?:second|tenth|hundredth|sec)\b/.test(text)) return 1 + half
  const figures = /^\d{1,3}(?:[.,]\d{1,3})?/.exec(text)?.[0]
  if (figures !== undefined) return Number(figures.replace(',', '.')) + half
  const words = new RegExp(`^(?:${numberPattern})`).exec(text)?.[0]
  const whole = words === undefined ? undefined : numberOf(words)
  return whole === undefined ? undefined : whole + half
}

const digits = (text: string) => (/^\d/.test(text) ? text : String(numberOf(text) ?? ''))

function ms(minutes: number, seconds = ''): number | undefined {
  const value = Number(seconds.replace(',', '.'))
  return seconds === '' || Number.isNaN(value)
    ? undefined
    : minutes * 60_000 + Math.round(value * 1000)
}
