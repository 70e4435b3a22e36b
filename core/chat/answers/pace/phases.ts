import type { CoachedCar } from '#core/composer/coached-car.ts'
import { steps } from '#core/composer/coaching-steadiness.ts'
import { note } from '#core/composer/say.ts'
import type { LapFilter } from '#core/protocol/chat/scope.ts'
import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { compareParts, compareSteadiness, drivenParts, fewestLaps } from './compared-parts.ts'
import { type LapSelection, selectLaps } from '../lap-selection.ts'
import { fieldSentence } from './development.ts'
import { numberOf, numberPattern } from '../../understanding/entities/number-text.ts'
import { notWithoutPace } from '../few-green-laps.ts'
import type { Fact } from '#core/domain/fact.ts'

/** Laps with a corrected time, in order. */
function correctedLaps({ pattern }: CoachedCar): readonly LapEntry[] {
  return Object.values(pattern.laps).filter(({ correctedMs }) => correctedMs.lap !== undefined)
}

/** "Was I quicker in the first half?": the gap is of the later part to the earlier one. */
function laterIs(text: string, gap: Fact): boolean | undefined {
  const [, quick, slow] =
    /\b(?:(quicker|faster|better)|(slower|worse|fade\w*|drop\w*|tail\w*|f[ae]ll\w* (?:off|away)|lo(?:se|st) pace|went off))\b/i.exec(
      text,
    ) ?? []
  if (quick === undefined && slow === undefined) return undefined
  const isOfEarly =
    /\b(?:first|start|beginning|early|opening|before)\b/i.test(text) &&
    !/\bthan\b.*\b(?:first|start|beginning|early|opening|before)\b/i.test(text)
  const isQuicker = isOfEarly ? Number(gap.value) > 0 : Number(gap.value) < 0
  return slow === undefined ? isQuicker : !isQuicker
}

/** "When did my pace change?": the steps that the laps support, before any part that nobody named. */
const asksOfChange =
  /\b(?:phases?|stints?|steps?|jump|break|chang\w*|when|what point|some point|which lap|from what lap)\b/i
const asksOfParts =
  /\b(?:half|halves|thirds?|quarter|restart|yellow|caution|safety|start(?!(?:ed|s)? to\b| \w+ing\b)|middle|end|beginning|early|late|opening|first|last|final)\b/i

const asksOfSteadiness =
  /\b(?:in)?consisten\w*|\b(?:un)?stead(?:y|ier|iest|iness)\b|\bregular\b|\berratic\b/i

/** A race in parts: steps that the laps support, then the part that was asked for against the rest. */
export function phases({ ask, car }: CarQuestion): Written {
  const laps = correctedLaps(car)
  const stepsTold = steps(car).map(({ sentence }) => sentence)
  const restart = /restart|yellow|caution|safety/i.test(ask.part.text)
    ? splitAt(laps, lastRestart(car))
    : /\bpit|(?:the|my|our|his|her|its|first|a) stops?\b|\bstints?\b/i.test(ask.part.text)
      ? splitAt(laps, car.pattern.pitStops[0]?.inLap ?? undefined)
      : undefined
  const stepsOrNone =
    stepsTold.length > 0
      ? stepsTold
      : [note`Nothing in your laps supports a step in the pace: it is one phase.`]
  const isOfParts = asksOfParts.test(ask.part.text) || restart !== undefined
  const isOfChange = asksOfChange.test(ask.part.text) && !isOfParts
  const [before, after] = restart ?? halvesOf(ask.part.text, laps)
  const isOfSteadiness = asksOfSteadiness.test(ask.part.text)
  const compared = (isOfSteadiness ? compareSteadiness : compareParts)(car, before, after)
  if (compared === undefined) return notWithoutPace(car)
  const driven = isOfSteadiness ? undefined : drivenParts(car, before, after)
  const ofChange = [...stepsOrNone, stepsTold.length === 0 ? compared.sentence : undefined]
  const told = isOfSteadiness
    ? [compared.sentence]
    : isOfChange
      ? [...ofChange, fieldSentence(car)]
      : [compared.sentence, driven?.sentence, ...stepsOrNone]
  const noRestart = /restart|yellow|caution|safety/i.test(ask.part.text) && restart === undefined
  return {
    sentences: [
      noRestart
        ? note`There is no restart with enough green laps on both sides, so these are the two halves.`
        : undefined,
      ...told,
    ],
    verdict: laterIs(ask.part.text, compared.gap),
    computed: [...compared.computed, ...(driven?.computed ?? [])],
    asked: compared.asked,
    suggestions: ['Did I fade?', 'Did I have a good run of laps?', 'How consistent am I?'],
  }
}

type Parts = readonly [readonly LapEntry[], readonly LapEntry[]]

/** Halves; the first and last third where start and end are asked for. */
function halvesOf(text: string, laps: readonly LapEntry[]): Parts {
  const isEnds = /start|middle|end\b|early|late|opening|last laps|third/i.test(text)
  const size = isEnds ? Math.floor(laps.length / 3) : Math.floor(laps.length / 2)
  return [laps.slice(0, size), laps.slice(isEnds ? laps.length - size : size)]
}

function lastRestart({ pattern }: CoachedCar): number | undefined {
  return Object.values(pattern.laps).findLast(({ excludedBecause }) =>
    excludedBecause.includes('restart'),
  )?.lap
}

/** The green laps before and after a restart or a stop, where there are enough of both. */
function splitAt(laps: readonly LapEntry[], at: number | undefined): Parts | undefined {
  if (at === undefined) return undefined
  const parts: Parts = [laps.filter(({ lap }) => lap < at), laps.filter(({ lap }) => lap > at)]
  return parts.every(({ length }) => length >= fewestLaps) ? parts : undefined
}

/**
 * Of two stretches of the race ("first half against second half", "the last five laps") whether the later one was
 * quicker; of other chosen laps whether their later half was.
 */
export function halvesOver(question: CarQuestion): Written {
  const { ask, car } = question
  const { scope } = ask.part
  const stretches = stretchesNamed(ask.part) ?? besideRest(question)
  const { fromLap: _, toLap: __, ...rest } = scope.filter ?? {}
  const selection = selectLaps(car, stretches === undefined ? scope : { ...scope, filter: rest })
  const laps = selection.laps.filter(({ correctedMs }) => correctedMs.lap !== undefined)
  const named =
    stretches &&
    ([
      laps.filter(
        ({ lap }) =>
          lap <= stretches.endOfFirst && lap > stretches.endOfFirst - lapsBefore(ask.part.text),
      ),
      laps.filter(({ lap }) => lap >= stretches.startOfSecond),
    ] as const)
  const ends = endsNamed(ask.part, car)
  // Ten laps from either end of a short race would overlap.
  const isApart = ends !== undefined && ends.first + ends.last <= laps.length
  const isEnough = named?.every(({ length }) => length >= fewestLaps) === true
  const chosen = inPart(laps, scope.filter)
  const parts: Parts = isApart
    ? [laps.slice(0, ends.first), laps.slice(-ends.last)]
    : isEnough
      ? named
      : [
          chosen.slice(0, Math.floor(chosen.length / 2)),
          chosen.slice(Math.floor(chosen.length / 2)),
        ]
  const isOfSteadiness = asksOfSteadiness.test(ask.part.text)
  const compared = (isOfSteadiness ? compareSteadiness : compareParts)(car, ...parts)
  if (compared === undefined) return tooFewToHalve(selection)
  const driven = isOfSteadiness ? undefined : drivenParts(car, ...parts)
  return {
    sentences: [
      compared.sentence,
      driven?.sentence,
      stretches === undefined
        ? note`Those are the two halves of the green laps you chose; a trend beyond chance is only told of the whole race.`
        : undefined,
      ...selection.notes,
    ],
    verdict: laterIs(ask.part.text, compared.gap),
    computed: [...compared.computed, ...(driven?.computed ?? [])],
    asked: compared.asked,
    suggestions: ['And over all laps?', 'How is my pace?'],
  }
}

/** "From lap 4 to the end": those laps, where before them are too few to set beside. */
function inPart(
  laps: readonly LapEntry[],
  { fromLap = 1, toLap = Infinity }: LapFilter = {},
): readonly LapEntry[] {
  return fromLap > toLap ? laps : laps.filter(({ lap }) => lap >= fromLap && lap <= toLap)
}

function tooFewToHalve({ notes }: LapSelection): Written {
  return {
    outcome: 'not-in-data',
    sentences: [
      note`The laps you chose are too few to set one part of them beside the other.`,
      ...notes,
    ],
    suggestions: ['And over all laps?', 'How is my pace?'],
  }
}

/** "My trend over the last five laps": too few to be halved stand beside what came before them. */
function besideRest({ ask, car }: CarQuestion) {
  const { scope } = ask.part
  const { fromLap, toLap } = scope.filter ?? {}
  const laps = selectLaps(car, scope).laps.length
  if (fromLap === undefined || toLap !== undefined || laps >= 2 * fewestLaps) return undefined
  return { endOfFirst: fromLap - 1, startOfSecond: fromLap }
}

const before = new RegExp(`\\bthe (${numberPattern}) (?:laps )?(?:just |right )?before\\b`, 'i')

/** "The last three laps against the three before": no more than those. */
function lapsBefore(text: string): number {
  const [, count] = before.exec(text) ?? []
  return (count === undefined ? undefined : numberOf(count.toLowerCase())) ?? Infinity
}

const lastCounted = new RegExp(`\\b(?:last|final|closing) (?:${numberPattern})\\b`, 'i')

/** "The first five laps against the last five": so many green laps from either end. */
function endsNamed({ text, scope: { filter } }: CarQuestion['ask']['part'], car: CoachedCar) {
  const { fromLap: from, toLap: to } = filter ?? {}
  if (from === undefined || to === undefined || from <= to || !lastCounted.test(text))
    return undefined
  return { first: to, last: car.race.raceLaps - from + 1 }
}

/** Two stretches that are named beside each other leave no lap between them; one that is named stands beside the rest. */
function stretchesNamed({ intent, text, scope: { filter } }: CarQuestion['ask']['part']) {
  const { fromLap: from, toLap: to } = filter ?? {}
  if (from !== undefined && to !== undefined)
    return from > to ? { endOfFirst: to, startOfSecond: from } : undefined
  const isChange =
    /\b(?:dropp?\w*|drop|fell|fall\w*|fad\w+|slow\w*|quicker|faster|better|worse|lost|lose)\b.*\b(?:after|from|since|before|in|during|over|towards|on) /i.test(
      text,
    )
  if (!isChange && (intent !== 'phases' || !/\b(?:half|third|quarter|laps)\b/i.test(text)))
    return undefined
  if (from !== undefined) return { endOfFirst: from - 1, startOfSecond: from }
  return to === undefined ? undefined : { endOfFirst: to, startOfSecond: to + 1 }
}
