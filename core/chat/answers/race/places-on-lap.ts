import { carsCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, type Piece } from '#core/composer/say.ts'
import { lapAt, placesCited } from '../in-race.ts'
import type { CarTelling } from '../telling.ts'

const carsNamed = 7

/** "On lap 4: 7 places lost, to cars …, ending it P16, from P9." `which` names the lap otherwise. */
export function placesOnLap({ car, who }: CarTelling, lap: number, which?: Piece) {
  const at = (field: string) => car.own(`laps.${lap}.${field}`)
  const entry = lapAt(car.pattern, lap)
  const lost = entry?.placesLost ?? undefined
  const named: Piece =
    which === undefined ? ['On ', exact(at('lap'))] : [which, ', ', exact(at('lap'))]
  if (lost === undefined)
    return {
      asked: at('lap'),
      sentence: fact`${named}: the sheet has no change of places for ${who.you}.`,
    }
  const cars = carsAround(car, lap, lost > 0 ? 'lostTo' : 'wonFrom')
  const whom: Piece =
    cars.length === 0 || cars.length > carsNamed
      ? ''
      : [lost > 0 ? ', to ' : ', from ', carsCited(cars)]
  const places: Piece =
    lost === 0
      ? 'no place won or lost in the balance'
      : [placesCited(at('placesLost')), lost > 0 ? ' lost' : ' won', whom]
  const before = lapAt(car.pattern, lap - 1)?.position ?? undefined
  const from: Piece =
    before === undefined || lost === 0
      ? ''
      : [', from ', exact(car.own(`laps.${lap - 1}.position`))]
  return {
    asked: lost === 0 ? at('lap') : at('placesLost'),
    sentence: fact`${named}: ${places}, ending it ${exact(at('position'))}${from}.`,
  }
}

/** "How many places did I lose on lap 4?", "how many did that cost?" */
export const asksForPlacesOnLap = (text: string): boolean =>
  /\b(?:places?|positions?|spots?|slots?)\b/i.test(text) &&
  /\b(?:lose|lost|losing|drop\w*|gain\w*|make|made|win|won|cost|(?<!\bend |\bended |\bwound |\bwind )up|pass\w*)\b/i.test(
    text,
  )

/** "From lap 1 to the finish", "after lap 15": no single lap. */
export const asksToTheEnd = (text: string): boolean =>
  /\b(?:to|till|until|by|and) (?:the )?(?:finish|flag|end|chequered)\b|\b(?:after|since) lap \d+\b/i.test(
    text,
  )

function carsAround({ pattern, own }: CoachedCar, lap: number, side: 'lostTo' | 'wonFrom') {
  return (lapAt(pattern, lap)?.[side] ?? []).map((_, index) => own(`laps.${lap}.${side}.${index}`))
}
