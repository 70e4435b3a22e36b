import type { CoachedCar } from '#core/composer/coached-car.ts'
import type { Fact } from '#core/domain/fact.ts'
import { amongRanked, turned, type Verdict } from '../yes-no.ts'

/** "Was I fast in the trap?": by the highest readings of all cars. */
export function amongTheField(text: string, car: CoachedCar, { value }: Fact): Verdict | undefined {
  const words = /\b(?:(?<fast>fast|quick|high|good)|slow|low)\b/i.exec(text)
  const readings = car.patterns.flatMap(({ laps }) => {
    const all = Object.values(laps).flatMap(({ topSpeedKph }) => topSpeedKph ?? [])
    return all.length === 0 ? [] : Math.max(...all)
  })
  const rank = 1 + readings.filter((kph) => kph > Number(value)).length
  if (/\b(?:fastest|quickest|highest|best)\b/i.test(text)) return rank === 1
  const verdict = amongRanked(rank, readings.length)
  return words === null ? undefined : words.groups?.['fast'] ? verdict : turned(verdict)
}

/** "Was I quicker on the straight?": by the highest readings; undefined where they are the same or nothing of it is asked. */
export function fasterThan(text: string, { value: own }: Fact, { value: other }: Fact) {
  const words = /\b(?:(?<more>quicker|faster|higher|more)|(?<less>slower|lower|less|down))\b/i.exec(
    text,
  )?.groups
  if (words === undefined || own === other) return undefined
  return Number(own) > Number(other) === (words['less'] === undefined)
}
