import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Fact } from '../fact.ts'
import { checkAgainst } from './check-sentence.ts'
import { barberScope, factFor, labelled, patternFact } from './fixtures.ts'
import { knownFrom } from './known.ts'

const farApart = (values: readonly number[]) =>
  values.every((a, i) =>
    values.every((b, j) => i === j || Math.abs(Math.abs(a) - Math.abs(b)) > 120),
  )

const gap = fc.integer({ min: -1900, max: 1900 }).filter((ms) => Math.abs(ms) > 60)
const tenths = (min: number, max: number) => fc.integer({ min, max }).map((value) => value / 10)

/** A race of car 13 with figures of its own, made up anew each time. */
const world = fc
  .record({
    s1: gap,
    s2: gap,
    s3: gap,
    rank: fc.integer({ min: 3, max: 19 }),
    bestMs: fc.integer({ min: 80_000, max: 99_000 }),
    bestLap: fc.integer({ min: 2, max: 12 }),
    watchLap: fc.integer({ min: 14, max: 27 }),
    quickerMs: fc.integer({ min: 70, max: 1900 }),
    ownMedianMs: fc.integer({ min: 105_000, max: 109_000 }),
    otherMedianMs: fc.integer({ min: 100_000, max: 104_000 }),
    lost: fc.integer({ min: 2, max: 9 }),
    trapKph: tenths(1500, 1999),
    airC: tenths(200, 390),
  })
  .filter(({ s1, s2, s3, quickerMs }) => farApart([s1, s2, s3, quickerMs]))
type World = typeof world extends fc.Arbitrary<infer T> ? T : never

function factsOf(one: World): readonly Fact[] {
  return [
    patternFact('13', 'sections.s1.paceGapMs', 'gap', one.s1 + 0.25),
    patternFact('13', 'sections.s2.paceGapMs', 'gap', one.s2 + 0.25),
    patternFact('13', 'sections.s3.paceGapMs', 'gap', one.s3 + 0.25),
    patternFact('13', 'sections.s2.paceRank', 'rank', one.rank),
    patternFact('13', 'sections.s2.paceOf', 'count', 22), // F5
    patternFact('13', 'bestLap.lapTimeMs', 'lap-time', one.bestMs),
    patternFact('13', 'bestLap.lap', 'lap', one.bestLap),
    patternFact('13', 'sections.s2.watch.car', 'car', '51'),
    patternFact('13', 'sections.s2.watch.lap', 'lap', one.watchLap),
    patternFact('13', 'sections.s2.watch.quickerByMs', 'gap', one.quickerMs), // F10
    patternFact('13', 'clean.medianMs', 'lap-time', one.ownMedianMs),
    patternFact('22', 'clean.medianMs', 'lap-time', one.otherMedianMs),
    patternFact('13', 'laps.5.placesLost', 'places', one.lost),
    patternFact('13', 'laps.5.lostTo.0', 'car', '93'),
    patternFact('13', `laps.${one.bestLap}.topSpeedKph`, 'speed', one.trapKph), // F15
    factFor(
      'ml_weather_recommendations/barber-r1#variables.airTempC.mean',
      'temperature',
      one.airC,
    ),
  ]
}

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
    ...[1, 2, 3, 4].filter((one) => one !== number).flatMap((one) => [`Section ${one}`, `S${one}`]),
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

type Sentence = readonly (string | Piece)[]

function gapSentences(one: World): readonly Sentence[] {
  return ([1, 2, 3] as const).flatMap((number) => {
    const ms = one[`s${number}`] + 0.25
    const off = way(ms > 0, 'off', 'ahead of')
    const slow = way(ms > 0, 'slower than', 'quicker than')
    const quarter = piece('the quick quarter', 'the composite', 'your own best', 'car 22', 'car 51')
    const label = `F${number}`
    return [
      ['In ', section(number), ' you are ', time(ms, 3, label), ' ', off, ' ', quarter, '.'],
      [
        piece('You are', 'Car 22 is'),
        ' ',
        time(ms, 2, label),
        ' ',
        slow,
        ' ',
        quarter,
        ' in ',
        section(number),
        '.',
      ],
      ['In ', section(number), ', you are ', cite(label), ' ', off, ' ', quarter, '.'],
      [
        'The quick quarter is ',
        cite(label),
        ' ',
        way(ms > 0, 'quicker', 'slower'),
        ' than you in ',
        section(number),
        '.',
      ],
    ]
  })
}

function otherSentences(one: World): readonly Sentence[] {
  const rank = piece(
    nth(one.rank),
    ...[1, 2, 5].map((step) => nth(one.rank + step)),
    nth(one.rank - 1),
  )
  const trap = one.trapKph.toFixed(1)
  return [
    [
      'In ',
      section(2),
      ' your pace is ',
      rank,
      ' of ',
      piece('22', '21', '23', '12', '2'),
      ' cars.',
    ],
    [
      'Your ',
      piece('best', 'ideal', 'median', 'average'),
      ' lap was ',
      lapTime(one.bestMs, 'F6'),
      ' on ',
      lap(one.bestLap),
      '.',
    ],
    [
      'Watch ',
      car('51'),
      ' on ',
      lap(one.watchLap),
      ' in ',
      section(2),
      ': ',
      time(one.quickerMs, 3, 'F10'),
      ' ',
      piece('quicker', 'slower', 'not quicker'),
      ' there.',
    ],
    [
      'You are ',
      time(one.quickerMs, 2, 'F10'),
      ' ',
      piece('slower', 'quicker', 'faster'),
      ' than ',
      car('51'),
      ' in ',
      section(2),
      '.',
    ],
    [
      piece('Car 51 is', 'Car 22 is', 'You are'),
      ' ',
      cite('F10'),
      ' quicker than ',
      piece('you', 'car 51', 'car 93'),
      ' in ',
      section(2),
      '.',
    ],
    [
      'Your median of ',
      cite('F11'),
      ' is ',
      piece('slower', 'quicker', 'not slower'),
      ' than the ',
      cite('F12'),
      ' of ',
      car('22'),
      '.',
    ],
    [
      'On ',
      piece('lap 5', 'lap 6', 'lap 15', 'lap four'),
      ' you ',
      piece('lost', 'won', 'gained'),
      ' ',
      piece(String(one.lost), String(one.lost + 1), `1${one.lost}`),
      ' places, to ',
      car('93'),
      '.',
    ],
    [
      'On ',
      lap(one.bestLap),
      ' your top speed was ',
      piece(
        `${trap} km/h`,
        ...misread(trap).map((wrong) => `${wrong} km/h`),
        `${trap}5 km/h`,
        `${trap} mph`,
        `${trap} s`,
        ...citesBut('F15'),
      ),
      '.',
    ],
    [
      'The ',
      piece('air', 'humidity', 'wind'),
      ' was ',
      piece(
        `${one.airC.toFixed(1)} °C`,
        ...misread(one.airC.toFixed(1)).map((wrong) => `${wrong} °C`),
        `${one.airC.toFixed(1)} °F`,
        `${one.airC.toFixed(2)} °C`,
      ),
      ' on average.',
    ],
  ]
}

const truthOf = (sentence: Sentence) =>
  sentence.map((one) => (typeof one === 'string' ? one : one.truth)).join('')

/** The sentence with one of its pieces turned into each of its lies. */
function liesOf(sentence: Sentence): readonly string[] {
  return sentence.flatMap((one, at) =>
    typeof one === 'string' ? [] : one.lies.map((lie) => truthOf(sentence.with(at, lie))),
  )
}

test('true sentences pass, and none of thousands that differ in one number, name or word', () => {
  let lies = 0
  fc.assert(
    fc.property(world, (one) => {
      const known = knownFrom(labelled(factsOf(one)), barberScope)
      for (const sentence of [...gapSentences(one), ...otherSentences(one)]) {
        const truth = truthOf(sentence)
        expect([truth, checkAgainst(truth, known)]).toMatchObject([truth, { passed: true }])
        for (const lie of liesOf(sentence)) {
          lies++
          expect([lie, checkAgainst(lie, known)]).toMatchObject([lie, { passed: false }])
        }
      }
    }),
    { seed: 20_250_906, numRuns: 60 },
  )
  expect(lies).toBeGreaterThan(10_000)
}, 30_000)
