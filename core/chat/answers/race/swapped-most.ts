import { countCited, lapsCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, note } from '#core/composer/say.ts'
import type { CarTelling, Written } from '../telling.ts'

export const gridNote = note`Seen at the line only: a place that changed and changed back within a lap does not show, nor does the opening lap.`

export type Change = CoachedCar['pattern']['story']['changes'][number] & { readonly index: number }

/** With which car places changed most often. */
export function swappedMost({ car, who }: CarTelling, changes: readonly Change[]): Written {
  const [most] = [...Map.groupBy(changes, (change) => change.car).values()].toSorted(
    (a, b) => b.length - a.length,
  )
  const [first] = most ?? []
  const near = (most?.length ?? 0) < 2 ? followedMost(car) : undefined
  if (near !== undefined)
    return {
      sentences: [
        fact`Most of the time with ${exact(near.car)}: ${who.you} followed it closely for ${countCited(near.laps, 'lap')} without a break.`,
        first &&
          fact`Places changed with ${exact(car.own(`story.changes.${first.index}.car`))} on ${exact(car.own(`story.changes.${first.index}.lap`))}.`,
      ],
      asked: [near.car, near.laps],
      suggestions: ['How long was I stuck behind a car?', 'Tell me the story of my race'],
    }
  if (most === undefined || first === undefined)
    return {
      sentences: [
        fact`No place of ${who.your} race changed at a line after ${exact(car.own('laps.1.lap'))}.`,
      ],
    }
  const laps = most.map(({ index }) => car.own(`story.changes.${index}.lap`))
  return {
    sentences: [
      fact`Most often with ${exact(car.own(`story.changes.${first.index}.car`))}: places changed on ${lapsCited(laps)}.`,
      gridNote,
    ],
    asked: [car.own(`story.changes.${first.index}.car`), ...laps],
    suggestions: [`Compare me with car ${first.car}`, 'Tell me the story of my race'],
  }
}

/** The longest stretch close behind one car. */
function followedMost({ pattern, own }: CoachedCar) {
  const index = pattern.story.followed.reduce(
    (best, { laps }, at, all) => (laps > (all[best]?.laps ?? 0) ? at : best),
    0,
  )
  if (pattern.story.followed.length === 0) return undefined
  return { car: own(`story.followed.${index}.car`), laps: own(`story.followed.${index}.laps`) }
}
