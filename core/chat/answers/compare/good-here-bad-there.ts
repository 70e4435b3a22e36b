import type { CoachedCar } from '#core/composer/coached-car.ts'
import { paceRankCited, sectionCited } from '#core/composer/cited-names.ts'
import { andOthers, exact, fact, note, type Piece, short } from '#core/composer/say.ts'
import type { SectionId } from '#core/domain/quantity.ts'
import { raceNamed } from '../in-race.ts'
import type { RaceTelling, Written } from '../telling.ts'
import { wholeSections } from './two-sections.ts'

const contrast = /\b(?:but|yet|while|whereas|although|though|and)\b/i
const bad =
  /\b(?:bad|weak\w*|slow\w*|poor\w*|worst?|worse|los\w*|rubbish|nowhere|struggl\w*|off)\b/i
const good = /\b(?:best|good|great|quick\w*|fast\w*|strong\w*|well)\b/i
/** So many cars are told. */
const most = 3

/** The section to be good in and the one to be bad in, of "best in section 1 but bad in section 3". */
export function goodAndBad({ ask }: RaceTelling): readonly [SectionId, SectionId] | undefined {
  const { text, sections } = ask.part
  const [first, second] = wholeSections(sections)
  if (first === undefined || second === undefined) return undefined
  if (!contrast.test(text) || !bad.test(text) || !good.test(text)) return undefined
  const [here, there] = sections?.[0] === second ? [second, first] : [first, second]
  return text.search(bad) < text.search(good) ? [there, here] : [here, there]
}

/** The cars whose rank differs most between the two sections, those of the best third in the one. */
export function goodHereBadThere(
  { race }: RaceTelling,
  cars: readonly CoachedCar[],
  [here, there]: readonly [SectionId, SectionId],
): Written {
  const rank = ({ pattern }: CoachedCar, id: SectionId) =>
    pattern.sections[id]?.paceRank ?? undefined
  const falls = cars
    .flatMap((car) => {
      const [a, b] = [rank(car, here), rank(car, there)]
      const isGood = a !== undefined && 3 * a <= cars.length
      return isGood && b !== undefined && b > a ? [{ car, fall: b - a }] : []
    })
    .toSorted((a, b) => b.fall - a.fall)
    .slice(0, most)
  const [first, ...others] = falls
  if (first === undefined)
    return {
      sentences: [
        note`No car of ${raceNamed(race)} that is in the best third of one of them is further back in the other.`,
      ],
      suggestions: ['Who is quickest in which section?'],
    }
  const rest = others.map(({ car }): Piece => [
    exact(car.own('car')),
    ' ',
    exact(car.own(`sections.${here}.paceRank`)),
    ' and ',
    exact(car.own(`sections.${there}.paceRank`)),
  ])
  const { car } = first
  return {
    sentences: [
      fact`Car ${short(car.own('car'))} by pace: ${paceRankCited(car, `sections.${here}`)} in ${sectionCited(car, here)} but ${exact(car.own(`sections.${there}.paceRank`))} in ${sectionCited(car, there)}${andOthers(rest)}.`,
      note`Those are the largest falls among the best third of ${sectionCited(car, here)}, the track taken out.`,
    ],
    asked: falls.map((one) => one.car.own('car')),
    suggestions: ['Who is quickest in which section?', 'Whose onboard do I watch?'],
  }
}
