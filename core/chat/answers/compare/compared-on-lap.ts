import { sectionCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { name, type Two } from './compared-figure.ts'
import { exactCapital } from '../laps/lap-in-words.ts'
import { differenceOf, lapAt } from '../in-race.ts'

/** The two cars, and what keeps their differences. */
type Both = Pick<Two, 'car' | 'rival' | 'keep'>

type OnLap = { readonly sentences: readonly (Sentence | undefined)[]; readonly asked: Fact[] }

/** One lap of both cars side by side, as driven: the lap first, then its sections. */
export function onLapTold(two: Both, lap: number): OnLap {
  const { car, rival } = two
  const one = [car, rival].find((each) => timeOf(each, lap, 'lap') === undefined)
  if (one !== undefined)
    return {
      asked: [],
      sentences: [note`${['Car ', short(one.own('car'))]} has no time on lap ${String(lap)}.`],
    }
  const [own, theirs] = [car, rival].map((each) => each.own(`laps.${lap}.timeMs.lap`))
  const gap = gapOn(two, lap, 'lap')
  if (own === undefined || theirs === undefined || gap === undefined)
    return { asked: [], sentences: [] }
  return {
    asked: [own, theirs, gap],
    sentences: [
      fact`${exactCapital(car.own(`laps.${lap}.lap`))}: ${exact(own)} for ${name(car)}, ${exact(theirs)} for ${name(rival)}; ${quickerBy(two, gap)}.`,
      sectionsOn(two, lap),
      ...[car, rival].map((each) => uncounted(each, lap)),
    ],
  }
}

function quickerBy({ car, rival }: Both, gap: Fact): Piece {
  const value = Number(gap.value)
  return value === 0 ? 'level' : [name(value > 0 ? rival : car), ' was ', short(gap), ' quicker']
}

function sectionsOn(two: Both, lap: number): Sentence | undefined {
  const parts = sectionIds
    .flatMap((section) => {
      const gap = gapOn(two, lap, section)
      return gap === undefined ? [] : [{ section, gap, value: Number(gap.value) }]
    })
    .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .map(({ section, gap, value }): Piece => {
      const where = sectionCited(two.car, section)
      const by = name(value > 0 ? two.rival : two.car)
      return value === 0 ? ['level in ', where] : [by, ' by ', short(gap), ' in ', where]
    })
  return parts.length === 0
    ? undefined
    : fact`Quicker by section, the largest first: ${listed(parts)}, as driven.`
}

type Timed = 'lap' | 's1' | 's2' | 's3'

/** The first car's time less the other's: above zero, the other was quicker. */
function gapOn({ car, rival, keep }: Both, lap: number, quantity: Timed): Fact | undefined {
  if (timeOf(car, lap, quantity) === undefined || timeOf(rival, lap, quantity) === undefined)
    return undefined
  const at = `laps.${lap}.timeMs.${quantity}`
  const label = `Car ${car.pattern.car} less car ${rival.pattern.car}: lap ${lap}, ${quantity}`
  return keep(differenceOf(car.own(at), rival.own(at), label))
}

function timeOf({ pattern }: CoachedCar, lap: number, quantity: Timed): number | undefined {
  return lapAt(pattern, lap)?.timeMs[quantity]
}

function uncounted(car: CoachedCar, lap: number): Sentence | undefined {
  return lapAt(car.pattern, lap)?.isClean === false
    ? fact`It was no green lap of ${name(car)}.`
    : undefined
}
