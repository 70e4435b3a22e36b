import type { Token } from './tokens.ts'

const small: Readonly<Record<string, number>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
)
const tens: Readonly<Record<string, number>> = Object.fromEntries(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, 20 + 10 * index]),
)
const ordinals: Readonly<Record<string, number>> = Object.fromEntries(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
    .split(' ')
    .map((word, index) => [word, index + 1]),
)
const ordinalTens: Readonly<Record<string, number>> = { thirtieth: 30, fortieth: 40, fiftieth: 50 }
const collective: Readonly<Record<string, number>> = { nought: 0, couple: 2, pair: 2, dozen: 12 }

/** Words that say a number; where no number was read of them the sentence is refused. */
export const numberWords: ReadonlySet<string> = new Set([
  ...Object.keys(small),
  ...Object.keys(tens),
  ...Object.keys(ordinals),
  ...Object.keys(ordinalTens),
  ...Object.keys(collective),
  ...'hundred thousand million half halves quarter quarters thirds tenths hundredths thousandths twice thrice double triple dozens couples'.split(
    ' ',
  ),
])

/** A number in words: its value, its decimals as said, and the token after it. */
export type Worded = { readonly value: number; readonly decimals: number; readonly next: number }

/** "twenty-two", "a hundred and five", "a dozen", "zero point five", "three and a half". */
export function readWorded(tokens: readonly Token[], from: number): Worded | undefined {
  const whole = readWhole(tokens, from)
  if (whole === undefined) return undefined
  return readPoint(tokens, whole) ?? readAndAHalf(tokens, whole) ?? whole
}

/** "twelfth", "twenty-second"; not 'second' alone, which is a time, nor 'first'. */
export function readOrdinalWord(
  tokens: readonly Token[],
  from: number,
): { value: number; next: number } | undefined {
  const text = tokens[from]?.text ?? ''
  const ten = tens[text]
  if (ten !== undefined) {
    const at = afterDash(tokens, from + 1)
    const one = ordinals[tokens[at]?.text ?? '']
    if (one === undefined || one > 9) return undefined
    return { value: ten + one, next: at + 1 }
  }
  const value = ordinals[text] ?? ordinalTens[text]
  return value === undefined ? undefined : { value, next: from + 1 }
}

function readWhole(tokens: readonly Token[], from: number): Worded | undefined {
  let at = from
  const article = tokens[at]?.text
  if ((article === 'a' || article === 'an') && isScale(tokens[at + 1]?.text)) at++
  let total = 0
  let isRead = false
  for (;;) {
    const word = tokens[at]?.text ?? ''
    const value = small[word] ?? tens[word] ?? collective[word]
    if (value !== undefined && !(isRead && !follows(total, value))) {
      total += value
      at = afterDash(tokens, at + 1)
    } else if (word === 'hundred' || word === 'thousand') {
      total = (isRead ? total : 1) * (word === 'hundred' ? 100 : 1000)
      at = afterDash(tokens, at + 1)
      if (tokens[at]?.text === 'and' && isSmall(tokens[at + 1]?.text)) at++
    } else break
    isRead = true
  }
  if (!isRead) return undefined
  if (tokens[at]?.text === 'of' && isCollective(tokens[at - 1]?.text)) at++
  return { value: total, decimals: 0, next: at }
}

function isScale(text = ''): boolean {
  return text === 'hundred' || text === 'thousand' || isCollective(text)
}
function isCollective(text = ''): boolean {
  return text === 'couple' || text === 'pair' || text === 'dozen'
}
function isSmall(text = ''): boolean {
  return small[text] !== undefined || tens[text] !== undefined
}
/** After "twenty" a "two" goes on, after "two" nothing does. */
function follows(total: number, value: number): boolean {
  return (total % 100 >= 20 && total % 10 === 0 && value < 10) || (total > 0 && total % 100 === 0)
}

function afterDash(tokens: readonly Token[], at: number): number {
  return tokens[at]?.text === '-' && tokens[at + 1]?.type === 'word' ? at + 1 : at
}

function readPoint(tokens: readonly Token[], whole: Worded): Worded | undefined {
  if (tokens[whole.next]?.text !== 'point') return undefined
  let digits = ''
  let at = whole.next + 1
  for (; ; at++) {
    const text = tokens[at]?.text ?? ''
    const digit = text === 'oh' || text === 'nought' ? 0 : small[text]
    if (digit === undefined || digit > 9) break
    digits += String(digit)
  }
  if (digits === '') return undefined
  return { value: Number(`${whole.value}.${digits}`), decimals: digits.length, next: at }
}

function readAndAHalf(tokens: readonly Token[], whole: Worded): Worded | undefined {
  const [and, a, half] = tokens.slice(whole.next, whole.next + 3).map(({ text }) => text)
  if (and !== 'and' || a !== 'a' || half !== 'half') return undefined
  return { value: whole.value + 0.5, decimals: 1, next: whole.next + 3 }
}
