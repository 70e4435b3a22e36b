import { countCited } from '#core/composer/cited-names.ts'
import { capitalised, exact, fact, type Piece } from '#core/composer/say.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import { compositeId } from '#core/protocol/documents/collections.ts'
import { computedFact } from '../../computed-fact.ts'
import { askWhat } from './ask-what.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { said, tooFew } from './chosen-laps.ts'
import { gapBetween } from '../counted-words.ts'
import type { Differing } from '../../understanding/entities/mention.ts'
import { fastestLapOf } from './fastest-lap.ts'
import {
  type Held,
  heldAgainst,
  ordinalWord,
  sorted,
  type WantedTimes,
  wantedTimes,
} from './wanted-times.ts'

/** Figures that are one lap's, or of pieces of laps: how many green laps there were says nothing of them. */
const ofSingleLaps: ReadonlySet<string> = new Set([
  'best',
  'worst',
  'lap',
  'second',
  'race-best',
  'ideal',
])

/** Two figures of one car, and how far they are apart: "between my mean and my median". */
export async function figureDifference(question: CarQuestion): Promise<Written> {
  const { wanted } = question.ask.part
  if (wanted?.as !== 'difference')
    return askWhat(
      'The difference between which two figures?',
      'What is the difference between my mean and my median?',
      'What is the difference between my best lap and my mean?',
    )
  const chosen = wantedTimes(question)
  const [first, second] = await Promise.all(
    wanted.of.map(async (one) => await heldOf(question, one, chosen)),
  )
  if (first === undefined || second === undefined) return tooFew(question, chosen.selection)
  const gap = gapBetween(
    first.fact,
    second.fact,
    `${chosen.label}: ${first.words} less ${second.words}`,
  )
  const isQuicker = Number(gap.value) < 0
  const isOfSingles = wanted.of.every((one) => ofSingleLaps.has(one))
  const n =
    chosen.times.length === 0 || isOfSingles
      ? undefined
      : computedFact('count', chosen.times, 'count', `${chosen.label}: how many`)
  const [one, other] = [first, second].map(({ words, named }): Piece => named ?? ['your ', words])
  const than: Piece =
    Math.abs(Number(gap.value)) < 0.5
      ? 'the same as '
      : [exact(gap), isQuicker ? ' quicker than ' : ' slower than ']
  const over: Piece = n === undefined ? '' : [', over ', countCited(n, 'green lap')]
  return {
    verdict: isAsSaid(question.ask.part.text, Number(gap.value)),
    sentences: [
      capitalised(
        fact`${one ?? ''}${chosen.where} is ${than}${other ?? ''}: ${exact(first.fact)} against ${exact(second.fact)}${over}${said(chosen.selection)}, as driven.`,
      ),
      ...chosen.selection.notes,
    ],
    computed: [
      gap,
      n,
      ...[first, second].map(({ fact: one, isComputed }) => (isComputed ? one : undefined)),
    ],
    asked: [gap],
    also: [first.fact, second.fact],
    suggestions: ['How consistent am I?', 'What was my best lap?', 'Where do I lose time?'],
  }
}

/** "Is my mean slower than my median?" */
function isAsSaid(text: string, ms: number): boolean | undefined {
  if (/\b(?:quicker|faster|lower|smaller|below|under|less|better)\b/i.test(text)) return ms < 0
  return /\b(?:slower|higher|bigger|larger|above|over|more|worse)\b/i.test(text)
    ? ms > 0
    : undefined
}

async function heldOf(
  question: CarQuestion,
  of: Differing,
  chosen: WantedTimes,
): Promise<Held | undefined> {
  if (of === 'second') return nthBest(chosen, question.ask.part.order?.nth ?? 2)
  if (of === 'lap') return lapNamedOf(question, chosen)
  return of === 'race-best' ? await bestOfRace(question, chosen) : heldAgainst(question, of, chosen)
}

/** The fastest lap of the race, or the best time of its class in a section. */
async function bestOfRace(
  { ask, car }: CarQuestion,
  { of }: WantedTimes,
): Promise<Held | undefined> {
  if (of === 'lap') {
    const { time } = fastestLapOf(car, car.key)
    const words = 'fastest lap of the race'
    return time && { fact: time, words, named: ['the ', words], isComputed: false }
  }
  const section = sectionIds.find((id) => id === of)
  if (section === undefined) return undefined
  const isOneClass = Object.keys(car.race.classes).length === 1
  const id = compositeId(car.race.raceId, section, isOneClass ? undefined : car.pattern.carClass)
  const { facts } = await ask.season.composite(id)
  return { fact: facts('bestMs'), words: 'best time of the race', isComputed: false }
}

/** The lap that is named, counted or not. */
function lapNamedOf({ ask, car }: CarQuestion, { of }: WantedTimes): Held | undefined {
  const lap = car.pattern.laps[String(ask.part.scope.lap)]
  if (lap?.timeMs[of] === undefined) return undefined
  return {
    fact: car.own(`laps.${lap.lap}.timeMs.${of}`),
    words: 'time on that lap',
    named: exact(car.own(`laps.${lap.lap}.lap`)),
    isComputed: false,
  }
}

function nthBest({ times, of }: WantedTimes, nth: number): Held | undefined {
  const time = sorted(times, 'best')[nth - 1]
  const words = `${ordinalWord(nth)} best ${of === 'lap' ? 'green lap' : 'time'}`
  return time && { fact: time, words, isComputed: false }
}
