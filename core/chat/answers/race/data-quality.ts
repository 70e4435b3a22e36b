import { countCited } from '#core/composer/cited-names.ts'
import type { CoachedCar, CoachedRace } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import type { Verdict } from '../yes-no.ts'
import type { Ask } from '../../draft.ts'
import { saysMe } from '../../first-person.ts'
import { raceNamed } from '../in-race.ts'
import { aboutRace, type RaceTelling, type Written } from '../telling.ts'
import { dataOfCar, lapOfCar } from './data-of-car.ts'
import { notesOfLap } from './lap-notes.ts'

const notesNamed = 3
const notesOfTopic = 2

/** What is missing or odd in the data of a race, and what that means. */
export const dataQuality = aboutRace((telling) => {
  const { ask, race } = telling
  const ofCar = dataOfCar(telling) ?? lapOfCar(telling)
  if (ofCar !== undefined) return ofCar
  const text = ask.part.text.toLowerCase()
  const notes = race.race.dataQuality
    .map((one, index) => ({ ...one, index }))
    .toSorted((a, b) => weightOf(a.code) - weightOf(b.code))
  const wanted = topics.find(([pattern]) => pattern.test(text))?.[1]
  const fitting =
    wanted === undefined
      ? notes
      : notes.filter(({ code }) => wanted.some((part) => isOf(code, part)))
  const mine = ofOwn(ask, fitting)
  const shown = (mine.length > 0 ? mine : fitting).slice(
    0,
    wanted === undefined ? notesNamed : notesOfTopic,
  )
  const { lap } = ask.part.scope
  const named = /\b(?:same|one car|two cars)\b/.test(text) ? carsIn(text, telling) : []
  if (named.length > 1) return areTwo(race, named)
  const ofLap = lap === undefined ? [] : notesOfLap(race, lap)
  if (ofLap.length > 0)
    return {
      sentences: ofLap,
      asked: race.race.dataQuality.flatMap(({ laps }, index) =>
        laps.some((one) => one.lap === lap) ? [race.ofRace(`dataQuality.${index}.text`)] : [],
      ),
      suggestions: ['Why do some of my laps not count?'],
    }
  if (shown.length === 0)
    return nothingNoted(race, wanted === undefined || notes.length === 0, isSoAsNothingLacks(text))
  const more = fitting.length - shown.length
  const told = shown.map(({ index }) => exact(race.ofRace(`dataQuality.${index}.text`)))
  const [first, ...others] = told
  return {
    verdict: verdictOf(text, race, wanted !== undefined),
    sentences: [
      wanted === undefined
        ? fact`This is noted of the data of ${raceNamed(race)}${more > 0 ? ', the weightiest first; there is more with the race on the screen' : ''}.`
        : fact`${raceNamed(race)}: ${first ?? ''}`,
      ...(wanted === undefined ? told : others).map((one) => fact`${one}`),
      isWhy.test(text) ? note`The files show what is missing, not why.` : undefined,
    ],
    asked: shown.map(({ index }) => race.ofRace(`dataQuality.${index}.text`)),
    suggestions: ['Why do some of my laps not count?', 'Did they take one of my laps?'],
  }
})

/** "Why do I have so little data?": what is noted of that car. */
function ofOwn<T extends { readonly text: string }>({ part }: Ask, notes: readonly T[]) {
  const { car } = part.scope
  if (car === undefined || !saysMe(part.text)) return []
  return notes.filter(({ text }) => new RegExp(`\\bCars?\\b[^.]*\\b${car}\\b`).test(text))
}

const isWhy = /^(?:and |but |so )?(?:why|how come)\b/

/** "Is there a top speed here?", "do all my laps have sections?": asked of what is there, not of what is missing. */
const isThere =
  /^(?!.*\b(?:missing|wrong|lost|gaps?|fail\w*|problems?|issues?|odd|weird|not|no|without|two|2)\b).*(?:\b(?:is|are|was|were) there\b|\b(?:do|does|did) (?:we|i|you|all|my|they|the|every)\b.*\b(?:have|got|measure\w*|exist)\b|\bhave (?:we|you|i) got\b|\b(?:measured|available|working)\b|\bcan i see\b)/

const isSoAsNothingLacks = (text: string) =>
  isThere.test(text) || isSound.test(text) || /\b(?:official|final|complete)\b/.test(text)

function verdictOf(text: string, { race }: CoachedRace, isTopic: boolean): Verdict | undefined {
  if (/\b(?:official|final)\b/.test(text)) return race.classification === 'official'
  if (/\b(?:complete|all there|clean)\b/.test(text)) return false
  if (isTopic && isThere.test(text)) return false
  if (isSound.test(text)) return 'mostly'
  return isTopic || isFault.test(text) ? true : undefined
}

const isFault =
  /\b(?:missing|miss(?:ed)?|wrong|lost|gaps?|fail\w*|problems?|issues?|odd|weird|faults?|errors?|incomplete|broken|bad|anything)\b/

/** The cars whose numbers stand in a text, zeros and all. */
const carsIn = (text: string, { race, carIn }: RaceTelling): readonly CoachedCar[] =>
  [...new Set(text.match(/\b\d{1,3}\b/g))].flatMap((number) => {
    const car = race.race.cars.find((one) => one.car === number)?.car
    return car === undefined ? [] : (carIn(car) ?? [])
  })

/** "Is 03 the same as 3?": numbers are taken as printed. */
function areTwo(race: CoachedRace, cars: readonly CoachedCar[]): Written {
  const told = cars.map((car): Piece => [
    exact(car.own('car')),
    ' with ',
    countCited(car.own('lapsDone'), 'lap'),
  ])
  return {
    verdict: false,
    sentences: [
      fact`They are two cars in ${raceNamed(race)}: ${listed(told)}; a number counts as it is printed, zeros and all.`,
    ],
    asked: cars.map((car) => car.own('car')),
    suggestions: ['Which cars were in this race?'],
  }
}

const rowsOf = (race: CoachedRace) =>
  fact`${raceNamed(race)} holds ${exact(race.ofRace('laps'))} laps and ${exact(race.ofRace('sectionTimes'))} section times.`

function nothingNoted(race: CoachedRace, isAtAll: boolean, isAskedThere: boolean): Written {
  return {
    verdict: isAskedThere,
    sentences: [
      isAtAll
        ? fact`Nothing is noted as missing in ${raceNamed(race)}.`
        : fact`Nothing of that kind is noted as missing in ${raceNamed(race)}.`,
      rowsOf(race),
    ],
    asked: [race.ofRace('laps')],
    suggestions: ['What can I ask?', 'Did the weather matter?'],
  }
}

/** "Can I trust the timing?": what is there is right; what is missing is said. */
const isSound = /\b(?:ok|okay|good|fine|reliable|accurate|trust\w*|right|correct|solid)\b/

/** What touches most figures first; sensors and lists last. */
const weights = [
  'invented',
  'rows-refused',
  'no-weather',
  'sections',
  'trap-speed',
  'laps-missing',
  'no-results',
  'provisional',
  'alike',
  'few-clean',
]

function weightOf(code: string): number {
  const at = weights.findIndex((part) => code.includes(part))
  return at < 0 ? weights.length : at
}

/** Of whole sections, not of their halves. */
const isOf = (code: string, part: string) =>
  code.includes(part) && (part !== 'sections' || code === 'sections-missing')

const topics: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /\bsame (?:car )?numbers?\b|\btwice\b|\bduplicat|\balike\b|\b(?:two|2|both)\b.*\b(?:cars?|of them|3)\b|\bwhich (?:car|one) 3\b/,
    ['alike'],
  ],
  [/weather|wind|temperature|sensor|rain/, ['weather', 'sensor', 'rain']],
  [/sub-?section|half|halves|mid loop/, ['sub-sections']],
  [/section|sector|loop|\bs[123]\b/, ['sections']],
  [/speed|trap/, ['speed']],
  [/result|position|official/, ['results', 'official', 'did-not-start', 'without-laps']],
  [/lap/, ['laps', 'flags', 'sections']],
]
