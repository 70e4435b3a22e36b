import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { placesCited } from '../in-race.ts'
import { gapBetween, quickerOrSlower, reasonWords } from '../counted-words.ts'

/** What the track did to everyone on a lap is worth a word from here on. */
const worthSayingMs = 150

/** A car this close ahead at the line is close. */
export const closeMs = 1000

/** The lap time beside the own best and the own median. */
export function timeSentence({ own, pattern }: CoachedCar, { lap, timeMs }: LapEntry) {
  const number = own(`laps.${lap}.lap`)
  if (timeMs.lap === undefined)
    return {
      sentence: note`The sheet has no lap time for ${exact(number)}.`,
      computed: [],
      asked: [number],
    }
  const time = own(`laps.${lap}.timeMs.lap`)
  const isBest = pattern.bestLap?.lap === lap
  const against = (reference: Fact, what: string) =>
    gapBetween(time, reference, `Car ${pattern.car}, lap ${lap} against ${what}`)
  const best =
    pattern.bestLap === null || isBest
      ? undefined
      : against(own('bestLap.lapTimeMs'), 'the best lap')
  const median =
    pattern.clean.medianMs === null ? undefined : against(own('clean.medianMs'), 'the median')
  const parts: Piece[] = [
    ...(isBest ? ['your best lap'] : []),
    ...(best === undefined ? [] : [[offBest(best), ' your best on ', exact(own('bestLap.lap'))]]),
    ...(median === undefined ? [] : [comparedWith(median, 'your median green lap')]),
  ]
  const tail: Piece = parts.length === 0 ? '' : [', ', listed(parts)]
  return {
    sentence: fact`${exactCapital(number)} took ${exact(time)}${tail}.`,
    computed: [best, median],
    asked: [time],
  }
}

/** "Lap 8" begins a sentence: its number is cited. */
export function exactCapital(lap: Fact): Piece {
  return ['Lap ', short(lap)]
}

function offBest(gap: Fact): Piece {
  if (Number(gap.value) === 0) return 'level with'
  return [exact(gap), Number(gap.value) > 0 ? ' off' : ' quicker than']
}

/** "0.12 s slower than …", "level with …". */
export function comparedWith(gap: Fact, what: string): Piece {
  const words = quickerOrSlower(gap)
  return words === 'level' ? ['level with ', what] : [words, ' than ', what]
}

export function uncounted(
  _car: CoachedCar,
  { isClean, excludedBecause }: LapEntry,
): Sentence | undefined {
  if (isClean) return undefined
  return note`It does not count as a green lap: ${listed(excludedBecause.map((reason) => reasonWords[reason]))}.`
}

/** What the track did to everyone on the lap, where that is much. */
export function trackOn(
  { weather, key, day }: CoachedCar,
  { lap }: LapEntry,
): Sentence | undefined {
  const effectMs = weather.field[key]?.laps[String(lap)]?.effectMs.lap
  if (effectMs === undefined || Math.abs(effectMs) < worthSayingMs) return undefined
  const effect = short(day(`field.${key}.laps.${lap}.effectMs.lap`))
  return fact`The whole field was ${effect} ${effectMs > 0 ? 'slower' : 'quicker'} on that lap than on a typical one.`
}

/** The fact that a car was close ahead: no cause. */
export function closeAhead({ own }: CoachedCar, { lap, followed }: LapEntry): Sentence | undefined {
  if (followed === null || followed.intervalMs > closeMs) return undefined
  const at = `laps.${lap}.followed`
  return fact`At the line you were ${short(own(`${at}.intervalMs`))} behind ${exact(own(`${at}.car`))}; whether it cost you anything, timing does not tell.`
}

/** "You lost 6 places on that lap: P1 at its start, P7 at its end." */
export function placesLostOn(
  { own, pattern }: CoachedCar,
  { lap, placesLost }: LapEntry,
  you: Piece = 'You',
) {
  const before = pattern.laps[String(lap - 1)]?.position ?? undefined
  if (placesLost === null || placesLost < 1 || before === undefined) return undefined
  const [from, to] = [own(`laps.${lap - 1}.position`), own(`laps.${lap}.position`)]
  return fact`${you} lost ${placesCited(own(`laps.${lap}.placesLost`))} on that lap: ${exact(from)} at its start, ${exact(to)} at its end.`
}

/** Whoever led into a lap, or was passed on it by the car ahead at its end, was not behind that car on it. */
export function wasAheadAtStart({ pattern }: CoachedCar, { lap, followed, lostTo }: LapEntry) {
  const isLeader = pattern.laps[String(lap - 1)]?.position === 1
  return isLeader || (followed !== null && lostTo.some((car) => car === followed.car))
}
