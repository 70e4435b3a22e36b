import { bareQuestion } from './bare-question.ts'
import type { RelatedWords } from './features.ts'
import { featuresOf } from './features.ts'
import type { Intent } from './intent.ts'
import { plainText } from '../plain-text.ts'
import { readQuestion } from '../entities/read-question.ts'
import type { Reading } from '../entities/reading.ts'
import { placeholders } from '../entities/reading.ts'
import { saidOfCar } from './said-of-car.ts'
import type { SeasonNames } from '../entities/season-names.ts'
import type { Learnt } from './softmax.ts'
import { createSoftmax, learnSoftmax } from './softmax.ts'

export type Candidate = { readonly id: string; readonly probability: number }

export type Classifier = {
  readonly intents: ReadonlyMap<string, Intent>
  /** Intents by probability, the most probable first. */
  readonly classify: (reading: Reading) => readonly Candidate[]
  /** How often each word stands in the phrasings. */
  readonly words: ReadonlyMap<string, number>
}

const noNames: SeasonNames = { tracks: [], races: new Map(), cars: new Set() }
const placeholder = new RegExp(`\\b(${placeholders.join('|')}|RIVAL)\\b`)

/** Learns from the phrasings of the intents; the same phrasings always teach the same. It takes seconds. */
export function learnPhrasings(intents: readonly Intent[], related: RelatedWords): Learnt {
  const examples = intents.flatMap((intent, target) =>
    saidOf(intent).map((phrasing) => ({
      features: classifiedFeatures(readPhrasing(phrasing), related),
      target,
    })),
  )
  return learnSoftmax(examples, intents.length)
}

/** A driver says "my best lap", an engineer "car 22's best lap". */
function saidOf({ kind, phrasings }: Intent): readonly string[] {
  if (kind !== 'answer') return phrasings
  return [...phrasings, ...phrasings.flatMap((phrasing) => saidOfCar(phrasing) ?? [])]
}

/** Tells the intents apart that `learnt` was learnt from. */
export function createClassifier(
  intents: readonly Intent[],
  related: RelatedWords,
  learnt: Learnt,
): Classifier {
  const softmax = createSoftmax(learnt)
  const fewWords = inFewWords(intents)
  return {
    intents: new Map(intents.map((intent) => [intent.id, intent])),
    classify: (reading) => {
      const known = fewWords.get(lettersOf(reading.text))
      return Array.from(softmax(classifiedFeatures(reading, related)), (probability, target) => {
        const id = intents[target]?.id ?? ''
        return { id, probability: id === known ? Math.max(probability, sureOfKnown) : probability }
      }).toSorted((a, b) => b.probability - a.probability)
    },
    words: wordsOf(intents, related),
  }
}

/** "Bye", "lol": words that say too little to be learnt from are known as they stand. */
const sureOfKnown = 0.9
const mostWords = 3

/** Phrasings of a few words and no names, each with its intent; without those that several intents have. */
function inFewWords(intents: readonly Intent[]): ReadonlyMap<string, string> {
  const said = intents.flatMap(({ id, phrasings }) =>
    phrasings
      .filter((text) => text.split(' ').length <= mostWords && !placeholder.test(text))
      .map((text) => ({ id, text: lettersOf(plainText(text)) })),
  )
  const byText = Map.groupBy(said, ({ text }) => text)
  return new Map(
    [...byText].flatMap(([text, [first, ...others]]) =>
      first !== undefined && others.every(({ id }) => id === first.id) ? [[text, first.id]] : [],
    ),
  )
}

function lettersOf(text: string): string {
  return text
    .replaceAll(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replaceAll(/ +/g, ' ')
    .trim()
}

function classifiedFeatures({ text, mentions }: Reading, related: RelatedWords) {
  return featuresOf({ text: classified(text), mentions }, related)
}

/** A phrasing of the list as a question is read; its words in capitals already stand for what they say. */
export function readPhrasing(phrasing: string): Reading {
  const plain = phrasing
    .split(placeholder)
    .map((piece, index) => (index % 2 === 1 ? piece.replace('RIVAL', 'CAR') : spaced(piece)))
    .join('')
  return readQuestion(plain, noNames)
}

function spaced(piece: string): string {
  const text = plainText(piece)
  return `${/^\s/.test(piece) ? ' ' : ''}${text}${/\s$/.test(piece) && text !== '' ? ' ' : ''}`
}

/**
 * What the classifier reads: a bare number and "him" are a car, three cars are several; filters, and where it was where it is only
 * said besides, change no intent.
 */
function classified(text: string): string {
  const plain = bareQuestion(text)
    .replaceAll('BARE', 'CAR')
    .replaceAll(/\b(?:him|he|she|her)\b(?! car)/g, 'CAR')
    .replaceAll(/\b(?:was|am)\b/g, 'is')
    .replaceAll(/\bwere\b/g, 'are')
    .replaceAll(/\b(?:does|did)\b/g, 'do')
    .replaceAll(/\b(?:has|had)\b/g, 'have')
    .replaceAll(/,? ?\bFILTER\b,?/g, ' ')
    .replaceAll(/[^\p{L}' ]+/gu, ' ')
    .replaceAll(/\bCAR(?: and CAR| CAR){2,}/g, 'CAR CAR CAR')
    .replaceAll(/ +/g, ' ')
    .trim()
  return (plain.match(/\bRACE/g) ?? []).length > 1 ? plain : withoutPlace(plain)
}

const place = '(?:TRACK|RACE)(?: (?:in |on |at )?(?:TRACK|RACE))?'
const besides = new RegExp(
  `(?<=\\w\\w) (?:in|at|on|for|from|during|of) ${place}\\b(?! (?:to|than|or|and|vs)\\b)`,
  'g',
)
const atTheEnd = new RegExp(
  `(?<= \\w+)(?<! (?:is|of|about|vs|and|was|does|the|to|than|at|with|compare|do|how|long|from|by|win|won|into))(?<=\\w\\w) ${place}$`,
)

function withoutPlace(text: string): string {
  return text.replaceAll(besides, '').replace(atTheEnd, '')
}

function wordsOf(intents: readonly Intent[], related: RelatedWords): Map<string, number> {
  const uses = new Map([...related.keys()].map((word) => [word.toLowerCase(), 1]))
  for (const { phrasings } of intents.filter(({ id }) => id !== 'other-language'))
    for (const word of phrasings.flatMap((text) => plainText(text).match(/[a-z']+/g) ?? []))
      uses.set(word, (uses.get(word) ?? 0) + 1)
  return uses
}
