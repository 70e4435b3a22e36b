import type { MadeUpRace } from './made-up-race-fixture.ts'

/** A piece of a sentence: what is true, and what would be a lie in its place. */
type Piece = { readonly truth: string; readonly lies: readonly string[] }
const piece = (truth: string, ...lies: readonly string[]): Piece => ({
  truth,
  lies: lies.filter((lie) => lie !== truth),
})

const rounded = (value: number, decimals: number) =>
  (Math.floor(Math.abs(value) * 10 ** decimals + 0.5) / 10 ** decimals).toFixed(decimals)
/** The last digit is another. */
const misread = (digits: string) =>
  [1, 3, 6].map((step) => digits.slice(0, -1) + String((Number(digits.at(-1)) + step) % 10))
const citesBut = (label: string) =>
  ['F1', 'F2', 'F3', 'F6', 'F11', 'F12', 'F15', 'F16', 'F99']
    .filter((one) => one !== label)
    .map((one) => `[${one}]`)

/** Lies: other digits, a longer rounding, another unit, another fact's label, a label of nothing. */
function time(ms: number, decimals: number, label: string): Piece {
  const text = rounded(ms / 1000, decimals)
  const digits = [...misread(text), `1${text}`, `${rounded(ms / 1000, 3)}9`]
  const units = ['ms', '%', 'km/h', '°C', 'tenths', 'laps'].map((unit) => `${text} ${unit}`)
  return piece(`${text} s`, ...digits.map((wrong) => `${wrong} s`), ...units, ...citesBut(label))
}
function cite(label: string): Piece {
  return piece(`[${label}]`, ...citesBut(label))
}
function lapTime(ms: number, label: string): Piece {
  const text = `${Math.floor(ms / 60_000)}:${rounded((ms % 60_000) / 1000, 3).padStart(6, '0')}`
  return piece(text, ...misread(text), `${text}1`, `2${text}`, ...citesBut(label))
}
const lap = (number: number) =>
  piece(`lap ${number}`, `lap ${number + 1}`, `lap ${number + 40}`, 'lap 1', 'lap one', 'lap forty')
const section = (number: number, ...also: readonly string[]) =>
  piece(
    `Section ${number}`,
    ...[1, 2, 3, 4].flatMap((one) => (one === number ? [] : [`Section ${one}`, `S${one}`])),
    `Section ${number}a`,
    ...also,
  )
const car = (number: string) =>
  piece(`car ${number}`, ...['12', '13', '22', '51', '93', '151', '052'].map((one) => `car ${one}`))
const way = (isAbove: boolean, bad: string, good: string) =>
  isAbove ? piece(bad, good, `not ${bad}`) : piece(good, bad, `not ${good}`)
const nth = (rank: number) => {
  const ends = ['th', 'st', 'nd', 'rd']
  return `${rank}${rank > 3 && rank < 21 ? 'th' : (ends[rank % 10] ?? 'th')}`
}

export type Told = readonly (string | Piece)[]
const told = (words: readonly string[], ...pieces: readonly Piece[]): Told =>
  words.flatMap((word, index) => [word, pieces[index] ?? ''])

export function gapSentences(one: MadeUpRace): readonly Told[] {
  return ([1, 2, 3] as const).flatMap((number) => {
    const ms = one[`s${number}`] + 0.25
    const off = way(ms > 0, 'off', 'ahead of')
    const slow = way(ms > 0, 'slower than', 'quicker than')
    const quick = way(ms > 0, 'quicker', 'slower')
    const quarter = piece('the quick quarter', 'the composite', 'your own best', 'car 22', 'car 51')
    const label = `F${number}`
    const you = piece('You are', 'Car 22 is')
    return [
      told`In ${section(number)} you are ${time(ms, 3, label)} ${off} ${quarter}.`,
      told`${you} ${time(ms, 2, label)} ${slow} ${quarter} in ${section(number)}.`,
      told`In ${section(number)}, you are ${cite(label)} ${off} ${quarter}.`,
      told`The quick quarter is ${cite(label)} ${quick} than you in ${section(number)}.`,
    ]
  })
}

export function rivalSentences(one: MadeUpRace): readonly Told[] {
  const by = (decimals: number) => time(one.quickerMs, decimals, 'F10')
  const quicker = piece('quicker', 'slower', 'not quicker')
  const slower = piece('slower', 'quicker', 'faster', 'not slower')
  const isRival = piece('Car 51 is', 'Car 22 is', 'You are')
  const you = piece('you', 'car 51', 'car 93')
  const lap5 = piece('lap 5', 'lap 6', 'lap 15', 'lap four')
  const lost = piece('lost', 'won', 'gained')
  const places = piece(String(one.lost), String(one.lost + 1), `1${one.lost}`)
  return [
    told`Watch ${car('51')} on ${lap(one.watchLap)} in ${section(2)}: ${by(3)} ${quicker} there.`,
    told`You are ${by(2)} ${slower} than ${car('51')} in ${section(2)}.`,
    told`${isRival} ${cite('F10')} quicker than ${you} in ${section(2)}.`,
    told`Your median of ${cite('F11')} is ${slower} than the ${cite('F12')} of ${car('22')}.`,
    told`On ${lap5} you ${lost} ${places} places, to ${car('93')}.`,
  ]
}

export function figureSentences(one: MadeUpRace): readonly Told[] {
  const ranks = [0, 1, 2, 5, -1].map((step) => nth(one.rank + step))
  const [rank = '', ...otherRanks] = ranks
  const cars = piece('22', '21', '23', '12', '2')
  const best = piece('best', 'ideal', 'median', 'average')
  const trap = one.trapKph.toFixed(1)
  const inKph = [trap, ...misread(trap), `${trap}5`].map((digits) => `${digits} km/h`)
  const speed = piece(inKph[0] ?? '', ...inKph, `${trap} mph`, `${trap} s`, ...citesBut('F15'))
  const air = one.airC.toFixed(1)
  const inC = [air, ...misread(air), `${air}0`].map((digits) => `${digits} °C`)
  const warm = piece(inC[0] ?? '', ...inC, `${air} °F`, `${air} %`)
  return [
    told`In ${section(2)} your pace is ${piece(rank, ...otherRanks)} of ${cars} cars.`,
    told`Your ${best} lap was ${lapTime(one.bestMs, 'F6')} on ${lap(one.bestLap)}.`,
    told`On ${lap(one.bestLap)} your top speed was ${speed}.`,
    told`The ${piece('air', 'humidity', 'wind')} was ${warm} on average.`,
  ]
}

export const truthOf = (sentence: Told) =>
  sentence.map((one) => (typeof one === 'string' ? one : one.truth)).join('')

/** The sentence with one of its pieces turned into each of its lies. */
export function liesOf(sentence: Told): readonly string[] {
  return sentence.flatMap((one, at) =>
    typeof one === 'string' ? [] : one.lies.map((lie) => truthOf(sentence.with(at, lie))),
  )
}
