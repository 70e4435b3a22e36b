import type { CoachedRace } from '#core/composer/coached-car.ts'
import { carsCited } from '#core/composer/cited-names.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { AnswerIntent } from '../../draft.ts'
import { raceNamed } from '../in-race.ts'
import { speedsOf } from '../pace/speeds.ts'
import { carOfRace, tellOf } from '../telling.ts'
import { everyRace, type Open } from './season.ts'

/** The highest reading of the speed trap in each race that has one, the highest first; of one car where it is named. */
export const seasonTopSpeed: AnswerIntent = async (ask) =>
  await tellOf(ask, async (telling) => {
    const { car } = ask.part.scope
    const isOfAll = /\b(?:who|whose|which|what (?:car|race|track)|any(?:one|body)|overall)\b/i.test(
      ask.part.text,
    )
    const only = isOfAll ? undefined : car
    const order = (await everyRace(telling))
      .flatMap((race) => highestOf(telling, race, only) ?? [])
      .toSorted((a, b) => Number(b.speed.value) - Number(a.speed.value))
    const [first, ...others] = order
    if (first === undefined)
      return { outcome: 'not-in-data', sentences: [note`No speed at the trap was measured.`] }
    const told = others
      .slice(0, 2)
      .map((one): Piece => [exact(one.speed), ' in ', raceNamed(one.race)])
    const next: Piece = told.length === 0 ? '' : ['; next are ', listed(told)]
    return {
      sentences: [
        fact`The highest speed at the trap was ${exact(first.speed)}, by ${carsCited(first.cars)} in ${raceNamed(first.race)}${next}.`,
        note`Traps stand elsewhere on each track, and some races have none: speeds compare within one track only.`,
      ],
      asked: [first.speed, ...first.cars],
      suggestions: ['Which races have no top speed?', 'Which race was the closest?'],
    }
  })

type Highest = { readonly race: CoachedRace; readonly speed: Fact; readonly cars: readonly Fact[] }

function highestOf(
  telling: Open,
  race: CoachedRace,
  only: string | undefined,
): Highest | undefined {
  const found = race.patterns
    .filter(({ car }) => only === undefined || car === only)
    .flatMap((pattern) => {
      const car = carOfRace(telling, race, pattern.car)
      const speeds = car === undefined ? [] : speedsOf(car, () => true)
      const [most] = speeds.toSorted((a, b) => Number(b.value) - Number(a.value))
      return car === undefined || most === undefined ? [] : [{ number: car.own('car'), most }]
    })
  const highest = Math.max(...found.map(({ most }) => Number(most.value)))
  const alike = found.filter(({ most }) => most.value === highest)
  const [one] = alike
  return one && { race, speed: one.most, cars: alike.map(({ number }) => number) }
}
