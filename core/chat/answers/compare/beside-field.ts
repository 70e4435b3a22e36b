import { exact, fact, note, type Piece, short } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { FactKind } from '#core/domain/fact-text.ts'
import { CarNumber, RaceId } from '#core/domain/ids.ts'
import { valueAt } from '#core/protocol/facts/fact-entry.ts'
import { computedFact } from '../../computed-fact.ts'
import type { PastQuestion } from '../../answer-question.ts'
import type { AnswerIntent, Ask } from '../../draft.ts'
import { raceNamed } from '../in-race.ts'
import { paceVsResult } from '../race/pace-and-result.ts'
import { answerOfCar } from '../car-answer.ts'
import { pace } from '../pace/pace.ts'
import { carOfRace, tellOf } from '../telling.ts'
import { told } from '../told.ts'
import { weatherRange } from '../weather/weather.ts'
import { turned, type Verdict } from '../yes-no.ts'

const paceOf = answerOfCar(pace)

/** The figure that stands for an answer whose own figures were computed for it. */
const standsFor: Readonly<Record<string, string>> = {
  spread: 'steadyMs',
  consistency: 'steadyMs',
  'lap-std': 'clean.stdMs',
  composite: 'gapToCompositeMs',
  'gap-to-composite': 'gapToCompositeMs',
  'mean-lap': 'clean.meanMs',
  'median-lap': 'clean.medianMs',
  'nth-lap': 'bestLap.lapTimeMs',
}

const units = new Set(['ms', 'points', 'ms/lap'])

/** "Is that a lot?": the figure of the last answer beside the same figure of the other cars. */
export const isItMuch: AnswerIntent = async (ask) => {
  const last = ask.history.findLast(({ facts }) => facts.length > 0)
  const [intent = ''] = last?.scope.intents ?? []
  if (intent.startsWith('weather-') && ask.part.scope.raceId !== undefined)
    return await weatherRange(rangeOf(ask))
  if (intent === 'position') return await paceVsResult(ask)
  // "How did she do?", "is that good?": how quick, not how quick once.
  if (intent === 'summary' && last !== undefined)
    return await paceOf({ ...ask, part: { ...ask.part, scope: last.scope } })
  const figure = last && figureOf(last, intent)
  if (figure !== undefined) return await besideField(ask, figure)
  const gap = last?.facts.find(({ unit, value }) => unit === 'ms' && typeof value === 'number')
  return (
    (gap && (await besideOwnLaps(ask, gap))) ??
    told({
      outcome: 'not-in-data',
      sentences: [note`There is no such figure of the other cars to put beside it.`],
      facts: [],
      suggestions: ['How is my pace?', 'Where do I lose time?', 'How do you know?'],
    })
  )
}

/** A gap between two laps or two cars beside how far the car's own laps lie apart (D17). */
async function besideOwnLaps(ask: Ask, gap: Fact) {
  const { raceId, car: number } = ask.part.scope
  if (raceId === undefined || number === undefined) return undefined
  const read = await ask.season.race(raceId)
  if (typeof read.patterns.find(({ car }) => car === number)?.steadyMs !== 'number')
    return undefined
  return await tellOf(ask, (telling) => {
    const race = telling.other(read)
    const steady = carOfRace(telling, race, number)?.own('steadyMs')
    if (steady === undefined) return { outcome: 'not-in-data', sentences: [] }
    const isLess = Math.abs(Number(gap.value)) <= Number(steady.value)
    const side = isLess ? 'no more than' : 'more than'
    return {
      verdict: verdictOf(ask.part.text, isLess ? 0 : 1),
      sentences: [
        fact`${short(gap)} is ${side} what the car's own laps differ by anyway: half of them lie within ±${short(steady)} in ${raceNamed(race)}.`,
      ],
      asked: [gap, steady],
      facts: [gap],
      suggestions: ['What should I work on first?', 'Who was quickest on pace?'],
    }
  })
}

function rangeOf(ask: Ask): Ask {
  return { ...ask, part: { ...ask.part, text: `${ask.part.text} is the range enough` } }
}

type Figure = { readonly raceId: RaceId; readonly car: CarNumber; readonly field: string }

/** The first figure of a car over its race that the answer told. */
function figureOf({ facts, scope }: PastQuestion, intent: string): Figure | undefined {
  const field = standsFor[intent]
  if (field !== undefined && scope.raceId !== undefined && scope.car !== undefined)
    return { raceId: scope.raceId, car: scope.car, field }
  for (const { document, value, unit } of facts) {
    if (document?.collection !== 'ml_pattern_recommendations') continue
    if (typeof value !== 'number' || !units.has(unit)) continue
    if (/^(?:laps|story|pitStops|strengths)\./.test(document.field)) continue
    const at = document.id.lastIndexOf('_')
    const [raceId, car] = [document.id.slice(0, at), document.id.slice(at + 1)]
    const [race, number] = [RaceId.safeParse(raceId), CarNumber.safeParse(car)]
    if (race.success && number.success)
      return { raceId: race.data, car: number.data, field: document.field }
  }
  return undefined
}

async function besideField(ask: Ask, { raceId, car: number, field }: Figure) {
  return await tellOf(ask, async (telling) => {
    const race = telling.other(await ask.season.race(raceId))
    const own = carOfRace(telling, race, number)
    const cars = race.patterns.filter(
      (pattern) =>
        pattern.carClass === own?.pattern.carClass && typeof valueAt(pattern, field) === 'number',
    )
    const values = cars.flatMap(({ car }) => carOfRace(telling, race, car)?.own(field) ?? [])
    const mine = cars.some(({ car }) => car === number) ? own?.own(field) : undefined
    if (mine === undefined || values.length < 2)
      return {
        outcome: 'not-in-data' as const,
        sentences: [note`Too few cars of ${raceNamed(race)} have that figure to put beside it.`],
      }
    const kind = kindOf(field, mine)
    const isUp = mine.unit === 'points'
    const ahead = values.filter(({ value }) =>
      isUp ? Number(value) > Number(mine.value) : Number(value) < Number(mine.value),
    )
    const middle = computedFact('median', values, kind, 'The middle of the field')
    const all = computedFact('count', values, 'count', 'Cars that have the figure')
    const count =
      ahead.length === 0 ? undefined : computedFact('count', ahead, 'count', 'Cars that are better')
    const words = wordsOf(kind)
    const share = ahead.length / (values.length - 1)
    const place = placeIn(share, words)
    const isTold = ask.history.at(-1)?.facts.some(({ id }) => id === mine.id) === true
    const which: Piece =
      !isTold && field === 'steadyMs'
        ? ['Half of the laps lie within ±', shown(mine), ', which']
        : [shown(mine), sideOf(field, mine, '')]
    const how: Piece = count === undefined ? 'no car' : [exact(count), ' of ', exact(all), ' cars']
    return {
      verdict: verdictOf(ask.part.text, share),
      sentences: [
        fact`${which} is ${place} of the field in ${raceNamed(race)}: ${how} ${ahead.length < 2 ? words.one : words.many}.`,
        fact`The middle of the field is at ${shown(middle)}${sideOf(field, middle)}.`,
      ],
      asked: [mine, ...(count ? [count] : []), middle],
      facts: [all, middle, ...(count ? [count] : [])],
      suggestions: ['What should I work on first?', 'Who was quickest on pace?'],
    }
  })
}

/** Where in the field, by the share of it that is better. */
function placeIn(share: number, words: ReturnType<typeof wordsOf>): string {
  if (share <= 0.25) return words.best
  if (share >= 0.75) return words.worst
  if (share >= 0.4 && share <= 0.6) return 'near the middle'
  return `in the ${share < 0.4 ? words.half : words.otherHalf} half`
}

/** A gap with its side in words. */
function shown(value: Fact): Piece {
  return value.unit === 'ms' ? short(value) : exact(value)
}

function sideOf(field: string, { value }: Fact, whose = ' the same reference'): Piece {
  if (!/GapMs$|^gapTo/.test(field)) return ''
  const of = whose === '' || Number(value) >= 0 ? '' : ' of'
  return `${Number(value) < 0 ? ' ahead' : ' off'}${of}${whose}`
}

/** "Is that good?", "is it a lot?": what is better has the smaller share of the field before it. */
function verdictOf(text: string, share: number): Verdict | undefined {
  const isGood = share <= 0.25 ? true : share >= 0.75 ? false : 'middling'
  if (/\b(?:good|ok|okay|decent|fast|quick|great|fine|strong|normal|typical)\b/i.test(text))
    return isGood
  return /\b(?:a lot|much|big|bad|slow|many|large|high|huge|serious|terrible|poor)\b/i.test(text)
    ? turned(isGood)
    : undefined
}

function kindOf(field: string, { unit }: Fact): FactKind {
  if (unit === 'points') return 'score'
  if (unit === 'ms/lap') return 'slope'
  if (/^(?:sections|subSections)\..*\.(?:bestMs|medianMs|meanMs|paceMs|targetMs)$/.test(field))
    return 'section-time'
  return /(?:bestLap\.lapTimeMs|medianMs|meanMs|paceMs|targetMs|idealLapMs|idealCleanMs)$/.test(
    field,
  )
    ? 'lap-time'
    : 'gap'
}

function wordsOf(kind: FactKind) {
  if (kind === 'score')
    return {
      best: 'among the highest',
      half: 'higher',
      otherHalf: 'lower',
      worst: 'among the lowest',
      one: 'has a higher one',
      many: 'have a higher one',
    }
  if (kind === 'lap-time' || kind === 'section-time')
    return {
      best: 'among the quickest',
      half: 'quicker',
      otherHalf: 'slower',
      worst: 'among the slowest',
      one: 'is quicker',
      many: 'are quicker',
    }
  return {
    best: 'among the smallest',
    half: 'smaller',
    otherHalf: 'larger',
    worst: 'among the largest',
    one: 'has less',
    many: 'have less',
  }
}
