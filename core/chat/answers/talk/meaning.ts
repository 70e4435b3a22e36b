import { exact, fact, note, type Piece, short } from '#core/composer/say.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import type { AnswerIntent } from '../../draft.ts'
import { placeNamed } from '../named-in.ts'
import { carOfRace, tellOf } from '../telling.ts'
import { trackFacts } from '../season/track-facts.ts'
import { wordMeanings } from './timing-words.ts'
import type { WordMeaning } from './word-meanings.ts'

/** What a word means, with the car's own figure beside it where there is one. */
export const meaning: AnswerIntent = async (ask) => {
  const { text, scope } = ask.part
  const isPlace = /corner|turn|begin|start|where/i.test(text) && placeNamed(ask) !== undefined
  if (isPlace && (scope.trackId ?? scope.raceId) !== undefined) return await trackFacts(ask)
  return await tellOf(ask, async (telling) => {
    const place = placeNamed(ask)
    const found = meaningsIn(
      place === undefined ? text : `${text} ${place.length > 2 ? 'sub-section' : 'section'}`,
    )
    const [first, second] = found
    if (first === undefined)
      return {
        outcome: 'asked-back',
        sentences: [note`Which word do you mean?`],
        suggestions: [
          'What is a green lap?',
          'What is the quick quarter?',
          'What does the composite mean?',
        ],
      }
    const isBoth =
      /\bdiff|differ|versus|\bvs\b|\bor\b|\band\b|\bsame\b|not the/i.test(text) &&
      second !== undefined
    const car = await carShown()
    const figure = car && figureOf(car, first)
    // "What does pace gap mean?", "and mine?": the figure alone.
    if (/^(?:and |so |what(?:'s| is) )*(?:mine|me)\b/i.test(text) && figure !== undefined)
      return {
        sentences: [figure.sentence],
        asked: [figure.asked],
        suggestions: ['How is my pace?'],
      }
    return {
      verdict: /\bsame\b/i.test(text) && second !== undefined ? false : undefined,
      sentences: [
        isSame(first, second, text) ? note`Here these are two words for the same.` : undefined,
        ...first.meaning.map((words) => note`${words}`),
        ...(isBoth ? second.meaning.map((words) => note`${words}`) : []),
        isBoth ? undefined : figure?.sentence,
      ],
      asked: isBoth || figure === undefined ? [] : [figure.asked],
      suggestions: ['How is my pace?', 'Where do I lose time?', 'What can I ask?'],
    }

    async function carShown(): Promise<CoachedCar | undefined> {
      if (scope.raceId === undefined || scope.car === undefined) return undefined
      const race = telling.other(await ask.season.race(scope.raceId))
      return carOfRace(telling, race, scope.car)
    }
  })
}

/** "The difference between green and clean laps": there is none. */
function isSame(first: WordMeaning, second: WordMeaning | undefined, text: string): boolean {
  const plain = text.toLowerCase()
  const said = first.words.filter((word) => new RegExp(`\\b${word}\\b`).test(plain))
  const whole = said.filter((word) => !said.some((one) => one !== word && one.includes(word)))
  return second === undefined && whole.length > 1 && /\b(?:differ|diff|same|vs|or)/.test(plain)
}

/** The words in the text, longer ones before those that they contain. */
function meaningsIn(text: string): readonly WordMeaning[] {
  const plain = inWords(text.toLowerCase()).replace(/\b(?:does|do|did)\b(.*)\bmean(?: by)?\b/, '$1')
  let rest = ` ${plain.replaceAll(/[^a-z-]+/g, ' ')} `
  const all = wordMeanings
    .flatMap((one) => one.words.map((word) => ({ word, one })))
    .toSorted((a, b) => b.word.length - a.word.length)
  const found: { readonly at: number; readonly one: WordMeaning }[] = []
  for (const { word, one } of all) {
    const at = rest.indexOf(` ${word} `)
    if (at < 0) continue
    rest = rest.replace(` ${word} `, ` ${' '.repeat(word.length)} `)
    found.push({ at, one })
  }
  // A single letter is a word only where there is no other.
  const real = found.length > 1 ? found.filter(({ one }) => !one.words.includes('n')) : found
  return [...new Set(real.toSorted((a, b) => a.at - b.at).map(({ one }) => one))]
}

/** "P15", "16th of 22", "±0.2 s": what such a figure is. */
function inWords(text: string): string {
  return text
    .replaceAll(/\bp ?\d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th) place\b/g, 'place')
    .replaceAll(/\b\d{1,2}(?:st|nd|rd|th)(?: of \d+)?\b/g, 'rank')
    .replaceAll(/±|plus[ -]minus/g, ' steadiness ')
}

function figureOf(car: CoachedCar, { figure }: WordMeaning) {
  if (figure === undefined || isMissing(car, figure)) return undefined
  const shown = car.own(figure)
  if (shown.value === null) return undefined
  const isGap = figure.endsWith('GapMs') || figure.startsWith('gapTo')
  const way: Piece = isGap ? (Number(shown.value) < 0 ? ' ahead of it' : ' off it') : ''
  const plusMinus = figure === 'steadyMs' ? '±' : ''
  if (figure === 'trend.slopeMsPerLap') {
    const verdict = car.pattern.trend?.verdict
    if (verdict === 'steady' || verdict === undefined) return undefined
    return {
      asked: shown,
      sentence: fact`Car ${short(car.own('car'))} ${verdict === 'improving' ? 'gained' : 'lost'} ${exact(shown)} in this race.`,
    }
  }
  const is = figure === 'cleanLaps' || figure === 'consistencyScore' ? 'has' : 'is at'
  return {
    asked: shown,
    sentence: fact`Car ${short(car.own('car'))} ${isGap ? 'is' : is} ${plusMinus}${exact(shown)}${way} in this race.`,
  }
}

/** Figures that stand in a part of the document which may be absent. */
function isMissing({ pattern }: CoachedCar, figure: string): boolean {
  if (figure.startsWith('bestLap.')) return pattern.bestLap === null
  return figure.startsWith('trend.') && pattern.trend === null
}
