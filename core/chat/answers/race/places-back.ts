import { exact, fact, type Piece } from '#core/composer/say.ts'
import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import { fromStart } from './from-start.ts'
import { was } from './gap-over.ts'
import { lapAsked, lapsOf, placesCited } from '../in-race.ts'
import type { CarTelling, Written } from '../telling.ts'

const yesNo = /^(?:and |so |but |then )*(?:did|was|were|has|have|could)\b/i
const howMany = /^(?:and |so |but |then )*how many\b/i
const back =
  /\b(?:any|some|all|those|these|them|places?|positions?|spots?)\b.*\bback\b|\brecover\w*\b/i

/** "Did it get any of those places back?" of the lap that was spoken of, else of the one that cost most. */
export function placesBack(telling: CarTelling): Written | undefined {
  const { car, who, ask } = telling
  const { text } = ask.part
  const isCounted = howMany.test(text)
  if (!(isCounted || yesNo.test(text)) || !back.test(text)) return undefined
  const laps = lapsOf(car.pattern)
  const [worst] = laps.toSorted((a, b) => (b.placesLost ?? 0) - (a.placesLost ?? 0))
  const asked = lapAsked(ask) ?? ask.history.at(-1)?.scope.lap
  const on = [laps.find(({ lap }) => lap === asked), worst].find(
    (one) => (one?.placesLost ?? 0) > 0,
  )
  if (on === undefined || on.position === null) return undefined
  if (isCounted) return fromStart(telling, furthestBack(laps, on.lap))
  const place = on.position
  const [best] = laps
    .flatMap(({ lap: at, position }) =>
      at <= on.lap || position === null ? [] : [{ at, position }],
    )
    .toSorted((a, b) => a.position - b.position)
  const lost: Piece = [
    placesCited(car.own(`laps.${on.lap}.placesLost`)),
    ' lost on ',
    exact(car.own(`laps.${on.lap}.lap`)),
    ', to ',
    exact(car.own(`laps.${on.lap}.position`)),
  ]
  const isBack = best !== undefined && best.position < place
  const after: Piece =
    best === undefined
      ? 'no lap with a place followed'
      : [
          'the highest place after it was ',
          exact(car.own(`laps.${best.at}.position`)),
          ', on ',
          exact(car.own(`laps.${best.at}.lap`)),
        ]
  const end = car.own(car.pattern.position === null ? 'positionOnRoad' : 'position')
  return {
    sentences: [
      fact`${isBack ? 'Yes' : 'No'}: ${lost}; ${after}.`,
      fact`At the end ${who.you} ${was(who.You)} ${exact(end)}.`,
    ],
    asked: [car.own(`laps.${best === undefined ? on.lap : best.at}.position`)],
    suggestions: ['Who passed me?', 'Tell me the story of my race'],
  }
}

/** The lap at whose end the place was the lowest, from one on. */
function furthestBack(laps: readonly LapEntry[], from: number): number {
  const after = laps.filter(({ lap, position }) => lap >= from && position !== null)
  const [lowest] = after.toSorted((a, b) => (b.position ?? 0) - (a.position ?? 0))
  return lowest?.lap ?? from
}
