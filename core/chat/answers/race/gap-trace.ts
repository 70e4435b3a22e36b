import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, type Piece } from '#core/composer/say.ts'
import type { Ask } from '../../draft.ts'
import { gapAt } from './gap-at.ts'
import { commonLaps, wayOf } from './gap-over.ts'
import type { CarTelling, Written } from '../telling.ts'

const eachLap = /\b(?:each|every|per) lap\b|\blap[- ](?:by|after)[- ]lap\b/i
const overRace =
  /\bhow (?:did|has|was|were).*\b(?:gap|interval|distance|lead)\b.*\b(?:chang\w*|develop\w*|evolv\w*|go|move\w*|grow|shrink|vary|progress\w*)\b|\b(?:gap|interval|lead)\b.*\b(?:over|through(?:out)?|across|during) the (?:whole )?race\b|\b(?:gap|interval) (?:history|trace|chart|evolution|development)\b/i

/** Laps of a race that are told, where not every lap is asked for: its ends and those between. */
const lapsTold = 5

/** Of laps that are chosen, the two ends are told instead. */
export const asksForTrace = ({ part: { text, scope } }: Ask): boolean =>
  eachLap.test(text) ||
  (scope.laps?.length ?? 0) > 2 ||
  (overRace.test(text) && scope.filter?.fromLap === undefined && scope.filter?.toLap === undefined)

/** The gap to a car lap by lap, or at a few laps from the first to the last that both did. */
export function gapTrace(telling: CarTelling, other: CoachedCar): Written | undefined {
  const { ask, car, who } = telling
  const all = commonLaps(car, other)
  const isEach = eachLap.test(ask.part.text)
  const named = ask.part.scope.laps ?? []
  const laps =
    named.length > 2
      ? all.filter((lap) => named.includes(lap))
      : isEach
        ? all
        : all.filter((_, at) =>
            Array.from({ length: lapsTold }, (__, step) =>
              Math.round((step * (all.length - 1)) / (lapsTold - 1)),
            ).includes(at),
          )
  const gaps = laps.flatMap((lap) => gapAt(telling, car, other, lap) ?? [])
  const [first, last] = [gaps[0], gaps.at(-1)]
  if (first === undefined || last === undefined || gaps.length < 3) return undefined
  const told = gaps.map((gap, at): Piece => [
    exact(car.own(`laps.${laps[at]}.lap`)),
    ' ',
    exact(gap),
    Number(gap.value) >= 0 ? ' behind' : ' ahead',
  ])
  return {
    sentences: [
      fact`${who.Your} gap to ${exact(other.own('car'))} at the line: ${listed(told)}.`,
      fact`From the first of these laps to the last ${wayOf(first, last, who.You)}.`,
    ],
    asked: [first, last],
    suggestions: [`When did car ${other.pattern.car} get away?`, 'Tell me the story of my race'],
  }
}
