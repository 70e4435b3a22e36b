import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, type Piece } from '#core/composer/say.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { gapAt } from './gap-at.ts'
import { was } from './gap-over.ts'
import { lapAt } from '../in-race.ts'
import { type RaceTelling, voiceOf } from '../telling.ts'

const ofEffect =
  /\b(?:good|bad|help\w*|hurt\w*|cost\w*|benefit\w*|luck\w*|gain\w*|los[et]\w*|bring|brought|wipe\w*|ruin\w*|did to|do to|affect\w*)\b/i

type Span = { readonly fromLap: number; readonly toLap: number }

/** "Was the yellow good for me?": place and gap to the first before it, and at its end. */
export function yellowForCar(telling: RaceTelling, spans: readonly Span[]): Sentence[] {
  const { ask, carIn } = telling
  const { text, scope } = ask.part
  const car = scope.car === undefined ? undefined : carIn(scope.car)
  if (car === undefined || !ofEffect.test(text)) return []
  return spans.slice(0, 2).flatMap((span) => effectOf(telling, car, span) ?? [])
}

function effectOf(telling: RaceTelling, car: CoachedCar, { fromLap, toLap }: Span) {
  const who = voiceOf(telling.ask, car)
  const [before, after] = [standing(telling, car, fromLap - 1), standing(telling, car, toLap)]
  if (before === undefined || after === undefined) return undefined
  return fact`${who.You} ${was(who.You)} ${before} before the yellow, and ${after} at its end.`
}

/** "P18, 20.123 s behind the first (lap 11)". */
function standing(telling: RaceTelling, car: CoachedCar, lap: number): Piece | undefined {
  if ((lapAt(car.pattern, lap)?.position ?? null) === null) return undefined
  const at = (field: string) => car.own(`laps.${lap}.${field}`)
  const found = telling.race.patterns.find((one) => lapAt(one, lap)?.position === 1)
  const first = found && telling.carIn(found.car)
  const isFirst = first?.pattern.car === car.pattern.car
  const gap = first === undefined || isFirst ? undefined : gapAt(telling, car, first, lap)
  const behind: Piece = gap === undefined ? '' : [', ', exact(gap), ' behind the first']
  return [exact(at('position')), behind, ' (', exact(at('lap')), ')']
}
