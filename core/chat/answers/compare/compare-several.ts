import { countCited, sectionCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import { figureOfCar } from './compared-figure.ts'
import { differenceOf } from '../in-race.ts'
import type { CarTelling, Written } from '../telling.ts'

/** More cars than these are not told one by one. */
const most = 5
const levelMs = 0.5

/** One car beside several: on the figure that was named, else on pace, and where it loses most to each. */
export function compareSeveral(telling: CarTelling, rivals: readonly CoachedCar[]): Written {
  const { car, ask } = telling
  const others = rivals.slice(0, most)
  const figures = figuresOf([car, ...others], ask.part.figure)
  const paces = others.flatMap((rival) => paceAgainst(telling, rival) ?? [])
  const worst = others.flatMap((rival) => furthestBehind(telling, rival) ?? [])
  const without = others.filter(({ pattern }) => pattern.lap.paceMs === null)
  const other = others.some(({ key }) => key !== car.key)
  return {
    sentences: [
      figures?.sentence,
      paces.length === 0
        ? undefined
        : fact`On pace, the track taken out, ${['car ', short(car.own('car'))]} was ${listed(paces.map(({ said }) => said))}, over ${countCited(car.own('cleanLaps'), 'green lap')}.`,
      worst.length === 0
        ? undefined
        : fact`Furthest behind each: ${listed(worst.map(({ said }) => said))}.`,
      ...without.map(
        (one) =>
          fact`${['Car ', short(one.own('car'))]} has ${countCited(one.own('cleanLaps'), 'green lap')}: too few for a pace.`,
      ),
      car.pattern.lap.paceMs === null
        ? fact`${['Car ', short(car.own('car'))]} has ${countCited(car.own('cleanLaps'), 'green lap')}: too few for a pace.`
        : undefined,
      other ? note`Cars of another class are left out: paces compare within one class.` : undefined,
    ],
    asked: [...(figures?.asked ?? []), ...paces.map(({ gap }) => gap)],
    suggestions: others.slice(0, 3).map(({ pattern }) => `Compare me with car ${pattern.car}`),
  }
}

function figuresOf(cars: readonly CoachedCar[], figure: string | undefined) {
  const told = cars.flatMap((car) => {
    const found = figure === undefined ? undefined : figureOfCar(car, figure)
    return found === undefined ? [] : [{ car, ...found }]
  })
  const [first] = told
  if (first === undefined || told.length < 2) return undefined
  const parts = told.map(({ car, shown }): Piece => [exact(shown), ' for ', exact(car.own('car'))])
  return {
    asked: told.map(({ shown }) => shown),
    sentence: fact`${first.words}: ${listed(parts)}.`,
  }
}

/** "0.41 s a lap slower than car 13" */
function paceAgainst({ car, keep }: CarTelling, rival: CoachedCar) {
  if (car.key !== rival.key) return undefined
  if (car.pattern.lap.paceMs === null || rival.pattern.lap.paceMs === null) return undefined
  const label = `Car ${car.pattern.car} less car ${rival.pattern.car}: pace, the lap`
  const gap = keep(differenceOf(car.own('lap.paceMs'), rival.own('lap.paceMs'), label))
  const ms = Number(gap.value)
  const said: Piece =
    Math.abs(ms) < levelMs
      ? ['level with ', exact(rival.own('car'))]
      : [short(gap), ' a lap ', ms > 0 ? 'slower' : 'quicker', ' than ', exact(rival.own('car'))]
  return { gap, said }
}

/** "Section 2 to car 13 (0.22 s)" */
function furthestBehind({ car, keep }: CarTelling, rival: CoachedCar) {
  if (car.key !== rival.key) return undefined
  const gaps = sectionIds.flatMap((section) => {
    const has = ({ pattern }: CoachedCar) => typeof pattern.sections[section]?.paceMs === 'number'
    if (!has(car) || !has(rival)) return []
    const at = `sections.${section}.paceMs`
    const label = `Car ${car.pattern.car} less car ${rival.pattern.car}: pace, ${section}`
    return [{ section, gap: differenceOf(car.own(at), rival.own(at), label) }]
  })
  const [first] = gaps.toSorted((a, b) => Number(b.gap.value) - Number(a.gap.value))
  if (first === undefined || Number(first.gap.value) < levelMs) return undefined
  const by = keep(first.gap)
  const where = sectionCited(car, first.section)
  return { said: [where, ' to ', exact(rival.own('car')), ' (', short(by), ')'] as const }
}
