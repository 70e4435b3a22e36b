import { carsCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, type Piece } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import { gapAt } from './gap-at.ts'
import { differenceOf, lapAt, lapsOf } from '../in-race.ts'
import type { CarTelling } from '../telling.ts'

/** Laps that both have a race time for, in order. */
export function commonLaps(car: CoachedCar, other: CoachedCar): readonly number[] {
  return lapsOf(car.pattern)
    .filter(({ lap, elapsedMs }) => elapsedMs !== null && lapAt(other.pattern, lap)?.elapsedMs)
    .map(({ lap }) => lap)
}

/** "1.234 s behind", "0.456 s ahead of": to be followed by whom. */
export function behindOrAhead(gap: Fact): Piece {
  return [exact(gap), Number(gap.value) >= 0 ? ' behind ' : ' ahead of ']
}

export const was = (You: Piece) => (You === 'You' ? 'were' : 'was')

/** The gap at the first of some laps, at the last of them, and which way it went. */
export function gapOver(telling: CarTelling, other: CoachedCar, laps: readonly number[]) {
  const { car, who, keep } = telling
  const [from] = laps
  const to = laps.at(-1)
  if (from === undefined || to === undefined || from === to) return []
  const before = gapAt(telling, car, other, from)
  const after = gapAt(telling, car, other, to)
  if (before === undefined || after === undefined) return []
  const change = keep(differenceOf(after, before, `Change of the gap to car ${other.pattern.car}`))
  const isTurned = Math.sign(Number(before.value)) !== Math.sign(Number(after.value))
  const by: Piece = isTurned || Number(change.value) === 0 ? '' : [', by ', exact(change)]
  const isShut = laps.some((lap) => lapAt(car.pattern, lap)?.isClean === false)
  const caution = isShut ? '; not all of these laps were green' : ''
  return [
    {
      laps,
      gaps: [before, after],
      /** Of the other one, at the first of the laps. */
      isBehind: Number(before.value) > 0,
      isAheadAtEnd: Number(after.value) < 0,
      hasGrown: Number(after.value) < Number(before.value),
      isShrinking: Math.abs(Number(after.value)) < Math.abs(Number(before.value)),
      sentence: fact`At the end of ${exact(car.own(`laps.${from}.lap`))} ${who.you} ${was(who.You)} ${behindOrAhead(before)}${carsCited([other.own('car')])}, at the end of ${exact(car.own(`laps.${to}.lap`))} ${behindOrAhead(after)}it: ${wayOf(before, after, who.You)}${by}${caution}.`,
    },
  ]
}

export function wayOf(before: Fact, after: Fact, You: Piece): string {
  const [a, b] = [Number(before.value), Number(after.value)]
  const your = You === 'You' ? 'you' : 'it'
  if (Math.sign(a) !== Math.sign(b)) return 'the order turned round'
  if (a === b) return 'the gap stayed the same'
  if (a > 0) return b < a ? `${your} ${was(You)} catching up` : 'the gap was growing'
  return b < a ? 'the lead was growing' : 'the lead was shrinking'
}
