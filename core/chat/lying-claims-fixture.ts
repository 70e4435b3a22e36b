/** A fact as a model sees it in the prompt, its label taken apart; by which the test judges too. */
export type SeenFact = {
  /** 'F3' */
  readonly cite: string
  readonly text: string
  readonly car?: string
  readonly lap?: number
  /** 'Section 2', 'Section 2 up to the mid loop', 'lap' */
  readonly part?: string
  /** What is left of the label: 'pace gap to the quick quarter'. */
  readonly figure: string
}

/** What a sentence says: whose figure, when, where, how much, which way. */
export type Claim = Omit<SeenFact, 'cite' | 'text'> & {
  /** '[F3]' or as it is typed. */
  readonly value: string
  readonly way?: 'more' | 'less'
}

const partName =
  /(?:^|, )(Section \d(?: up to the mid loop| from the mid loop on)?|(?:the )?lap)(?=$|, |: )/

export function seenFact(cite: string, label: string, text: string): SeenFact {
  const [, car, lapOfCar, afterCar] = /^Car ([^\s,:]+)(?:, lap (\d+))?(.*)$/s.exec(label) ?? []
  const rest = (afterCar ?? label).replace(/^(?:: |, (?=Section))/, '')
  const part = partName.exec(rest)?.[1]?.replace('the lap', 'lap')
  const lap = lapOfCar ?? / on lap (\d+)\b/.exec(rest)?.[1]
  return {
    cite,
    text,
    ...(car !== undefined && { car }),
    ...(lap !== undefined && { lap: Number(lap) }),
    ...(part !== undefined && { part }),
    figure: rest
      .replace(partName, '')
      .replace(/ on lap \d+\b/, '')
      .replace(/^: /, ''),
  }
}

/** The facts of a prompt, from its list. */
export function factsOfPrompt(prompt: string): readonly SeenFact[] {
  return listed(prompt).filter(
    ({ figure, text }) =>
      !onlyNames.has(figure) && (isSaid(figure) || sayable.test(figure)) && value.test(text),
  )
}

/** Labels that make a sentence as they stand, of one car alone. */
const sayable =
  /^(?! |places|cars|laps|where|how|what|who)(?!.*(?:change of places|of a phase| that | in the order|the one before| it$))[A-Za-z -]+$/i
const value = /^(?!.*\.(?:\s|$)).*\d/

/** They say of whom, not what. */
const onlyNames = new Set([
  'the car',
  'its number',
  'A section that was timed',
  'Number of the race in its weekend',
])

function listed(prompt: string): readonly SeenFact[] {
  const list = prompt.slice(prompt.lastIndexOf('FACTS'), prompt.lastIndexOf('DRAFT'))
  return Array.from(list.matchAll(/^\[(F\d+)\] (.*?): ([^:\n]*(?::\d\d.*)?)$/gm), (found) => {
    const [, cite = '', label = '', text = ''] = found
    return seenFact(cite, label, text)
  })
}

/** How the figures that have a way of their own are said; the others by their label. */
const waysOf: Readonly<Record<string, Readonly<Record<'more' | 'less', readonly string[]>>>> = {
  'pace gap to the quick quarter': {
    more: ['off the quick quarter', 'slower than the quick quarter'],
    less: ['ahead of the quick quarter', 'quicker than the quick quarter'],
  },
  'gap to the own best': {
    more: ['off your own best', 'slower than your own best'],
    less: ['quicker than your own best'],
  },
  'gap to the composite': { more: ['off the composite'], less: ['quicker than the composite'] },
  'best lap against the composite': {
    more: ['off the composite on your best lap'],
    less: ['quicker than the composite on your best lap'],
  },
}

/** Whether a driver's way of saying the figure is known here. */
export function isSaid(figure: string): boolean {
  return hasWay(figure) || sayings[figure] !== undefined
}

export function hasWay(figure: string): boolean {
  return waysOf[figure] !== undefined
}

type Say = (who: { readonly is: string; readonly has: string }, value: string) => readonly string[]
const sayings: Readonly<Record<string, Say>> = {
  'rank of the pace': ({ has }, value) => [`${has} pace is ${value}`, `${has} pace ranks ${value}`],
  'official position': ({ is, has }, value) => [
    `${is.replace(/ (are|is)$/, '')} finished ${value}`,
    `${has} official position is ${value}`,
  ],
  'position at the line': ({ is }, value) => [`${is} ${value} at the line`],
  'best lap': ({ has }, value) => [`${has} best lap was ${value}`, `${has} best lap is ${value}`],
  'best lap, which': ({ has }, value) => [`${has} best lap was ${value}`],
  'median of green laps': ({ has }, value) => [
    `${has} median lap is ${value}`,
    `${has} median over green laps is ${value}`,
  ],
  'mean of green laps': ({ has }, value) => [`${has} average lap is ${value}`],
  'ideal lap, the best sections of all laps': ({ has }, value) => [`${has} ideal lap is ${value}`],
  'the lap, as driven': ({ has }, value) => [`${has} lap was ${value}`],
  'as driven': ({ has }, value) => [`${has} lap time was ${value}`],
  'speed at the trap': ({ has }, value) => [
    `${has} top speed was ${value}`,
    `${has} speed at the trap was ${value}`,
  ],
  'pace, the track taken out': ({ has }, value) => [`${has} pace is ${value}`],
  'consistency score': ({ has }, value) => [`${has} consistency score is ${value}`],
  'nearest quicker car: which': ({ has }, value) => [`${has} nearest quicker car is ${value}`],
  'green laps': ({ is }, value) => [`${is.replace(/ (are|is)$/, '')} drove ${value} green laps`],
}

/** The ways in which a claim may be put, `me` being the car that "you" is. */
export function sentencesOf(claim: Claim, me: string | undefined): readonly string[] {
  const { car, lap, part, figure, value, way } = claim
  const where = part === undefined ? '' : part === 'lap' ? 'over the lap' : `in ${part}`
  const when = lap === undefined ? '' : `on lap ${lap}`
  const place = [when, where].filter((one) => one !== '').join(' ')
  return whos(car, me).flatMap((who) => {
    const ways = way === undefined ? undefined : waysOf[figure]?.[way]
    const cores = ways?.map((one) => `${who.is} ${value} ${one}`) ??
      sayings[figure]?.(who, value) ?? [`${who.has} ${plain(figure)} is ${value}`]
    return cores.flatMap((core) =>
      place === ''
        ? [`${capital(core)}.`]
        : [
            `${capital(place)} ${core}.`,
            `${capital(core)} ${place}.`,
            `${capital(place)}, ${core}.`,
          ],
    )
  })
}

/** 'The fastest lap really driven' → 'fastest lap really driven' */
function plain(figure: string): string {
  const words = figure.replace(/^(?:the |a |an )/i, '')
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`
}

function whos(car: string | undefined, me: string | undefined) {
  if (car === undefined) return [{ is: 'it is', has: 'the' }]
  const named = { is: `car ${car} is`, has: `car ${car}'s` }
  return car === me ? [{ is: 'you are', has: 'your' }, named] : [named]
}

export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
