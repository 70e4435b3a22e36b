import { capital, type Claim, hasWay, type SeenFact, sentencesOf } from './lying-claims-fixture.ts'

/** A sentence that the server says; its claim where the test has to judge whether it is true. */
export type Planted = {
  readonly text: string
  /** How it was made: 'other-car', 'digits', … */
  readonly trick: string
  readonly claim?: Claim
  readonly compared?: Compared
}

/** That the value of one fact is above that of another, by their labels. */
export type Compared = { readonly above: string; readonly below: string }

/** Whole numbers from 0 up to below `below`, the same for the same seed. */
export type Dice = (below: number) => number

/** Mulberry32. */
export function createDice(seed: number): Dice {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

export type Lies = {
  readonly facts: readonly SeenFact[]
  readonly me: string | undefined
  /** What tracks are called that the question is not about. */
  readonly tracks: readonly string[]
  readonly dice: Dice
}

export function one<T>(dice: Dice, list: readonly T[]): T {
  const chosen = list[dice(list.length)]
  if (chosen === undefined) throw new RangeError('nothing to choose from')
  return chosen
}

/** What a fact says, cited or typed; which way it goes is not in the prompt, so that is thrown. */
function claimOf(fact: SeenFact, dice: Dice): Claim {
  const { cite, text, ...about } = fact
  const way = hasWay(fact.figure) ? ({ way: one(dice, ['more', 'less'] as const) } as const) : {}
  return { ...about, ...way, value: dice(2) === 0 ? `[${cite}]` : text }
}

type Twist = (claim: Claim, fact: SeenFact, lies: Lies) => Claim | string | undefined

const parts = [1, 2, 3].flatMap((number) =>
  ['', ' up to the mid loop', ' from the mid loop on'].map((half) => `Section ${number}${half}`),
)
const tails = [
  'which is the best of the field',
  'more than anyone else',
  'because of late braking',
  'due to worn tyres',
  'on every lap',
  'and car 46 is slower there',
  'and you are improving',
  'so it stands out',
  'the most of all sections',
  'as you were held up',
  'which is half of your loss',
  'twice as much as car 22',
  'and the track got quicker',
  'in the wet',
  'which won you the race',
  'under yellow',
]
const guesses = ['Hypothesis: ', 'Perhaps ', 'Maybe ', 'It may be that ']
const invented = ['[F99]', '[F0]', '[F1000]', '[3]', '[f3]', '(F3)', '[F3, F4]', '[G1]', '[F1']
const units = ['ms', '%', 'km/h', '°C', 'tenths', 'laps', 'places', 'hours', 'm']

/** Each turns what is true into what is not; some do not fit some facts. */
const twists: Readonly<Record<string, Twist>> = {
  'as it is': (claim) => claim,
  'other value': (claim, _fact, { facts, dice }) => {
    const { cite, text } = one(dice, facts)
    return { ...claim, value: dice(2) === 0 ? `[${cite}]` : text }
  },
  'other value of its kind': (claim, fact, { facts, dice }) => {
    const alike = facts.filter(({ text }) => shapeOf(text) === shapeOf(fact.text))
    const { cite, text } = one(dice, alike)
    return { ...claim, value: dice(2) === 0 ? `[${cite}]` : text }
  },
  'other car': (claim, _fact, { facts, dice }) => {
    const cars = facts.flatMap(({ car }) => car ?? [])
    return claim.car === undefined ? undefined : { ...claim, car: one(dice, [...cars, '31', '46']) }
  },
  'other lap': (claim, _fact, { dice }) =>
    claim.lap === undefined ? undefined : { ...claim, lap: claim.lap + 1 + dice(9) },
  'lap put in': (claim, fact, { facts, dice }) => {
    const lap = 2 + dice(20)
    const isOne = fact.text.startsWith('lap') || facts.some(({ text }) => text === `lap ${lap}`)
    return claim.lap === undefined && !isOne ? { ...claim, lap } : undefined
  },
  'other part': (claim, _fact, { dice }) =>
    claim.part === undefined ? undefined : { ...claim, part: one(dice, parts) },
  'part left out': ({ part, ...rest }) => (part?.startsWith('S') ? rest : undefined),
  'other figure': (claim, fact, { facts, dice }) => {
    const figures = facts.filter(
      ({ text, car }) =>
        shapeOf(text) === shapeOf(fact.text) && (car === undefined) === (fact.car === undefined),
    )
    const { figure } = one(dice, figures)
    return { ...claim, figure, ...(hasWay(figure) && { way: claim.way ?? 'more' }) }
  },
  'turned way': (claim) =>
    claim.way && { ...claim, way: claim.way === 'more' ? ('less' as const) : ('more' as const) },
  digits: (claim, fact, { dice }) =>
    /\d/.test(fact.text) ? { ...claim, value: otherDigits(fact.text, dice) } : undefined,
  'other unit': (claim, fact, { dice }) => {
    const number = /^[\d.]+/.exec(fact.text)?.[0]
    const unit = one(dice, units)
    // "17 laps" may be what a bare 17 counts.
    const isCount = /^\d+$/.test(fact.text) && /laps|places/.test(unit)
    const isSame = number === undefined || isCount || fact.text === `${number} ${unit}`
    return isSame ? undefined : { ...claim, value: `${number} ${unit}` }
  },
}

/** Lies whatever the facts are: a claim in a frame that makes it one. */
const frames: Readonly<Record<string, (sentence: string, lies: Lies) => string | undefined>> = {
  tail: (sentence, { dice, me }) => {
    const tail = one(dice, tails)
    const isOfItself = tail.includes('car 46') && (me === '46' || sentence.includes('ar 46'))
    return isOfItself ? undefined : sentence.replace(/\.$/, `, ${tail}.`)
  },
  guess: (sentence, { dice }) => one(dice, guesses) + small(sentence),
  'not so': (sentence) => sentence.replace(/ (is|are|was)(?= )(?!.* (?:is|are|was) )/, ' $1 not'),
  'invented citation': (sentence, { dice }) =>
    /\[F\d+\]/.test(sentence) ? sentence.replace(/\[F\d+\]/, one(dice, invented)) : undefined,
  'other race': (sentence, { tracks, dice }) =>
    tracks.length === 0 ? undefined : `At ${one(dice, tracks)} ${small(sentence)}`,
  'nobody does': (sentence) =>
    sentence.startsWith('You are ') ? sentence.replace('You are', 'Nobody is') : undefined,
  doubled: (sentence) => sentence.replace(/ (\[F\d+\]|[\d:.]+ s)/, ' twice $1'),
}

/** A sentence with one trick played on one fact; undefined where the trick does not fit it. */
export function plant(trick: string, lies: Lies): Planted | undefined {
  const { facts, me, dice } = lies
  const fact = one(dice, facts)
  const claim = claimOf(fact, dice)
  const frame = frames[trick]
  if (frame !== undefined) {
    // A guess may name laps, cars and sections.
    if (trick === 'guess' && !/^[\dP]/.test(fact.text)) return undefined
    // "Not off" is true of who is ahead.
    if (trick === 'not so' && claim.way !== undefined) return undefined
    const sentence = one(dice, sentencesOf(claim, me))
    const text = frame(sentence, lies)
    return text === undefined || text === sentence ? undefined : { text: capital(text), trick }
  }
  const twisted = twists[trick]?.(claim, fact, lies)
  if (twisted === undefined || typeof twisted === 'string') return undefined
  return { text: one(dice, sentencesOf(twisted, me)), trick, claim: twisted }
}

function small(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
}

export const tricks: readonly string[] = [...Object.keys(twists), ...Object.keys(frames)]

function shapeOf(text: string): string {
  return text.replaceAll(/\d+/g, '0').replaceAll(/\b\w(st|nd|rd|th)\b/g, '0th')
}

/** One digit another, one more behind, one more before, or two that changed places. */
function otherDigits(text: string, dice: Dice): string {
  const at = one(
    dice,
    Array.from(text.matchAll(/\d/g), ({ index }) => index),
  )
  const digit = Number(text.charAt(at))
  const another = String((digit + 1 + dice(9)) % 10)
  switch (dice(3)) {
    case 0:
      return text.slice(0, at) + another + text.slice(at + 1)
    case 1:
      return text.slice(0, at + 1) + another + text.slice(at + 1)
    default:
      return `${1 + dice(9)}${text.slice(text.search(/\d/))}`
  }
}
