import type { CoachedCar } from '#core/composer/coached-car.ts'
import { countCited, rankCited } from '#core/composer/cited-names.ts'
import { asOne, exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import type { RaceId } from '#core/domain/ids.ts'
import type { AnswerIntent, Ask } from '../../draft.ts'
import { carChoices } from '../car-choices.ts'
import { raceNamed } from '../in-race.ts'
import { improved } from '../pace/improved.ts'
import { asksOfRace } from '../season/field-weekend.ts'
import {
  carOfRace,
  tellOf,
  voiceOf,
  type RaceTelling,
  type Voice,
  type Written,
} from '../telling.ts'
import { answering, type Verdict } from '../yes-no.ts'

type Open = Omit<RaceTelling, 'race' | 'carIn'>

/** A car's races side by side: what is not like for like, then pace against the field, result, best lap. */
export const compareRaces: AnswerIntent = async (ask) =>
  asksOfRace.test(ask.part.text) ? await improved(ask) : await ofCar(ask)

const ofCar: AnswerIntent = async (ask) =>
  await tellOf(ask, async (telling) => {
    const { car: number } = ask.part.scope
    if (number === undefined)
      return {
        outcome: 'asked-back',
        sentences: [note`Which car?`],
        suggestions: await carChoices(ask),
      }
    const raceIds = await racesAsked(ask)
    const races = await Promise.all(
      raceIds.map(async (raceId) => telling.other(await ask.season.race(raceId))),
    )
    const cars = races.flatMap((race) => carOfRace(telling, race, number) ?? [])
    const [first, second] = cars
    if (first === undefined)
      return { outcome: 'not-in-data', sentences: [note`That car is in neither race.`] }
    if (second === undefined) return onlyOne(first, ask)
    return compared(telling, first, second)
  })

/** The races that are named, else both of the track. */
async function racesAsked({ part, season }: Ask): Promise<readonly RaceId[]> {
  const { raceIds = [], raceId, trackId } = part.scope
  const races = await season.races()
  const trackOf = (id: RaceId) => races.find((race) => race.raceId === id)?.trackId
  const firsts = raceIds.filter(
    (id, at) => raceIds.findIndex((one) => trackOf(one) === trackOf(id)) === at,
  )
  // "Barber and Sebring": the first race of each.
  if (raceIds.length > 2 && firsts.length > 1) return firsts.slice(0, 2)
  if (raceIds.length >= 2) return raceIds.slice(0, 2).toSorted()
  const track = trackId ?? races.find((race) => race.raceId === raceId)?.trackId
  return races
    .filter((race) => race.trackId === track)
    .map((race) => race.raceId)
    .toSorted()
}

function onlyOne(car: CoachedCar, ask: Ask): Written {
  const who = voiceOf(ask, car)
  return {
    outcome: 'not-in-data',
    sentences: [
      fact`${who.You} raced only in ${raceNamed(car)} of the two, so there is nothing to compare it with.`,
    ],
    suggestions: ['How was my race?', 'What are my results of the season?'],
  }
}

function compared({ ask }: Open, first: CoachedCar, second: CoachedCar): Written {
  const who = voiceOf(ask, first)
  const isOneTrack = first.race.trackId === second.race.trackId
  const pace = paces(ask, who.You === 'You' ? 'you were' : 'it was', first, second)
  return {
    sentences: [
      pace?.sentence ?? fewLaps([first, second]),
      isOneTrack ? fieldMoved(second, who) : notLikeForLike,
      asOne(results(first, second), bests(first, second, isOneTrack)),
    ],
    asked: pace?.asked ?? [],
    suggestions: [
      'Was the target met?',
      `Where ${who.You === 'You' ? 'do I' : 'does it'} lose time in race 2?`,
      'Did the track get quicker or did I?',
    ],
  }
}

const notLikeForLike = note`Two tracks: lap times do not compare, only the distance to the field of each race.`

const raceOf = (car: CoachedCar): Piece => ['Race ', exact(car.ofRace('raceNumber'))]
const whereOf = (car: CoachedCar, isOneTrack: boolean): Piece =>
  isOneTrack ? raceOf(car) : raceNamed(car)

/** Off or ahead of the quick quarter in both: nearer, further, or about the same. */
function paces({ part: { text } }: Ask, you: string, first: CoachedCar, second: CoachedCar) {
  const [a, b] = [first.pattern.lap.paceGapMs, second.pattern.lap.paceGapMs]
  if (a === null || b === null) return undefined
  const isOneTrack = first.race.trackId === second.race.trackId
  const told = (car: CoachedCar): Piece => {
    const gap = car.own('lap.paceGapMs')
    const way = Number(gap.value) < 0 ? ' ahead' : ' off'
    return [
      short(gap),
      way,
      ' in ',
      whereOf(car, isOneTrack),
      ' (',
      rankCited(car.own('lap.paceRank'), car.own('lap.paceOf')),
      ', ',
      countCited(car.own('lap.paceN'), 'green lap'),
      ')',
    ]
  }
  const better = b < a ? second : first
  const closer: Piece = !isOneTrack
    ? ''
    : isSure(first, second)
      ? ['; ', raceOf(better), ' was the better one on pace']
      : '; the ranges of the two overlap, so neither is surely the better one'
  return {
    asked: [first.own('lap.paceGapMs'), second.own('lap.paceGapMs')],
    sentence: answering(
      text,
      isLaterBetter(text, b - a, isSure(first, second)),
      fact`Against the quick quarter of the field ${you} ${told(first)}, ${told(second)}${closer}.`,
    ),
  }
}

/** "Was I quicker in race 2?" */
function isLaterBetter(text: string, ms: number, isSurely: boolean): Verdict | undefined {
  const [, better, worse] =
    /\b(?:(quicker|faster|better|closer)|(slower|worse|further))\b/i.exec(text) ?? []
  if (better === undefined && worse === undefined) return undefined
  // "Was my Sunday better than my Saturday?" is of Sunday.
  const [subject = text] = text.split(/\bthan\b/i)
  const isEarlier = /\b(?:race (?:1|one)|r1|first|saturday|sat)\b/i.test(subject)
  const isSo = (ms < 0 !== isEarlier) === (worse === undefined)
  return isSurely ? isSo : isSo ? 'barely-yes' : 'barely-no'
}

/** The intervals of the two gaps do not touch. */
function isSure({ pattern: { lap: a } }: CoachedCar, { pattern: { lap: b } }: CoachedCar): boolean {
  if (a.paceGapLowMs === null || a.paceGapHighMs === null) return false
  if (b.paceGapLowMs === null || b.paceGapHighMs === null) return false
  return a.paceGapHighMs < b.paceGapLowMs || b.paceGapHighMs < a.paceGapLowMs
}

function fewLaps(cars: readonly CoachedCar[]) {
  const few = cars.filter(({ pattern }) => pattern.lap.paceGapMs === null)
  return fact`On pace they cannot be compared: ${listed(few.map((car): Piece => [raceOf(car), ' has ', countCited(car.own('lap.paceN'), 'green lap'), ' for it']))}.`
}

/** How the field moved from the first race to the second, and the car with that taken out. */
function fieldMoved({ weather, day, pattern }: CoachedCar, who: Voice) {
  const other = weather.otherRace
  const index = other?.cars.findIndex(({ car }) => car === pattern.car) ?? -1
  const own = other?.cars[index]
  if (other === null || own === undefined || other.field === null) return undefined
  if (other.carClass !== pattern.carClass) return undefined
  const way = (ms: number) => (ms < 0 ? 'quicker' : 'slower')
  const you = who.You === 'You' ? 'you were' : 'the car was'
  return fact`The field as a whole was ${short(day('otherRace.field.shiftMs'))} ${way(other.field.shiftMs)} in the second; with that taken out ${you} ${short(day(`otherRace.cars.${index}.againstFieldMs`))} ${way(own.againstFieldMs)}.`
}

function results(first: CoachedCar, second: CoachedCar) {
  const isOneTrack = first.race.trackId === second.race.trackId
  const placed = [first, second].map((car): Piece => {
    const field = car.pattern.position === null ? 'positionOnRoad' : 'position'
    return [
      exact(car.own(field)),
      ' in ',
      whereOf(car, isOneTrack),
      field === 'position' ? '' : ' on the road',
    ]
  })
  return fact`Results: ${listed(placed)}.`
}

function bests(first: CoachedCar, second: CoachedCar, isOneTrack: boolean) {
  if (!isOneTrack || first.pattern.bestLap === null || second.pattern.bestLap === null)
    return undefined
  return fact`Best laps, as driven: ${exact(first.own('bestLap.lapTimeMs'))} and ${exact(second.own('bestLap.lapTimeMs'))}.`
}
